package io.github.wxpaycodegen.runtime.error;

/** Whether the operation of a failed call took effect at the gateway. */
public enum Outcome {
    /** No byte of the request has left this machine: call again once the cause is fixed. */
    NOT_SENT,
    /**
     * The gateway reported that it did not do it. A response of v2 to a write is signed. An error of v3 is verified if it is
     * signed; many are not, and then TLS alone vouches for it: whoever can break TLS can claim a rejection. Where that
     * matters, query the order.
     */
    REJECTED,
    /** It may have taken effect: find out by a query before calling again, and then with the same order number. */
    UNKNOWN
}
