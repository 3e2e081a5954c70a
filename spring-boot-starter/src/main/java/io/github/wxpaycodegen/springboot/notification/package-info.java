/**
 * Notifications of WeChat Pay in Spring Boot applications: methods with {@link
 * io.github.wxpaycodegen.springboot.notification.WxPayNotification} handle them.
 */
@NullMarked
package io.github.wxpaycodegen.springboot.notification;

import org.jspecify.annotations.NullMarked;
