package io.github.wxpaycodegen.runtime.internal.crypto;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;

/** Relation of private keys to certificates. */
public final class KeyPairs {
    private KeyPairs() {}

    /** Returns true if a private key belongs to a certificate. */
    public static boolean belong(PrivateKey key, X509Certificate certificate) {
        PublicKey its = certificate.getPublicKey();
        byte[] text = {1};
        try {
            CipherSuite suite = CipherSuite.of(key);
            return suite == CipherSuite.of(its) && suite.verify(its, text, suite.sign(key, text, null));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
