package io.github.wxpaycodegen.runtime.message;

import org.jspecify.annotations.Nullable;

/**
 * A message that is sent as a whole: a request, or the reply to a notification.
 *
 * <p>One that was built is valid. One that was read, by {@code fromJson} say, may break its spec or lack its file; it is
 * checked when it is sent, and a call with it fails before anything is sent then.
 */
public abstract class RequestMessage extends SentMessage {
    /**
     * The rule by which it was checked; null before. A message that is seen without it by another thread is checked again, and so
     * is an {@link EmptyRequest} that is sent by both protocols.
     */
    private @Nullable SendableText validFor;

    /** Keeps the extra fields of a builder. */
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
