/**
 * Exceptions of calls and notifications. Each has an {@link io.github.wxpaycodegen.runtime.error.Outcome}, which says
 * whether the operation took effect, and a message that says what to do next.
 */
@NullMarked
package io.github.wxpaycodegen.runtime.error;

import org.jspecify.annotations.NullMarked;
