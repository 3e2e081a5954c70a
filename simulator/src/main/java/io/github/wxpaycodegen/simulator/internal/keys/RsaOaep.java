package io.github.wxpaycodegen.simulator.internal.keys;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** Encryption of fields: RSA with OAEP, SHA-1 and MGF1 with SHA-1, in Base64. */
public final class RsaOaep {
    private static final String TRANSFORMATION = "RSA/ECB/OAEPWithSHA-1AndMGF1Padding";
    private static final OAEPParameterSpec PARAMETERS =
            new OAEPParameterSpec("SHA-1", "MGF1", MGF1ParameterSpec.SHA1, PSource.PSpecified.DEFAULT);

    private RsaOaep() {}

    static String encrypt(PublicKey key, String text) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.ENCRYPT_MODE, key, PARAMETERS);
            return Base64.getEncoder().encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a field could not be encrypted", e);
        }
    }

    /** Returns the plain text; empty if it is not encrypted for the key, or not UTF-8. */
    public static Optional<String> decrypt(PrivateKey key, String ciphertext) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.DECRYPT_MODE, key, PARAMETERS);
            byte[] text = cipher.doFinal(Base64.getDecoder().decode(ciphertext));
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString());
        } catch (GeneralSecurityException | IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
