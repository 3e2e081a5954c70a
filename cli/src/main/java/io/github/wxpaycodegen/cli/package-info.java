/** The program {@code wxpay}. */
@NullMarked
package io.github.wxpaycodegen.cli;

import org.jspecify.annotations.NullMarked;
