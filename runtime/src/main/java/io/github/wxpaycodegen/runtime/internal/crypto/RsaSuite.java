package io.github.wxpaycodegen.runtime.internal.crypto;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * RSA with SHA-256 (PKCS#1 v1.5); fields by RSA-OAEP with SHA-1 and MGF1; AES-256-GCM. Each value has its own Cipher.
 */
final class RsaSuite implements CipherSuite {
    private static final String SIGNATURE = "SHA256withRSA";
    private static final String FIELDS = "RSA/ECB/OAEPWithSHA-1AndMGF1Padding";
    /** OAEP with SHA-1 uses 42 bytes of the modulus. */
    private static final int OVERHEAD = 42;

    @Override
    public String name() {
        return "SHA256-RSA2048";
    }

    @Override
    public String certificates() {
        return "RSA";
    }

    @Override
    public String encryption() {
        return "AEAD_AES_256_GCM";
    }

    @Override
    public byte[] sign(PrivateKey key, byte[] text, @Nullable Provider provider) throws GeneralSecurityException {
        Signature signature =
                provider == null ? Signature.getInstance(SIGNATURE) : Signature.getInstance(SIGNATURE, provider);
        signature.initSign(key);
        signature.update(text);
        return signature.sign();
    }

    @Override
    public boolean verify(PublicKey key, byte[] text, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(SIGNATURE);
            verifier.initVerify(key);
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public byte[] decrypt(byte[] v3Key, String nonce, @Nullable String associatedData, String ciphertext)
            throws VerificationException {
        return AesGcm.decrypt(v3Key, nonce, associatedData, ciphertext);
    }

    @Override
    public int maxFieldBytes(PublicKey key) {
        return ((RSAKey) key).getModulus().bitLength() / Byte.SIZE - OVERHEAD;
    }

    @Override
    public byte[] encryptField(PublicKey key, byte[] plain) throws GeneralSecurityException {
        return run(Cipher.ENCRYPT_MODE, key, plain);
    }

    @Override
    public byte[] decryptField(PrivateKey key, byte[] ciphertext) throws GeneralSecurityException {
        return run(Cipher.DECRYPT_MODE, key, ciphertext);
    }

    @Override
    public X509Certificate certificate(byte[] pem) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    private static byte[] run(int mode, Key key, byte[] input) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(FIELDS);
        cipher.init(mode, key);
        return cipher.doFinal(input);
    }
}
