package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.simulator.internal.keys.Nonces;
import io.github.wxpaycodegen.simulator.internal.keys.PlatformKey;
import io.github.wxpaycodegen.simulator.internal.keys.PlatformKeys;
import io.github.wxpaycodegen.simulator.internal.values.ArrayNode;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** The response of {@code /v3/certificates}: the platform certificates, encrypted with the APIv3 key. */
public final class V3Certificates {
    private static final Set<String> URIS = Set.of("v3/certificates", "v3/global/certificates");
    private static final String ASSOCIATED_DATA = "certificate";

    private final PlatformKeys keys;
    private final String v3Key;

    V3Certificates(PlatformKeys keys, String v3Key) {
        this.keys = keys;
        this.v3Key = v3Key;
    }

    /** Returns true if a URI is that of the certificates. */
    public static boolean isAt(String uri) {
        return URIS.contains(uri);
    }

    /** Returns true if the merchant has platform certificates. */
    boolean exist() {
        return !keys.certificates().isEmpty();
    }

    /**
     * Returns the response, with the newest certificate first as in the gateway.
     *
     * @param algorithmType the requested type; there are no certificates of suites other than the merchant's
     */
    ObjectNode document(String algorithmType) {
        ObjectNode document = new ObjectNode();
        ArrayNode data = document.putArray("data");
        if (keys.suite().isAskedBy(algorithmType)) {
            keys.certificates().forEach(key -> data.insert(0, entry(key)));
        }
        return document;
    }

    private ObjectNode entry(PlatformKey key) {
        X509Certificate certificate = key.certificate().orElseThrow();
        ObjectNode entry = new ObjectNode();
        entry.put("serial_no", key.serial())
                .put("effective_time", time(certificate.getNotBefore().toInstant()))
                .put("expire_time", time(certificate.getNotAfter().toInstant()));
        String nonce = Nonces.nextForGcm();
        byte[] pem = key.certificatePem().getBytes(StandardCharsets.US_ASCII);
        entry.putObject("encrypt_certificate")
                .put("algorithm", keys.suite().encryption())
                .put("nonce", nonce)
                .put("associated_data", ASSOCIATED_DATA)
                .put("ciphertext", keys.suite().encrypt(v3Key, nonce, ASSOCIATED_DATA, pem));
        return entry;
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(ZoneOffset.ofHours(8)));
    }
}
