package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.message.Message;

/**
 * Notification whose signed reply has fields that the gateway acts on. Only generated classes implement this interface.
 *
 * @param <R> the class of the reply
 */
public interface ExpectsReply<R extends Message> {}
