package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.message.SignType;
import java.util.Map;

/**
 * The identity, clock, nonces and keys of a client, as front-end parameters need them.
 *
 * <p>Do not implement it: methods are added without notice.
 */
public interface FrontEndSigner {
    /**
     * Returns the configured app id.
     *
     * @throws io.github.wxpaycodegen.runtime.error.ConfigurationException if none is configured
     */
    String appid();

    /**
     * Returns the configured merchant id.
     *
     * @throws io.github.wxpaycodegen.runtime.error.ConfigurationException if none is configured
     */
    String mchid();

    /** Returns the seconds since 1970. */
    long seconds();

    /** Returns a new nonce. */
    String nonce();

    /**
     * Signs fields by the rules of v2, with the APIv2 key.
     *
     * @throws io.github.wxpaycodegen.runtime.error.InvalidRequestException if a value contains {@code &} before {@code
     *     =}: the payer, who sees the signature, could use it for other fields
     * @throws io.github.wxpaycodegen.runtime.error.ConfigurationException if that key is not configured
     */
    String signV2(Map<String, String> fields, SignType type);

    /**
     * Signs a text by the rules of v3, with the merchant's private key: RSA with SHA-256, in Base64.
     *
     * @throws io.github.wxpaycodegen.runtime.error.ConfigurationException if that key is not configured
     */
    String signV3(String text);
}
