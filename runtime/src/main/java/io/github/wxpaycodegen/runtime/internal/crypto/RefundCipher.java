package io.github.wxpaycodegen.runtime.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * Decrypts the {@code req_info} of v2 refund notifications: AES-256 in ECB mode with PKCS#7 padding; the key is the
 * lower-case hex of the MD5 of the APIv2 key. ECB authenticates nothing, so the content must be confirmed by a query
 * before use.
 */
public final class RefundCipher {
    private final SecretKeySpec key;

    /** Creates a cipher with a key derived from the APIv2 key. */
    public RefundCipher(String v2Key) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(v2Key.getBytes(StandardCharsets.UTF_8));
            String hex = HexFormat.of().formatHex(digest);
            key = new SecretKeySpec(hex.getBytes(StandardCharsets.US_ASCII), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no MD5", e);
        }
    }

    /**
     * Returns the plaintext; empty if the text was not encrypted with this key.
     *
     * @param ciphertext in Base64
     */
    public Optional<byte[]> decrypt(String ciphertext) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, key);
            // The example in the official documentation is wrapped into lines.
            byte[] input = Base64.getDecoder().decode(ciphertext.replaceAll("\\s", ""));
            return input.length == 0 ? Optional.empty() : Optional.of(cipher.doFinal(input));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
