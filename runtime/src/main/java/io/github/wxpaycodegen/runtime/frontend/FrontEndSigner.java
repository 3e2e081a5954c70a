package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.message.SignType;
import java.util.Map;

/** Who signs, when, and with what: the client, as front-end parameters see it. */
public interface FrontEndSigner {
    /**
     * The configured app id.
     *
     * @throws io.github.wxpaycodegen.runtime.error.ConfigurationException if none is configured
     */
    String appid();

    /**
     * The configured merchant id.
     *
     * @throws io.github.wxpaycodegen.runtime.error.ConfigurationException if none is configured
     */
    String mchid();

    /** Seconds since 1970. */
    long seconds();

    /** A nonce that was never given before. */
    String nonce();

    /**
     * Signs fields as v2 does, with the APIv2 key.
     *
     * @throws io.github.wxpaycodegen.runtime.error.ConfigurationException if no such key is configured
     */
    String signV2(Map<String, String> fields, SignType type);

    /**
     * Signs a text as v3 does, with the merchant's private key: RSA with SHA-256, base64.
     *
     * @throws io.github.wxpaycodegen.runtime.error.ConfigurationException if no such key is configured
     */
    String signV3(String text);
}
