package io.github.wxpaycodegen.runtime.internal.crypto;

import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Response of {@code GET /v3/certificates}. */
final class CertificateList {
    private static final int NOT_FOUND = 404;
    private static final Set<String> NONE = Set.of("NOT_FOUND", "RESOURCE_NOT_EXISTS");

    private CertificateList() {}

    /** Returns true if the gateway reports that the merchant has no platform certificate and uses a public key. */
    static boolean saysNone(int status, byte[] body) {
        try {
            return status == NOT_FOUND
                    && NONE.contains(String.valueOf(JsonDocument.read(body).get("code")));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Returns the certificates. Each is authenticated by its encryption with the APIv3 key. */
    static KeyRing decrypt(CipherSuite suite, byte[] body, byte[] v3Key) throws VerificationException {
        List<GatewayKey> keys = new ArrayList<>();
        try {
            for (Object entry : (List<?>) member(JsonDocument.read(body), "data")) {
                Map<?, ?> encrypted = (Map<?, ?>) member((Map<?, ?>) entry, "encrypt_certificate");
                if (!suite.encryption().equals(encrypted.get("algorithm"))) {
                    continue;
                }
                byte[] pem = suite.decrypt(
                        v3Key, (String) member(encrypted, "nonce"), (String) encrypted.get("associated_data"), (String)
                                member(encrypted, "ciphertext"));
                keys.add(GatewayKey.of(suite.certificate(pem)));
            }
        } catch (IllegalArgumentException | ClassCastException | CertificateException e) {
            throw new VerificationException("the response is not a list of certificates", e);
        }
        return new KeyRing(keys);
    }

    private static Object member(Map<?, ?> object, String name) throws VerificationException {
        @Nullable Object value = object.get(name);
        if (value == null) {
            throw new VerificationException("the response has no " + name);
        }
        return value;
    }
}
