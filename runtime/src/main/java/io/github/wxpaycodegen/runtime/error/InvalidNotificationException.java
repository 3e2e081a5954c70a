package io.github.wxpaycodegen.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * What was received is not a notification of WeChat Pay, or not as it was sent, or not now. Nothing that it says is to be
 * believed. The message is for the log, not for the sender.
 */
public final class InvalidNotificationException extends WxPayException {
    private static final long serialVersionUID = 1L;

    private final int httpStatus;

    /**
     * Says what is wrong.
     *
     * @param httpStatus the status to answer with: 401 for what is not proven, 400 for what cannot be read, 413 for what is
     *     too large
     */
    public InvalidNotificationException(int httpStatus, String message, @Nullable Throwable cause) {
        super(Outcome.NOT_SENT, message, cause);
        this.httpStatus = httpStatus;
    }

    /** The status to answer with. */
    public int httpStatus() {
        return httpStatus;
    }
}
