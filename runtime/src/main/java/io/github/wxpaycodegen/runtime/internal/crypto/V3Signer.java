package io.github.wxpaycodegen.runtime.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Signs with the merchant's private key, with the suite of the key; in Base64. Thread-safe. */
public final class V3Signer {
    private final PrivateKey key;
    private final String serial;
    private final @Nullable Provider provider;
    private final CipherSuite suite;

    /**
     * Creates a signer.
     *
     * @param key an RSA or SM2 key
     * @param serial the serial number of the merchant's certificate, in WeChat Pay's form
     * @param provider the JCA provider that signs; null for the JVM's choice
     */
    public V3Signer(PrivateKey key, String serial, @Nullable Provider provider) {
        this.key = key;
        this.serial = serial;
        this.provider = provider;
        this.suite = CipherSuite.of(key);
    }

    /**
     * Returns the value of the {@code Authorization} header of a request.
     *
     * @param identity the signer
     * @param method the HTTP method
     * @param target the path with its query, exactly as sent
     * @param seconds since 1970
     * @param nonce must be used once
     * @param body the bytes that are sent; for an upload, those of its {@code meta} part
     */
    public String authorization(
            Identity identity, String method, String target, long seconds, String nonce, byte[] body) {
        String signature = sign(RequestText.of(method, target, seconds, nonce, body));
        return identity.scheme() + "-" + suite.name() + " " + identity.field() + "=\"" + identity.id()
                + "\",nonce_str=\"" + nonce + "\",timestamp=\"" + seconds + "\",serial_no=\"" + serial
                + "\",signature=\"" + signature + "\"";
    }

    /** Returns the serial number of the merchant's certificate. */
    public String serial() {
        return serial;
    }

    /** Returns the signature of a text in UTF-8, for front-end parameters. */
    public String sign(String text) {
        return sign(text.getBytes(StandardCharsets.UTF_8));
    }

    private String sign(byte[] text) {
        try {
            return Base64.getEncoder().encodeToString(suite.sign(key, text, provider));
        } catch (GeneralSecurityException e) {
            // Without the message of the cause, which may quote the key.
            throw new IllegalStateException("the merchant's private key cannot sign");
        }
    }
}
