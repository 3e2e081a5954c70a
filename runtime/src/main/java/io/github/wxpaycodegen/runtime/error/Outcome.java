package io.github.wxpaycodegen.runtime.error;

/** Effect of a failed call at the gateway: whether the operation took effect. */
public enum Outcome {
    /** No byte of the request was sent. Call again once the cause is fixed. */
    NOT_SENT,
    /**
     * The gateway reported that it did not perform the operation. Responses of v2 to writes are signed. Errors of v3
     * are verified if they are signed, but many are not; then only TLS protects them, and an attacker who can break TLS
     * can forge a rejection. If that matters, query the order.
     */
    REJECTED,
    /** The operation may have taken effect. Query it before calling again, and then use the same order number. */
    UNKNOWN
}
