package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.v3.CipherSuite;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;

/** Private keys and the certificates that belong to them. */
final class KeyPairs {
    private KeyPairs() {}

    static boolean belong(PrivateKey key, X509Certificate certificate) {
        PublicKey its = certificate.getPublicKey();
        if (key instanceof RSAPrivateKey mine && its instanceof RSAPublicKey other) {
            return mine.getModulus().equals(other.getModulus());
        }
        byte[] text = {1};
        try {
            CipherSuite suite = CipherSuite.of(key);
            return suite == CipherSuite.of(its) && suite.verify(its, text, suite.sign(key, text, null));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
