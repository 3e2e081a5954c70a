/** The Maven goal {@code wxpay:generate}: a thin layer over the generator. */
@NullMarked
package io.github.wxpaycodegen.maven;

import org.jspecify.annotations.NullMarked;
