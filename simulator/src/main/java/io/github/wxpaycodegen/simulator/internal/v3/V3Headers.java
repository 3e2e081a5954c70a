package io.github.wxpaycodegen.simulator.internal.v3;

import java.util.Set;

/** The headers of a signed v3 answer. */
public final class V3Headers {
    static final String TIMESTAMP = "Wechatpay-Timestamp";
    static final String NONCE = "Wechatpay-Nonce";
    public static final String SIGNATURE = "Wechatpay-Signature";
    public static final String SERIAL = "Wechatpay-Serial";
    static final String SIGNATURE_TYPE = "Wechatpay-Signature-Type";

    /** All of them: without them an answer is unsigned. */
    public static final Set<String> ALL = Set.of(TIMESTAMP, NONCE, SIGNATURE, SERIAL, SIGNATURE_TYPE);

    private V3Headers() {}
}
