package io.github.wxpaycodegen.simulator.internal.v2;

/** A v2 request cannot be read: it is refused before anything is known about its caller. */
final class V2RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With the {@code return_msg} of the answer. */
    V2RefusedException(String returnMsg) {
        super(returnMsg);
    }

    V2Refusal refusal() {
        return new V2Refusal.Protocol(String.valueOf(getMessage()));
    }
}
