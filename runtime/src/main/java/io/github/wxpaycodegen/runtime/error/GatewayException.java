package io.github.wxpaycodegen.runtime.error;

import java.time.Duration;
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
        super(outcome, message, null);
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

    /** What {@link #errCode()} means, in the gateway's words; null if the response does not have it. */
    public @Nullable String errCodeDes() {
        return errCodeDes;
    }

    /** {@code detail} of v3, as JSON: which field is wrong, and why. Null if the response has none. */
    public @Nullable String detail() {
        return detail;
    }

    /** What identifies the call to WeChat Pay's support; null if the response has none. */
    public @Nullable String requestId() {
        return requestId;
    }

    /**
     * What to do about the {@link #errCode()}: the words of the operation's spec, or else of the list of common codes; null
     * for a code that neither has. The message contains them.
     */
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
}
