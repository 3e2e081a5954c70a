package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;

/**
 * Builder of a message that is sent as a whole. Not thread-safe.
 *
 * <p>Only generated classes extend this class. It gets no more methods, because a generated class may have one of the same
 * name, from a field: what is new becomes a static method elsewhere.
 *
 * @param <B> the generated builder
 * @param <Q> the message
 */
public abstract class RequestBuilder<B extends RequestBuilder<B, Q>, Q extends RequestMessage>
        extends MessageBuilder<B> {
    /** Creates a builder with the extra fields of a message or reader. They are read when the message is built. */
    protected RequestBuilder(ExtraFields origin) {
        super(origin);
    }

    /**
     * Validates the fields and builds the message.
     *
     * @throws InvalidRequestException if a field is missing, exceeds its limits or cannot be sent; the exception lists
     *     all problems
     */
    public abstract Q build();
}
