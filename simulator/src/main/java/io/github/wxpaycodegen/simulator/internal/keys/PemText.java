package io.github.wxpaycodegen.simulator.internal.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Formats keys and certificates as PEM. */
public final class PemText {
    private PemText() {}

    /** Returns a certificate in PEM. */
    public static String certificate(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate could not be written", e);
        }
    }

    /** Returns a private key in PKCS#8, not encrypted. */
    static String privateKey(PrivateKey key) {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    /** Returns a public key in PEM. */
    public static String publicKey(PublicKey key) {
        return pem("PUBLIC KEY", key.getEncoded());
    }

    /** Returns an RSA key in PKCS#1, as {@code risk/getpublickey} does. */
    public static String rsaPublicKey(PublicKey key) {
        try {
            byte[] pkcs1 = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                    .parsePublicKey()
                    .getEncoded();
            return pem("RSA PUBLIC KEY", pkcs1);
        } catch (IOException e) {
            throw new IllegalStateException("a public key could not be written", e);
        }
    }

    private static String pem(String label, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }
}
