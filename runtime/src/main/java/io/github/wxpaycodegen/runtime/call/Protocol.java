package io.github.wxpaycodegen.runtime.call;

/** Version of the wire protocol of an operation or a notification. */
public enum Protocol {
    /** XML, signed with the APIv2 key. */
    V2,
    /**
     * JSON. Requests are signed with the private key of the merchant or the brand, responses and notifications with a key of the
     * gateway; the APIv3 key encrypts notifications.
     */
    V3
}
