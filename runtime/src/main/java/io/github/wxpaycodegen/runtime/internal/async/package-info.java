/** Futures that pass a cancellation on to the futures they depend on. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.async;

import org.jspecify.annotations.NullMarked;
