package io.github.wxpaycodegen.micrometer;

import io.github.wxpaycodegen.runtime.CallEnd;

/**
 * The error of the observation of a failed call. Its message contains the operation, the outcome, the HTTP status, the
 * error code and the request id, but no content of requests or responses. The caller gets a more detailed exception.
 */
public final class CallFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates the error without a stack trace, because the thread that creates it is not the caller's. */
    CallFailure(CallEnd end) {
        super(end.toString(), null, false, false);
    }
}
