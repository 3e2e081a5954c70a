package io.github.wxpaycodegen.simulator.internal.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The identities and keys of the merchant and the platform, which several simulators may share.
 *
 * @param brand empty if the merchant has no brand
 */
public record Identity(
        String mchid,
        String v2Key,
        String v3Key,
        Optional<Brand> brand,
        Certificates certificates,
        PlatformKeys platformKeys) {
    /** Returns the merchant as a caller of v3. */
    public V3Caller caller() {
        return new V3Caller(
                false,
                mchid,
                Serials.of(certificates.merchant()),
                certificates.merchant().getPublicKey());
    }

    /** Writes the keys and certificates that a client needs. */
    public void writeTo(Path directory, String password) throws IOException {
        certificates.writeTo(directory, password);
        Files.writeString(
                directory.resolve("pub_key.pem"),
                PemText.publicKey(platformKeys.publicKey().publicKey()));
        if (!platformKeys.certificates().isEmpty()) {
            Files.writeString(
                    directory.resolve("wechatpay_cert.pem"),
                    platformKeys.certificate().certificatePem());
        }
        if (brand.isPresent()) {
            brand.get().writeTo(directory);
        }
    }
}
