package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.crypto.CipherSuite;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.IllegalBlockSizeException;
import org.jspecify.annotations.Nullable;

/** Encrypts and decrypts sensitive fields with the suite of the key, in Base64. */
public final class FieldCrypto {
    private final @Nullable PublicKey key;
    private final Consumer<String> problems;

    /**
     * Creates an encrypter.
     *
     * @param key the gateway's key; null if none is configured, which is a problem for each field
     * @param problems receives the problems of fields
     */
    public FieldCrypto(@Nullable PublicKey key, Consumer<String> problems) {
        this.key = key;
        this.problems = problems;
    }

    /** Returns the encrypted text; an empty text if a problem was reported. */
    public String encrypt(String name, String plain) {
        if (key == null) {
            problems.accept(
                    name + ": must be encrypted with the gateway's key; configure wechatPayPublicKeyPem or platform"
                            + " certificates for v3, encryptionKeyPem for v2");
            return "";
        }
        byte[] text = plain.getBytes(StandardCharsets.UTF_8);
        CipherSuite suite = CipherSuite.of(key);
        int limit = suite.maxFieldBytes(key);
        if (text.length > limit) {
            problems.accept(name + ": must be at most " + limit + " bytes to be encrypted (was " + text.length + ")");
            return "";
        }
        try {
            return Base64.getEncoder().encodeToString(suite.encryptField(key, text));
        } catch (IllegalBlockSizeException e) {
            problems.accept(name + ": " + e.getMessage());
            return "";
        } catch (GeneralSecurityException e) {
            throw new ConfigurationException("the gateway's key cannot encrypt", e);
        }
    }

    /** Returns the plain text; the ciphertext if there is no key; null if it was encrypted for another key. */
    public static @Nullable String decrypt(@Nullable PrivateKey key, String encrypted) {
        if (key == null) {
            return encrypted;
        }
        try {
            byte[] plain =
                    CipherSuite.of(key).decryptField(key, Base64.getDecoder().decode(encrypted));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }
}
