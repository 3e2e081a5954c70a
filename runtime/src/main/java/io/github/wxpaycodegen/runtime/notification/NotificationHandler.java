package io.github.wxpaycodegen.runtime.notification;

/**
 * Handler of notifications.
 *
 * @param <N> the class of the notification
 */
@FunctionalInterface
public interface NotificationHandler<N extends Notification> {
    /**
     * Handles a notification. When it returns, the notification counts as handled, and the gateway does not repeat it.
     * The gateway waits about five seconds for the reply, so store longer work and do it later.
     *
     * @throws Exception if the notification could not be handled; the gateway then repeats it
     */
    void handle(N notification) throws Exception;
}
