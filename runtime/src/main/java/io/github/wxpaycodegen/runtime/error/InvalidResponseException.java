package io.github.wxpaycodegen.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * Exception for a response that cannot be trusted or read: its signature is missing or invalid, it is too large, or it
 * violates the protocol. Its content is not trusted, so the outcome is unknown.
 */
public final class InvalidResponseException extends WxPayException {
    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final @Nullable String requestId;

    /**
     * Creates an exception, whose outcome is unknown.
     *
     * @param message what is wrong with the response, and what to do next
     * @param httpStatus the HTTP status; 0 if there is none
     * @param requestId the request id of the response; null if it has none
     * @param cause null for none
     */
    public InvalidResponseException(
            String message, int httpStatus, @Nullable String requestId, @Nullable Throwable cause) {
        super(Outcome.UNKNOWN, message, cause);
        this.httpStatus = httpStatus;
        this.requestId = requestId;
    }

    /** Returns a builder, for testing code that handles this exception; the outcome is {@link Outcome#UNKNOWN}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the HTTP status; 0 if the response was rejected before it was complete. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Returns the request id, which WeChat Pay's support asks for; null if the response has none. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** Builder for testing code that handles this exception. */
    public static final class Builder extends ExceptionBuilder<Builder> {
        private int httpStatus = 200;
        private @Nullable String requestId;

        private Builder() {
            super(Outcome.UNKNOWN);
        }

        @Override
        Builder self() {
            return this;
        }

        /** Sets the HTTP status; 200 by default. */
        public Builder httpStatus(int value) {
            httpStatus = value;
            return this;
        }

        /** Sets the request id, which WeChat Pay's support asks for. */
        public Builder requestId(String value) {
            requestId = value;
            return this;
        }

        /** Builds the exception. */
        public InvalidResponseException build() {
            return complete(new InvalidResponseException(
                    messageOr("the response cannot be trusted"), httpStatus, requestId, cause()));
        }
    }
}
