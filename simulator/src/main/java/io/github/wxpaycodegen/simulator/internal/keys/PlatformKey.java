package io.github.wxpaycodegen.simulator.internal.keys;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * A key of the platform.
 *
 * @param serial the serial number of its certificate, or the id of a public key
 * @param certificate empty for a public key
 */
public record PlatformKey(
        String serial, PrivateKey privateKey, PublicKey publicKey, Optional<X509Certificate> certificate) {
    /** Returns the certificate in PEM. */
    public String certificatePem() {
        return PemText.certificate(certificate.orElseThrow());
    }
}
