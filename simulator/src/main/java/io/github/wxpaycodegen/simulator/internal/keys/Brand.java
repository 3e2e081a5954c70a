package io.github.wxpaycodegen.simulator.internal.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The merchant's brand: an account with its own keys and its own public key of the platform.
 *
 * @param issued the certificate and private key with which the brand signs
 * @param platformKeys the platform's keys for the brand: a public key and no certificates
 */
public record Brand(String id, String v3Key, IssuedCertificate issued, PlatformKeys platformKeys) {
    /** Returns the brand as a caller. */
    public V3Caller caller() {
        return new V3Caller(true, id, serial(), issued.certificate().getPublicKey());
    }

    /** Returns the serial number of the certificate. */
    public String serial() {
        return Serials.of(issued.certificate());
    }

    /** Returns the certificate in PEM. */
    public String certificatePem() {
        return PemText.certificate(issued.certificate());
    }

    /** Returns the private key in PEM. */
    public String keyPem() {
        return PemText.privateKey(issued.key());
    }

    /** Returns the platform's public key for the brand, in PEM. */
    public String publicKeyPem() {
        return PemText.publicKey(platformKeys.publicKey().publicKey());
    }

    /** Writes the keys and certificates that a client needs. */
    void writeTo(Path directory) throws IOException {
        Files.writeString(directory.resolve("brand_cert.pem"), certificatePem());
        Files.writeString(directory.resolve("brand_key.pem"), keyPem());
        Files.writeString(directory.resolve("brand_pub_key.pem"), publicKeyPem());
    }
}
