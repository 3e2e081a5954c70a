/** Details that a failed call adds to its exception. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.failure;

import org.jspecify.annotations.NullMarked;
