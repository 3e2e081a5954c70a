package io.github.wxpaycodegen.runtime;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.RSAKey;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts sensitive fields: RSA-OAEP with SHA-1 and MGF1, base64. A Cipher serves one value. */
final class FieldCrypto {
    private static final String ALGORITHM = "RSA/ECB/OAEPWithSHA-1AndMGF1Padding";
    /** OAEP with SHA-1 takes 42 bytes of the modulus. */
    private static final int OVERHEAD = 42;

    private final @Nullable Key key;
    private final Consumer<String> problems;

    FieldCrypto(@Nullable Key key, Consumer<String> problems) {
        this.key = key;
        this.problems = problems;
    }

    /** The encrypted text; a problem is reported, and the empty text answered, where that cannot be. */
    String encrypt(String name, String plain) {
        if (key == null) {
            problems.accept(
                    name + ": is encrypted with the gateway's key; configure it: wechatPayPublicKeyPem or platform"
                            + " certificates for v3, encryptionKeyPem for v2");
            return "";
        }
        byte[] text = plain.getBytes(StandardCharsets.UTF_8);
        int limit = ((RSAKey) key).getModulus().bitLength() / 8 - OVERHEAD;
        if (text.length > limit) {
            problems.accept(name + ": has " + text.length + " bytes, at most " + limit + " can be encrypted");
            return "";
        }
        try {
            return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, key, text));
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException("the gateway's key cannot encrypt", e);
        }
    }

    /** The plain text; the text as it came where no key is configured, and null where it is not for the key that is. */
    static @Nullable String decrypt(WxPayConfig config, String encrypted) {
        Key key = config.merchantPrivateKey();
        if (key == null) {
            return encrypted;
        }
        try {
            byte[] plain = run(Cipher.DECRYPT_MODE, key, Base64.getDecoder().decode(encrypted));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    private static byte[] run(int mode, Key key, byte[] input) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key);
        return cipher.doFinal(input);
    }
}
