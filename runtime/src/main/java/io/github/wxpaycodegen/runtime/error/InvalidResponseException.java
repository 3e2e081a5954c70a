package io.github.wxpaycodegen.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * A response cannot be trusted or read: its signature is missing or wrong, it is too large, or it is not what the
 * protocol allows. What it says is not to be believed, so the outcome is unknown.
 */
public final class InvalidResponseException extends WxPayException {
    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final @Nullable String requestId;

    /**
     * Makes an exception, whose outcome is unknown.
     *
     * @param message what is wrong with the response, and what to do next
     * @param httpStatus the HTTP status; 0 if there is none
     * @param requestId the request id of the response; null if it has none
     */
    public InvalidResponseException(
            String message, int httpStatus, @Nullable String requestId, @Nullable Throwable cause) {
        super(Outcome.UNKNOWN, message, cause);
        this.httpStatus = httpStatus;
        this.requestId = requestId;
    }

    /** Returns a builder of an exception to test handlers with; its outcome is {@link Outcome#UNKNOWN}. */
    public static Builder builder() {
        return new Builder();
    }

    /** The HTTP status; 0 where the response was given up before it was whole. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Returns the identifier of the call for WeChat Pay's support; null if the response has none. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** Builds an exception to test handlers with. */
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

        /** Sets what identifies the call to WeChat Pay's support. */
        public Builder requestId(String value) {
            requestId = value;
            return this;
        }

        /** Builds the exception. */
        public InvalidResponseException build() {
            return complete(new InvalidResponseException(
                    messageOr("the response is not to be trusted"), httpStatus, requestId, cause()));
        }
    }
}
