package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.message.Message;

/**
 * Handler of notifications that expect a reply.
 *
 * @param <N> the class of the notification
 * @param <R> the class of the reply
 */
@FunctionalInterface
public interface ReplyHandler<N extends Notification, R extends Message> {
    /**
     * Returns the reply. The gateway waits about five seconds for it.
     *
     * @throws Exception if there is no reply; the gateway then receives a failure without fields
     */
    R reply(N notification) throws Exception;
}
