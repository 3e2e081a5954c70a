package io.github.wxpaycodegen.springboot.internal.notification;

import io.github.wxpaycodegen.runtime.notification.Notification;
import io.github.wxpaycodegen.springboot.notification.NotificationRequest;

/**
 * A notification on its way to handlers.
 *
 * @param client the client of the merchant
 */
record Delivery(Notification notification, Object client, NotificationRequest request) {}
