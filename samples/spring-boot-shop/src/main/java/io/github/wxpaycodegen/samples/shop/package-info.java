/** A shop with one product, paid by a QR code. */
@NullMarked
package io.github.wxpaycodegen.samples.shop;

import org.jspecify.annotations.NullMarked;
