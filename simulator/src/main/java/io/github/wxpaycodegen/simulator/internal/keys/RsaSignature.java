package io.github.wxpaycodegen.simulator.internal.keys;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/** Signatures: RSA with SHA-256 and PKCS#1 v1.5 padding, in Base64. */
final class RsaSignature {
    private static final String ALGORITHM = "SHA256withRSA";

    private RsaSignature() {}

    static String sign(PrivateKey key, byte[] text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(text);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a message could not be signed", e);
        }
    }

    /** Returns true if a signature is valid; text that is not a signature is not. */
    static boolean verify(PublicKey key, byte[] text, String signature) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
