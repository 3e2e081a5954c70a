package io.github.wxpaycodegen.simulator;

import java.util.Set;

/** The headers of a signed v3 answer. */
final class V3Headers {
    static final String TIMESTAMP = "Wechatpay-Timestamp";
    static final String NONCE = "Wechatpay-Nonce";
    static final String SIGNATURE = "Wechatpay-Signature";
    static final String SERIAL = "Wechatpay-Serial";
    static final String SIGNATURE_TYPE = "Wechatpay-Signature-Type";

    /** All of them: without them an answer is unsigned. */
    static final Set<String> ALL = Set.of(TIMESTAMP, NONCE, SIGNATURE, SERIAL, SIGNATURE_TYPE);

    private V3Headers() {}
}
