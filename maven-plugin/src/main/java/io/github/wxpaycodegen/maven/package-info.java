/** The Maven goal {@code wxpay:generate}: a thin layer over the generator. */
package io.github.wxpaycodegen.maven;
