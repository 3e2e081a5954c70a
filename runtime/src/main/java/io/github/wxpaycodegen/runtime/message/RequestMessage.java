package io.github.wxpaycodegen.runtime.message;

/**
 * A message that is sent as a whole: a request, or the reply to a notification.
 *
 * <p>One that was built is valid. One that was read, by {@code fromJson} say, may break its spec or lack its file; it is
 * checked when it is sent, and a call with it fails before anything is sent then.
 */
public abstract class RequestMessage extends SentMessage {
    /** Set once it was checked; a message that is seen without it by another thread is checked again. */
    private boolean valid;

    /** Keeps the extra fields of a builder. */
    protected RequestMessage(MessageBuilder<?> builder) {
        super(builder);
    }

    boolean isKnownToBeValid() {
        return valid;
    }

    void markValid() {
        valid = true;
    }
}
