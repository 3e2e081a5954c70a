package io.github.wxpaycodegen.runtime.message;

import org.jspecify.annotations.Nullable;

/**
 * A message that is sent as a whole: a request, or the reply to a notification.
 *
 * <p>{@code build()} validates the message. A message that was read, for instance by {@code fromJson}, may violate its
 * spec or lack its file: it is validated when it is sent, and so is an {@link EmptyRequest}, to which the rules of v2 or
 * of v3 apply. If it is invalid, the call fails before anything is sent.
 */
public abstract class RequestMessage extends SentMessage {
    /**
     * The rule by which the message was validated; null before. A thread that does not see the value validates it again,
     * and so does the other protocol with an {@link EmptyRequest}.
     */
    private @Nullable SendableText validFor;

    /** Takes over the extra fields of a builder. */
    protected RequestMessage(MessageBuilder<?> builder) {
        super(builder);
    }

    boolean isKnownToBeValid(SendableText rule) {
        return validFor == rule;
    }

    void markValid(SendableText rule) {
        validFor = rule;
    }
}
