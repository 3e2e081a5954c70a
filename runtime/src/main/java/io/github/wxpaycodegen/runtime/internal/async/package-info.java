/** Futures whose cancellation reaches what they wait for. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.async;

import org.jspecify.annotations.NullMarked;
