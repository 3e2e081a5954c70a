package io.github.wxpaycodegen.runtime.error;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The gateway answered with an error. */
public final class GatewayException extends WxPayException {
    private static final long serialVersionUID = 1L;

    private final int httpStatus;
    private final @Nullable String returnCode;
    private final @Nullable String returnMsg;
    private final @Nullable String resultCode;
    private final @Nullable String errCode;
    private final @Nullable String errCodeDes;
    private final @Nullable String detail;
    private final @Nullable String requestId;
    private final @Nullable Duration retryAfter;
    private final @Nullable String advice;
    private final String rawBody;

    /**
     * Makes an exception.
     *
     * @param outcome whether the operation took effect
     * @param message what is wrong, and what to do next
     * @param error the error response
     * @param advice what to do about the error code; null if nobody knows
     */
    public GatewayException(Outcome outcome, String message, GatewayError error, @Nullable String advice) {
        this(outcome, message, error, advice, null);
    }

    private GatewayException(
            Outcome outcome, String message, GatewayError error, @Nullable String advice, @Nullable Throwable cause) {
        super(outcome, message, cause);
        this.httpStatus = error.httpStatus();
        this.returnCode = error.returnCode();
        this.returnMsg = error.returnMsg();
        this.resultCode = error.resultCode();
        this.errCode = error.errCode();
        this.errCodeDes = error.errCodeDes();
        this.detail = error.detail();
        this.requestId = error.requestId();
        this.retryAfter = error.retryAfter();
        this.advice = advice;
        this.rawBody = error.rawBody();
    }

    /**
     * Returns a builder of an exception to test handlers with.
     *
     * @throws IllegalArgumentException for {@link Outcome#NOT_SENT}, which no error of the gateway has
     */
    public static Builder builder(Outcome outcome) {
        return new Builder(outcome);
    }

    /** The HTTP status. */
    public int httpStatus() {
        return httpStatus;
    }

    /** {@code return_code}: other than SUCCESS, the gateway did not take the call. Null if the response has none. */
    public @Nullable String returnCode() {
        return returnCode;
    }

    /** {@code return_msg}; null if the response has none. */
    public @Nullable String returnMsg() {
        return returnMsg;
    }

    /** {@code result_code}: other than SUCCESS, the operation failed. Null if the response has none. */
    public @Nullable String resultCode() {
        return resultCode;
    }

    /** {@code err_code} of v2, or {@code error_code} where the operation has that; {@code code} of v3. Null without. */
    public @Nullable String errCode() {
        return errCode;
    }

    /** Returns the meaning of {@link #errCode()}, in the gateway's words; null if the response does not have it. */
    public @Nullable String errCodeDes() {
        return errCodeDes;
    }

    /** {@code detail} of v3, as JSON: which field is wrong, and why. Null if the response has none. */
    public @Nullable String detail() {
        return detail;
    }

    /** Returns the identifier of the call for WeChat Pay's support; null if the response has none. */
    public @Nullable String requestId() {
        return requestId;
    }

    /**
     * Returns what to do about the {@link #errCode()}: the words of the operation's spec, or else of the list of common codes. If
     * the outcome is unknown, the query that tells comes first. Null for a rejection whose code neither has. The message contains
     * it.
     */
    @Override
    public @Nullable String advice() {
        return advice;
    }

    /** How long the gateway asks to wait before the next call ({@code Retry-After}); null if it does not. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The body as it came, never null; not part of the message, for it may hold personal data. */
    public String rawBody() {
        return rawBody;
    }

    /** Builds an exception to test handlers with. A field that is not set is null, and the body is empty. */
    public static final class Builder extends ExceptionBuilder<Builder> {
        private int httpStatus;
        private @Nullable String returnCode;
        private @Nullable String returnMsg;
        private @Nullable String resultCode;
        private @Nullable String errCode;
        private @Nullable String errCodeDes;
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

        /** Sets the HTTP status; by default 400 for a rejection, and otherwise 500. An error of v2 usually has 200. */
        public Builder httpStatus(int value) {
            httpStatus = value;
            return this;
        }

        /** Sets {@code return_code} of v2. */
        public Builder returnCode(String value) {
            returnCode = value;
            return this;
        }

        /** Sets {@code return_msg} of v2. */
        public Builder returnMsg(String value) {
            returnMsg = value;
            return this;
        }

        /** Sets {@code result_code} of v2. */
        public Builder resultCode(String value) {
            resultCode = value;
            return this;
        }

        /** Sets the error code: {@code err_code} of v2, {@code code} of v3. */
        public Builder errCode(String value) {
            errCode = value;
            return this;
        }

        /** Sets what the error code means, in the gateway's words. */
        public Builder errCodeDes(String value) {
            errCodeDes = value;
            return this;
        }

        /** Sets {@code detail} of v3, as JSON. */
        public Builder detail(String value) {
            detail = value;
            return this;
        }

        /** Sets what identifies the call to WeChat Pay's support. */
        public Builder requestId(String value) {
            requestId = value;
            return this;
        }

        /** Sets how long the gateway asks to wait before the next call. */
        public Builder retryAfter(Duration value) {
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
         * @throws IllegalStateException if it has a result of {@code settle()} and its outcome is known
         */
        public GatewayException build() {
            GatewayError error = new GatewayError(
                    httpStatus,
                    returnCode,
                    returnMsg,
                    resultCode,
                    errCode,
                    errCodeDes,
                    detail,
                    requestId,
                    retryAfter,
                    rawBody);
            String usual = "the gateway returned " + (errCode == null ? "HTTP status " + httpStatus : errCode);
            return complete(new GatewayException(outcome(), messageOr(usual), error, advice(), cause()));
        }
    }
}
