package io.github.wxpaycodegen.runtime.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AES-256-GCM under the APIv3 key, with which the gateway encrypts certificates and notifications. */
public final class AesGcm {
    private static final int TAG_BITS = 128;

    private AesGcm() {}

    /**
     * Decrypts and authenticates.
     *
     * @param key 32 bytes
     * @param nonce as text
     * @param associatedData as text; null for none, which is the same as empty
     * @param ciphertext base64, the tag at its end
     * @return the plaintext
     * @throws VerificationException if it was not encrypted so, with this key
     */
    public static byte[] decrypt(byte[] key, String nonce, @Nullable String associatedData, String ciphertext)
            throws VerificationException {
        try {
            return run(key, nonce, associatedData, Base64.getDecoder().decode(ciphertext));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new VerificationException(
                    "it cannot be decrypted: it was changed on its way, or v3Key is not this merchant's", e);
        }
    }

    /**
     * Decrypts and authenticates the bytes of a file, which has a key of its own and no associated data.
     *
     * @param key 32 bytes
     * @param nonce as text
     * @param ciphertext the tag at its end
     * @return the plaintext
     * @throws VerificationException if it was not encrypted so, with this key
     */
    public static byte[] decrypt(byte[] key, String nonce, byte[] ciphertext) throws VerificationException {
        try {
            return run(key, nonce, null, ciphertext);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new VerificationException("it was changed on its way, or encrypted with another key", e);
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
            // The JDK takes no input at all for an empty plaintext, and checks no tag then.
            throw new IllegalArgumentException("it is shorter than its tag");
        }
        return cipher.doFinal(input);
    }
}
