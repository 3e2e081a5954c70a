package io.github.wxpaycodegen.simulator.internal.keys;

import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.util.Optional;

/** The cipher suite of v3 that a merchant uses for everything. */
public enum Suite {
    RSA("SHA256-RSA2048", "RSA", "AEAD_AES_256_GCM") {
        @Override
        public String sign(PrivateKey key, byte[] text) {
            return RsaSignature.sign(key, text);
        }

        @Override
        public boolean verify(PublicKey key, byte[] text, String signature) {
            return RsaSignature.verify(key, text, signature);
        }

        @Override
        public String encryptField(PublicKey key, String text) {
            return RsaOaep.encrypt(key, text);
        }

        @Override
        public Optional<String> decryptField(PrivateKey key, String ciphertext) {
            return RsaOaep.decrypt(key, ciphertext);
        }

        @Override
        public String encrypt(String v3Key, String nonce, String associatedData, byte[] plaintext) {
            return AesGcm.encrypt(v3Key, nonce, associatedData, plaintext);
        }
    },
    SM("SM2-WITH-SM3", "SM2", "AEAD_SM4_GCM") {
        @Override
        public String sign(PrivateKey key, byte[] text) {
            return Sm2.sign(key, text);
        }

        @Override
        public boolean verify(PublicKey key, byte[] text, String signature) {
            return Sm2.verify(key, text, signature);
        }

        @Override
        public String encryptField(PublicKey key, String text) {
            return Sm2.encrypt(key, text);
        }

        @Override
        public Optional<String> decryptField(PrivateKey key, String ciphertext) {
            return Sm2.decrypt(key, ciphertext);
        }

        @Override
        public String encrypt(String v3Key, String nonce, String associatedData, byte[] plaintext) {
            return Sm4Gcm.encrypt(v3Key, nonce, associatedData, plaintext);
        }
    };

    private final String signatureName;
    private final String certificates;
    private final String encryption;

    Suite(String signatureName, String certificates, String encryption) {
        this.signatureName = signatureName;
        this.certificates = certificates;
        this.encryption = encryption;
    }

    /** Returns the suite of a key. */
    public static Suite of(Key key) {
        return key instanceof RSAKey ? RSA : SM;
    }

    /** Returns the scheme of {@code Authorization}, which is also the {@code Wechatpay-Signature-Type} of responses. */
    public String scheme() {
        return "WECHATPAY2-" + signatureName;
    }

    /** Returns the scheme of {@code Authorization} below {@code /brand/}. */
    public String brandScheme() {
        return "WECHATPAY-BRAND-" + signatureName;
    }

    /** Returns true if an {@code algorithm_type} selects the certificates of this suite. */
    public boolean isAskedBy(String algorithmType) {
        return algorithmType.equals(certificates) || algorithmType.equals("ALL");
    }

    /** Returns the name of the encryption with the APIv3 key. */
    public String encryption() {
        return encryption;
    }

    /** Returns the signature of a text in Base64. */
    public abstract String sign(PrivateKey key, byte[] text);

    /** Returns true if a signature is valid; text that is not a signature is not. */
    public abstract boolean verify(PublicKey key, byte[] text, String signature);

    /** Encrypts a field, in Base64. */
    public abstract String encryptField(PublicKey key, String text);

    /** Returns the plain text; empty if it is not encrypted for the key, or not UTF-8. */
    public abstract Optional<String> decryptField(PrivateKey key, String ciphertext);

    /** Encrypts with the APIv3 key: Base64 of the ciphertext followed by the tag. */
    public abstract String encrypt(String v3Key, String nonce, String associatedData, byte[] plaintext);
}
