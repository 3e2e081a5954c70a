package io.github.wxpaycodegen.runtime.call;

/**
 * The response of the query that settles a call: a message of the generated client, {@code PaymentOrder} for instance. Which
 * one depends on the operation that was called, so it is told apart by {@code instanceof}.
 *
 * <p>Messages alone implement this interface. Exceptions name it instead of them, because building a message may throw one.
 */
public interface SettlingResponse {
    /** Returns the message as JSON. <b>This shows everything</b>; log {@code toString()} instead. */
    String toJson();
}
