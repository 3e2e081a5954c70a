package io.github.wxpaycodegen.runtime.operation;

import io.github.wxpaycodegen.runtime.message.MessageBuilder;

/**
 * The fields that a query takes from the request of a failed call, with the values with which they were sent. Generated code
 * passes them on.
 */
public interface HeldFields {
    /** Puts the fields on the query's request, and returns its builder. */
    <B extends MessageBuilder<B>> B putOn(B builder);
}
