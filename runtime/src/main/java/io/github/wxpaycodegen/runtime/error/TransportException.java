package io.github.wxpaycodegen.runtime.error;

import org.jspecify.annotations.Nullable;

/** Connecting, sending or receiving failed, or took longer than the call may. */
public final class TransportException extends WxPayException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what failed.
     *
     * @param outcome {@link Outcome#NOT_SENT} only where it is certain that no byte of the request has left
     */
    public TransportException(Outcome outcome, String message, @Nullable Throwable cause) {
        super(outcome, message, cause);
    }
}
