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

    /** The HTTP status; 0 where the response was given up before it was whole. */
    public int httpStatus() {
        return httpStatus;
    }

    /** What identifies the call to WeChat Pay's support; null if the response has none. */
    public @Nullable String requestId() {
        return requestId;
    }
}
