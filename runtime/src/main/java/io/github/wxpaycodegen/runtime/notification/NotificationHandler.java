package io.github.wxpaycodegen.runtime.notification;

/**
 * Does what a notification asks for.
 *
 * @param <N> the class of the notification
 */
@FunctionalInterface
public interface NotificationHandler<N extends Notification> {
    /**
     * Handles a notification. To return is to have taken it: the gateway does not send it again. It waits about five seconds
     * for the reply, so what takes longer is put down first and done later.
     *
     * @throws Exception if it could not be handled: the gateway sends it again
     */
    void handle(N notification) throws Exception;
}
