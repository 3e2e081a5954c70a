package io.github.wxpaycodegen.runtime.notification;

/** The protocol of a notification. */
public enum Protocol {
    /** XML under the APIv2 key. */
    V2,
    /** JSON, signed with a key of the gateway and encrypted under the APIv3 key. */
    V3
}
