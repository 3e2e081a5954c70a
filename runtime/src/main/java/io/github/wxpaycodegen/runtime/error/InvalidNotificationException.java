package io.github.wxpaycodegen.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * Exception for a message that is not a valid notification of WeChat Pay: it is forged, altered, too old or malformed.
 * Do not trust its content. The message of the exception is for the log, not for the sender.
 */
public final class InvalidNotificationException extends WxPayException {
    private static final long serialVersionUID = 1L;

    private final int httpStatus;

    /**
     * Creates an exception.
     *
     * @param httpStatus the HTTP status of the reply: 401 if the message is not authentic, 400 if it is malformed, 413
     *     if it is too large
     * @param message what is wrong
     * @param cause null for none
     */
    public InvalidNotificationException(int httpStatus, String message, @Nullable Throwable cause) {
        super(Outcome.NOT_SENT, message, cause);
        this.httpStatus = httpStatus;
    }

    /** Returns the HTTP status of the reply. */
    public int httpStatus() {
        return httpStatus;
    }
}
