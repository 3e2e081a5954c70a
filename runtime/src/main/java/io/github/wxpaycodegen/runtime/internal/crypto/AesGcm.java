package io.github.wxpaycodegen.runtime.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AES-256-GCM with the APIv3 key, by which the gateway encrypts certificates and notifications. */
public final class AesGcm {
    private static final int TAG_BITS = 128;

    private AesGcm() {}

    /**
     * Decrypts and authenticates a text.
     *
     * @param key 32 bytes
     * @param nonce as text
     * @param associatedData as text; null means empty
     * @param ciphertext in Base64, with the tag at its end
     * @return the plaintext
     * @throws VerificationException if the ciphertext was not encrypted with this key, nonce and associated data
     */
    public static byte[] decrypt(byte[] key, String nonce, @Nullable String associatedData, String ciphertext)
            throws VerificationException {
        try {
            return run(key, nonce, associatedData, Base64.getDecoder().decode(ciphertext));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new VerificationException(
                    "it cannot be decrypted: it was changed in transit, or v3Key is not this merchant's", e);
        }
    }

    /**
     * Decrypts and authenticates the content of a file that has its own key and no associated data.
     *
     * @param key 32 bytes
     * @param nonce as text
     * @param ciphertext with the tag at its end
     * @return the plaintext
     * @throws VerificationException if the ciphertext was not encrypted with this key and nonce
     */
    public static byte[] decrypt(byte[] key, String nonce, byte[] ciphertext) throws VerificationException {
        try {
            return run(key, nonce, null, ciphertext);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new VerificationException("it was changed in transit, or encrypted with another key", e);
        }
    }

    private static byte[] run(byte[] key, String nonce, @Nullable String associatedData, byte[] input)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BITS, nonce.getBytes(StandardCharsets.UTF_8)));
        if (associatedData != null) {
            cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
        }
        if (input.length < TAG_BITS / Byte.SIZE) {
            // For an empty plaintext, the JDK does not check the tag if it gets no input at all.
            throw new IllegalArgumentException("it is shorter than its tag");
        }
        return cipher.doFinal(input);
    }
}
