package io.github.wxpaycodegen.runtime;

/** Whether the operation of a failed call took effect at the gateway. */
public enum Outcome {
    /** Nothing has left this machine. */
    NOT_SENT,
    /** The gateway answered, credibly, that it did not do it. */
    REJECTED,
    /** It may have taken effect: find out by a query before calling again, and then with the same order number. */
    UNKNOWN
}
