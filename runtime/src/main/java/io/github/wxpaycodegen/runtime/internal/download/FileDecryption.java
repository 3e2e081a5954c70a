package io.github.wxpaycodegen.runtime.internal.download;

import io.github.wxpaycodegen.runtime.internal.crypto.AesGcm;
import io.github.wxpaycodegen.runtime.internal.crypto.CipherSuite;
import io.github.wxpaycodegen.runtime.internal.crypto.VerificationException;
import io.github.wxpaycodegen.runtime.internal.link.FileSeal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Base64;

/** Decrypts files that are encrypted with their own key. */
public final class FileDecryption {
    /** The tag at the end authenticates the whole file, so the JVM returns plain text only after reading all of it. */
    static final int LIMIT = 128 * 1024 * 1024;

    private static final int AES_256_BYTES = 32;

    private FileDecryption() {}

    /**
     * Returns the content of a file.
     *
     * @throws VerificationException if it was not encrypted with this key, or is larger than {@link #LIMIT}
     */
    public static byte[] decrypt(FileSeal seal, PrivateKey merchantKey, PartFile sealed)
            throws IOException, VerificationException {
        if (sealed.size() > LIMIT) {
            throw new VerificationException(
                    "it must be at most " + LIMIT + " bytes to be decrypted (was " + sealed.size() + ")");
        }
        byte[] key = key(seal.encryptKey(), merchantKey);
        try (InputStream in = sealed.read()) {
            return AesGcm.decrypt(key, seal.nonce(), in.readAllBytes());
        }
    }

    private static byte[] key(String encryptKey, PrivateKey merchantKey) throws VerificationException {
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
            throw new VerificationException("its key must be 32 bytes, the length for AEAD_AES_256_GCM (was "
                    + key.length + "). Apply for the file with that algorithm");
        }
        return key;
    }
}
