package io.github.wxpaycodegen.micrometer;

import io.github.wxpaycodegen.runtime.CallEnd;

/**
 * The error of the observation of a failed call. Its message has the operation, the outcome, the status, the error code and
 * the request id, and nothing of any message; the caller gets an exception that says more.
 */
public final class CallFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Has no stack trace: it is made on whichever thread brings the news. */
    CallFailure(CallEnd end) {
        super(end.toString(), null, false, false);
    }
}
