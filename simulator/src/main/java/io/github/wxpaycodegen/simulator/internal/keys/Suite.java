package io.github.wxpaycodegen.simulator.internal.keys;

import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.util.Optional;

/** The algorithms of v3 that a merchant uses for everything. */
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

    /** The one that a key is for. */
    public static Suite of(Key key) {
        return key instanceof RSAKey ? RSA : SM;
    }

    /** The scheme of {@code Authorization}, and of answers the {@code Wechatpay-Signature-Type}. */
    public String scheme() {
        return "WECHATPAY2-" + signatureName;
    }

    /** The scheme of {@code Authorization} under {@code /brand/}. */
    public String brandScheme() {
        return "WECHATPAY-BRAND-" + signatureName;
    }

    /** Whether a client that asks for this {@code algorithm_type} gets this suite's certificates. */
    public boolean isAskedBy(String algorithmType) {
        return algorithmType.equals(certificates) || algorithmType.equals("ALL");
    }

    /** The name of the encryption under the APIv3 key. */
    public String encryption() {
        return encryption;
    }

    /** Signs; the signature in base64. */
    public abstract String sign(PrivateKey key, byte[] text);

    /** Whether it is the signature of the text; what is no signature at all is not. */
    public abstract boolean verify(PublicKey key, byte[] text, String signature);

    /** A single field, in base64. */
    public abstract String encryptField(PublicKey key, String text);

    /** The text; empty if it is not encrypted for the key, or no text. */
    public abstract Optional<String> decryptField(PrivateKey key, String ciphertext);

    /** Encrypts under the APIv3 key; in base64, the tag behind the ciphertext. */
    public abstract String encrypt(String v3Key, String nonce, String associatedData, byte[] plaintext);
}
