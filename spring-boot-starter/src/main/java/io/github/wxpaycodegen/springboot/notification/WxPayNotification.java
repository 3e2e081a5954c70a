package io.github.wxpaycodegen.springboot.notification;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.aot.hint.annotation.Reflective;

/**
 * Marks a method of a bean that handles notifications of WeChat Pay. The type of its first parameter chooses the
 * notifications:
 *
 * <pre>{@code
 * @WxPayNotification
 * void paid(TransactionSuccess n) {
 *     orders.paid(n.resource().outTradeNo());
 * }
 * }</pre>
 *
 * <p>The notification type is a generated class, {@link
 * io.github.wxpaycodegen.runtime.notification.UnknownNotification} for notifications without one, or {@link
 * io.github.wxpaycodegen.runtime.notification.Notification} for all that no other method handles. Further parameters are
 * optional, in any order: the client of the merchant ({@code WxPay}), the name of the merchant ({@code String}), and the
 * {@link NotificationRequest}.
 *
 * <p>The method returns nothing, or a {@link java.util.concurrent.CompletionStage} or a reactive type such as {@code
 * Mono}, whose completion is awaited. If the notification expects a reply, the method returns the reply, directly or as
 * the result of one of these. If the method throws, or the stage fails, the gateway sends the notification again.
 *
 * <p>Several methods may handle the same notification. They run one after the other, in the order of {@link
 * org.springframework.core.annotation.Order @Order} on the method or else on its class. If one fails, the next ones do
 * not run, and the next delivery starts with the first method again. So methods must be idempotent.
 */
@Documented
@Reflective
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface WxPayNotification {
    /** Names of the merchants whose notifications the method handles; all by default. Placeholders are resolved. */
    String[] merchants() default {};
}
