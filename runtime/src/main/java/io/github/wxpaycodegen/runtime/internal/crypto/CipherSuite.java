package io.github.wxpaycodegen.runtime.internal.crypto;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import org.jspecify.annotations.Nullable;

/**
 * The algorithms by which a merchant and the gateway sign and encrypt: RSA with AES, or the Chinese SM2, SM3 and SM4. A
 * merchant uses one of the two for everything, and nothing by the other is believed. Safe for use by many threads.
 */
public interface CipherSuite {
    /** RSA with SHA-256, and AES-256-GCM. */
    @SuppressWarnings(
            "ClassInitializationDeadlock") // Only this line uses RsaSuite, so no thread can initialize it first.
    CipherSuite RSA = new RsaSuite();

    /**
     * The suite that a key is for.
     *
     * @throws IllegalArgumentException if the key is neither RSA nor SM2
     */
    static CipherSuite of(Key key) {
        if (key instanceof RSAKey) {
            return RSA;
        }
        // Without BouncyCastle there can be no such key, and no class that needs it is touched.
        if (Sm2Curve.has(key)) {
            return SmSuite.INSTANCE;
        }
        throw new IllegalArgumentException("it is neither an RSA nor an SM2 key, but " + key.getAlgorithm());
    }

    /** What stands at the end of the schemes of {@code Authorization}: {@code SHA256-RSA2048}. */
    String name();

    /** The value of {@code Wechatpay-Signature-Type}. */
    default String signatureType() {
        return "WECHATPAY2-" + name();
    }

    /** Returns whether a {@code Wechatpay-Signature-Type} means this suite; messages to a brand say so in another way. */
    default boolean hasSignatureType(String type) {
        return type.equals(signatureType()) || type.equals("WECHATPAY-BRAND-" + name());
    }

    /** The value of {@code algorithm_type} that asks for this suite's platform certificates. */
    String certificates();

    /** The name of the encryption under the APIv3 key: {@code AEAD_AES_256_GCM}. */
    String encryption();

    /**
     * Signs.
     *
     * @param provider null for the JVM's choice
     */
    byte[] sign(PrivateKey key, byte[] text, @Nullable Provider provider) throws GeneralSecurityException;

    /** Whether the signature is that of the text by the key. */
    boolean verify(PublicKey key, byte[] text, byte[] signature);

    /**
     * Decrypts and authenticates what the gateway encrypted under the APIv3 key.
     *
     * @param v3Key 32 bytes
     * @param nonce as text
     * @param associatedData as text; null for none, which is the same as empty
     * @param ciphertext base64, the tag at its end
     * @throws VerificationException if it was not encrypted so, with this key
     */
    byte[] decrypt(byte[] v3Key, String nonce, @Nullable String associatedData, String ciphertext)
            throws VerificationException;

    /** How many bytes the encryption of a sensitive field takes with this key. */
    int maxFieldBytes(PublicKey key);

    /**
     * Encrypts a sensitive field.
     *
     * @throws javax.crypto.IllegalBlockSizeException if the suite cannot encrypt an empty one, which this one is
     */
    byte[] encryptField(PublicKey key, byte[] plain) throws GeneralSecurityException;

    /** Decrypts a sensitive field. */
    byte[] decryptField(PrivateKey key, byte[] ciphertext) throws GeneralSecurityException;

    /** Reads a certificate in PEM. */
    X509Certificate certificate(byte[] pem) throws CertificateException;
}
