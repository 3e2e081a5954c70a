/**
 * WeChat Pay clients in Spring Boot applications: {@link io.github.wxpaycodegen.springboot.WxPayMerchants} finds the
 * client of a merchant, {@link io.github.wxpaycodegen.springboot.WxPayConfigCustomizer} sets what is not a text, and
 * {@link io.github.wxpaycodegen.springboot.WxPayClientFactory} creates clients that the application generates itself.
 */
@NullMarked
package io.github.wxpaycodegen.springboot;

import org.jspecify.annotations.NullMarked;
