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

    private InvalidResponseException(Builder builder) {
        super(Outcome.UNKNOWN, builder.messageOr("the response cannot be trusted"), builder.cause());
        this.httpStatus = builder.httpStatus;
        this.requestId = builder.requestId;
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

        /** Sets the HTTP status; 200 by default, 0 if the response was rejected before it was complete. */
        public Builder httpStatus(int value) {
            httpStatus = value;
            return this;
        }

        /** Sets the request id, which WeChat Pay's support asks for. */
        public Builder requestId(@Nullable String value) {
            requestId = value;
            return this;
        }

        /** Builds the exception. */
        public InvalidResponseException build() {
            return complete(new InvalidResponseException(this));
        }
    }
}
