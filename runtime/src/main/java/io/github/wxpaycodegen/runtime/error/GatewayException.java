package io.github.wxpaycodegen.runtime.error;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Exception for an error response of the gateway. */
public final class GatewayException extends WxPayException {
    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final @Nullable String returnCode;
    private final @Nullable String returnMsg;
    private final @Nullable String resultCode;
    private final @Nullable String errorCode;
    private final @Nullable String errorMessage;
    private final @Nullable String detail;
    private final @Nullable String requestId;
    private final @Nullable Duration retryAfter;
    private final @Nullable String advice;
    private final String rawBody;

    private GatewayException(Builder builder, String message) {
        super(builder.outcome(), message, builder.cause());
        this.httpStatus = builder.httpStatus;
        this.returnCode = builder.returnCode;
        this.returnMsg = builder.returnMsg;
        this.resultCode = builder.resultCode;
        this.errorCode = builder.errorCode;
        this.errorMessage = builder.errorMessage;
        this.detail = builder.detail;
        this.requestId = builder.requestId;
        this.retryAfter = builder.retryAfter;
        this.advice = builder.advice();
        this.rawBody = builder.rawBody;
    }

    /**
     * Returns a builder, for testing code that handles this exception.
     *
     * @throws IllegalArgumentException for {@link Outcome#NOT_SENT}, which contradicts a response of the gateway
     */
    public static Builder builder(Outcome outcome) {
        return new Builder(outcome);
    }

    /** Returns the HTTP status. */
    public int httpStatus() {
        return httpStatus;
    }

    /**
     * Returns {@code return_code}; if it is not SUCCESS, the gateway did not accept the call. Null if the response has
     * none.
     */
    public @Nullable String returnCode() {
        return returnCode;
    }

    /** Returns {@code return_msg}; null if the response has none. */
    public @Nullable String returnMsg() {
        return returnMsg;
    }

    /** Returns {@code result_code}; if it is not SUCCESS, the operation failed. Null if the response has none. */
    public @Nullable String resultCode() {
        return resultCode;
    }

    /**
     * Returns the error code: {@code err_code} of v2, or {@code error_code} in some of its operations; {@code code} of
     * v3. Null if the response has none.
     */
    public @Nullable String errorCode() {
        return errorCode;
    }

    /** Returns the meaning of {@link #errorCode()}, in the gateway's words; null if the response has none. */
    public @Nullable String errorMessage() {
        return errorMessage;
    }

    /** Returns {@code detail} of v3, as JSON, with the invalid field and the reason. Null if the response has none. */
    public @Nullable String detail() {
        return detail;
    }

    /** Returns the request id, which WeChat Pay's support asks for; null if the response has none. */
    public @Nullable String requestId() {
        return requestId;
    }

    /**
     * Returns what to do about the {@link #errorCode()}: the advice in the operation's spec, or else in the list of
     * common codes. If the outcome is unknown, the advice begins with the query to run. After a query by a merchant's
     * number that finds nothing, it says what that proves. Null for another rejection if neither has the code. The message
     * contains the advice.
     */
    @Override
    public @Nullable String advice() {
        return withAddition(advice);
    }

    /**
     * Returns the time that the gateway asks to wait before the next call ({@code Retry-After}); null if the response
     * has none.
     */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * Returns the body as received, never null. The message does not contain it, because it may contain personal data.
     */
    public String rawBody() {
        return rawBody;
    }

    /**
     * Builder for testing code that handles this exception. A field that is not set is null, and the body is empty.
     */
    public static final class Builder extends ExceptionBuilder<Builder> {
        private int httpStatus;
        private @Nullable String returnCode;
        private @Nullable String returnMsg;
        private @Nullable String resultCode;
        private @Nullable String errorCode;
        private @Nullable String errorMessage;
        private @Nullable String detail;
        private @Nullable String requestId;
        private @Nullable Duration retryAfter;
        private String rawBody = "";

        private Builder(Outcome outcome) {
            super(outcome);
            if (outcome == Outcome.NOT_SENT) {
                throw new IllegalArgumentException("the outcome must be REJECTED or UNKNOWN (was NOT_SENT)");
            }
            httpStatus = outcome == Outcome.REJECTED ? 400 : 500;
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Sets the HTTP status. The default is 400 for a rejection, and otherwise 500. Errors of v2 usually have 200.
         */
        public Builder httpStatus(int value) {
            httpStatus = value;
            return this;
        }

        /** Sets {@code return_code} of v2. */
        public Builder returnCode(@Nullable String value) {
            returnCode = value;
            return this;
        }

        /** Sets {@code return_msg} of v2. */
        public Builder returnMsg(@Nullable String value) {
            returnMsg = value;
            return this;
        }

        /** Sets {@code result_code} of v2. */
        public Builder resultCode(@Nullable String value) {
            resultCode = value;
            return this;
        }

        /** Sets the error code: {@code err_code} of v2, {@code code} of v3. */
        public Builder errorCode(@Nullable String value) {
            errorCode = value;
            return this;
        }

        /** Sets the meaning of the error code, in the gateway's words. */
        public Builder errorMessage(@Nullable String value) {
            errorMessage = value;
            return this;
        }

        /** Sets {@code detail} of v3, as JSON. */
        public Builder detail(@Nullable String value) {
            detail = value;
            return this;
        }

        /** Sets the request id, which WeChat Pay's support asks for. */
        public Builder requestId(@Nullable String value) {
            requestId = value;
            return this;
        }

        /** Sets the time that the gateway asks to wait before the next call. */
        public Builder retryAfter(@Nullable Duration value) {
            retryAfter = value;
            return this;
        }

        /** Sets the body. */
        public Builder rawBody(String value) {
            rawBody = Objects.requireNonNull(value, "rawBody");
            return this;
        }

        /**
         * Builds the exception.
         *
         * @throws IllegalStateException if a result of {@code settle()} was set but the outcome is known
         */
        public GatewayException build() {
            String usual = "the gateway returned " + (errorCode == null ? "HTTP status " + httpStatus : errorCode);
            return complete(new GatewayException(this, messageOr(usual)));
        }
    }
}
