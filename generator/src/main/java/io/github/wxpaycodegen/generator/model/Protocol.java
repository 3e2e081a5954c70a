package io.github.wxpaycodegen.generator.model;

/** A version of the wire protocol. */
public enum Protocol {
    /** XML, signed with the APIv2 key. */
    V2,
    /** JSON, signed with the merchant's private key. */
    V3
}
