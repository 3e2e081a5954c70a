package io.github.wxpaycodegen.simulator.internal.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** SM4-GCM with the APIv3 key: its key is the first half of the SM3 digest of the APIv3 key. */
final class Sm4Gcm {
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 16;

    private Sm4Gcm() {}

    static String encrypt(String key, String nonce, String associatedData, byte[] plaintext) {
        try {
            byte[] digest = MessageDigest.getInstance("SM3", Sm2.PROVIDER).digest(key.getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance("SM4/GCM/NoPadding", Sm2.PROVIDER);
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(digest, 0, KEY_BYTES, "SM4"),
                    new GCMParameterSpec(TAG_BITS, nonce.getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD(associatedData.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plaintext));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a document could not be encrypted", e);
        }
    }
}
