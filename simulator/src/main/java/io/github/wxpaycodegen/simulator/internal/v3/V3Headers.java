package io.github.wxpaycodegen.simulator.internal.v3;

import java.util.Set;

/** The signature headers of v3 responses. */
public final class V3Headers {
    static final String TIMESTAMP = "Wechatpay-Timestamp";
    static final String NONCE = "Wechatpay-Nonce";
    /** The header with the signature. */
    public static final String SIGNATURE = "Wechatpay-Signature";
    /** The header with the serial number of the key that signed. */
    public static final String SERIAL = "Wechatpay-Serial";

    static final String SIGNATURE_TYPE = "Wechatpay-Signature-Type";

    /** All signature headers. */
    public static final Set<String> ALL = Set.of(TIMESTAMP, NONCE, SIGNATURE, SERIAL, SIGNATURE_TYPE);

    private V3Headers() {}
}
