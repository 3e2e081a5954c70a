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
 * The algorithms with which a merchant and the gateway sign and encrypt: RSA with AES, or the Chinese SM2, SM3 and SM4.
 * A merchant uses one suite for everything; anything in the other suite is rejected. Thread-safe.
 */
public interface CipherSuite {
    /** RSA with SHA-256, and AES-256-GCM. */
    @SuppressWarnings(
            "ClassInitializationDeadlock") // RsaSuite is used only here, so no other thread can initialize it first and
    // deadlock.
    CipherSuite RSA = new RsaSuite();

    /**
     * Returns the suite of a key.
     *
     * @throws IllegalArgumentException if the key is neither RSA nor SM2
     */
    static CipherSuite of(Key key) {
        if (key instanceof RSAKey) {
            return RSA;
        }
        // The check does not load SmSuite, which needs BouncyCastle. Without BouncyCastle there are no SM2 keys.
        if (Sm2Curve.has(key)) {
            return SmSuite.INSTANCE;
        }
        throw new IllegalArgumentException("it is neither an RSA nor an SM2 key, but " + key.getAlgorithm());
    }

    /** Returns the suite's part of the {@code Authorization} scheme: {@code SHA256-RSA2048}. */
    String name();

    /** Returns the value of {@code Wechatpay-Signature-Type}. */
    default String signatureType() {
        return "WECHATPAY2-" + name();
    }

    /**
     * Returns true if a {@code Wechatpay-Signature-Type} denotes this suite. Messages to a brand have another value.
     */
    default boolean hasSignatureType(String type) {
        return type.equals(signatureType()) || type.equals("WECHATPAY-BRAND-" + name());
    }

    /** Returns the value of {@code algorithm_type} that requests this suite's platform certificates. */
    String certificates();

    /** Returns the name of the encryption with the APIv3 key: {@code AEAD_AES_256_GCM}. */
    String encryption();

    /**
     * Signs a text.
     *
     * @param provider null for the JVM's choice
     */
    byte[] sign(PrivateKey key, byte[] text, @Nullable Provider provider) throws GeneralSecurityException;

    /** Returns true if the signature of the text is valid for the key. */
    boolean verify(PublicKey key, byte[] text, byte[] signature);

    /**
     * Decrypts and authenticates a text that the gateway encrypted with the APIv3 key.
     *
     * @param v3Key 32 bytes
     * @param nonce as text
     * @param associatedData as text; null means empty
     * @param ciphertext in Base64, with the tag at its end
     * @throws VerificationException if the ciphertext was not encrypted with this key, nonce and associated data
     */
    byte[] decrypt(byte[] v3Key, String nonce, @Nullable String associatedData, String ciphertext)
            throws VerificationException;

    /** Returns the maximum number of bytes of a sensitive field that can be encrypted with this key. */
    int maxFieldBytes(PublicKey key);

    /**
     * Encrypts a sensitive field.
     *
     * @throws javax.crypto.IllegalBlockSizeException if the field is empty and the suite cannot encrypt an empty one
     */
    byte[] encryptField(PublicKey key, byte[] plain) throws GeneralSecurityException;

    /** Decrypts a sensitive field. */
    byte[] decryptField(PrivateKey key, byte[] ciphertext) throws GeneralSecurityException;

    /** Parses a certificate in PEM. */
    X509Certificate certificate(byte[] pem) throws CertificateException;
}
