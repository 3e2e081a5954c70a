/**
 * Exceptions of calls and notifications. Each tells by its {@link io.github.wxpaycodegen.runtime.error.Outcome} whether the
 * operation took effect, and in its message what to do next.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.error;

import org.jspecify.annotations.NullMarked;
