package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;

/**
 * Builds a message that is sent as a whole. Not safe for use by several threads.
 *
 * <p>Generated classes alone extend this class; methods are added to it without notice.
 *
 * @param <B> the generated builder
 * @param <Q> the message
 */
public abstract class RequestBuilder<B extends RequestBuilder<B, Q>, Q extends RequestMessage>
        extends MessageBuilder<B> {
    /** Begins with the extra fields of a message or of a reader, which are asked for when the message is built. */
    protected RequestBuilder(ExtraFields origin) {
        super(origin);
    }

    /**
     * Validates the fields and builds the message.
     *
     * @throws InvalidRequestException listing everything that is missing, beyond its limits or cannot be sent
     */
    public abstract Q build();
}
