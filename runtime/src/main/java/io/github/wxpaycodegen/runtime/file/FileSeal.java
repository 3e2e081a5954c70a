package io.github.wxpaycodegen.runtime.file;

import io.github.wxpaycodegen.runtime.internal.crypto.AesGcm;
import io.github.wxpaycodegen.runtime.internal.crypto.CipherSuite;
import io.github.wxpaycodegen.runtime.internal.crypto.VerificationException;
import io.github.wxpaycodegen.runtime.internal.download.PartFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Base64;

/**
 * How a file is encrypted: with a key of its own.
 *
 * @param encryptKey the key, or its ciphertext for the merchant in base64
 * @param nonce as text
 */
record FileSeal(String encryptKey, String nonce) {
    /** The tag at the end authenticates the whole, so the JVM answers nothing before it has read all of it. */
    static final int LIMIT = 128 * 1024 * 1024;

    private static final int AES_256_BYTES = 32;

    /**
     * What is in it.
     *
     * @throws VerificationException if it was not encrypted so for this key, or is larger than {@link #LIMIT}
     */
    byte[] open(PrivateKey merchantKey, PartFile sealed) throws IOException, VerificationException {
        if (sealed.size() > LIMIT) {
            throw new VerificationException("it has " + sealed.size() + " bytes, and " + LIMIT + " can be decrypted");
        }
        byte[] key = key(merchantKey);
        try (InputStream in = sealed.read()) {
            return AesGcm.decrypt(key, nonce, in.readAllBytes());
        }
    }

    private byte[] key(PrivateKey merchantKey) throws VerificationException {
        // A ciphertext is always longer than a key, so the two cannot be confused.
        byte[] decrypted = encryptKey.getBytes(StandardCharsets.UTF_8);
        if (decrypted.length == AES_256_BYTES) {
            return decrypted;
        }
        byte[] key;
        try {
            key = CipherSuite.of(merchantKey)
                    .decryptField(merchantKey, Base64.getDecoder().decode(encryptKey));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new VerificationException("its key is not encrypted for merchantPrivateKey", e);
        }
        if (key.length != AES_256_BYTES) {
            throw new VerificationException(
                    "its key has " + key.length + " bytes, and 32 with AEAD_AES_256_GCM, the algorithm to apply with");
        }
        return key;
    }

    /** Neither key nor nonce. */
    @Override
    public String toString() {
        return "FileSeal";
    }
}
