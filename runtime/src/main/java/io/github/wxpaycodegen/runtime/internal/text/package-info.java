/** Text that comes from outside of the process, and how it may be shown. */
@NullMarked
package io.github.wxpaycodegen.runtime.internal.text;

import org.jspecify.annotations.NullMarked;
