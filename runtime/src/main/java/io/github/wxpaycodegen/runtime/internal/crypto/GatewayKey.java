package io.github.wxpaycodegen.runtime.internal.crypto;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of the gateway: it verifies the gateway's signatures, and encrypts values for the gateway.
 *
 * @param serial the serial number of its certificate, or the id of the public key ({@code PUB_KEY_ID_...})
 * @param key an RSA or SM2 key
 * @param certificate null for a public key without a certificate
 */
public record GatewayKey(
        String serial, PublicKey key, @Nullable X509Certificate certificate) {
    /** Returns the key of a platform certificate. */
    public static GatewayKey of(X509Certificate certificate) {
        return new GatewayKey(Serial.of(certificate), certificate.getPublicKey(), certificate);
    }

    /** Returns a public key, which has no certificate and does not expire. */
    public static GatewayKey of(String id, PublicKey key) {
        return new GatewayKey(id, key, null);
    }

    boolean isExpired(Instant now) {
        return certificate != null && certificate.getNotAfter().toInstant().isBefore(now);
    }

    boolean isValid(Instant now) {
        return certificate == null
                || (!isExpired(now) && !certificate.getNotBefore().toInstant().isAfter(now));
    }

    /** Returns the time of expiry, which for a public key is never. */
    Instant expiry() {
        return certificate == null ? Instant.MAX : certificate.getNotAfter().toInstant();
    }
}
