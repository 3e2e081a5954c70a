package io.github.wxpaycodegen.simulator.internal.v2;

/** Exception for a v2 request that cannot be read, so that it is rejected before its caller is identified. */
final class V2RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates the exception with the {@code return_msg} of the response. */
    V2RefusedException(String returnMsg) {
        super(returnMsg);
    }

    V2Refusal refusal() {
        return new V2Refusal.Protocol(String.valueOf(getMessage()));
    }
}
