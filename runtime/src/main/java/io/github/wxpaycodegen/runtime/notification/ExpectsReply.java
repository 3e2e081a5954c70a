package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.message.Message;

/**
 * Notification that the gateway waits for a signed reply to, with fields of its own; it acts on what the reply says.
 * Generated classes alone implement this interface.
 *
 * @param <R> the class of the reply
 */
public interface ExpectsReply<R extends Message> {}
