package io.github.wxpaycodegen.runtime.call;

/**
 * The response of the query that settles a call: a message of the generated client, for instance {@code PaymentOrder}.
 * Its class depends on the operation that was called, so check it with {@code instanceof}.
 *
 * <p>Only messages implement this interface. Exceptions refer to it because they cannot depend on messages, which
 * themselves throw exceptions.
 */
public interface SettlingResponse {
    /** Returns the message as JSON. <b>It contains secrets and personal data</b>; log {@code toString()} instead. */
    String toJson();
}
