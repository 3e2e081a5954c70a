package io.github.wxpaycodegen.runtime.internal.crypto;

import io.github.wxpaycodegen.runtime.FitMessages;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;

/** Any bytes are keys or certificates in PEM, or are refused with the name of the setting. */
public final class PemFuzz {
    private PemFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        refusing(() -> Pem.certificates("platformCertificatesPem", input));
        refusing(() -> Pem.privateKey("merchantPrivateKeyPem", input));
        refusing(() -> Pem.publicKey("wechatPayPublicKeyPem", input));
    }

    private static void refusing(Runnable reading) {
        try {
            reading.run();
        } catch (ConfigurationException e) {
            FitMessages.require(e);
        }
    }
}
