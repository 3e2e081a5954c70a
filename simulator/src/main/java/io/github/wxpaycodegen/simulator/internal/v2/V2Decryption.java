package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncryption;
import io.github.wxpaycodegen.simulator.internal.keys.PlatformKey;
import io.github.wxpaycodegen.simulator.internal.keys.PlatformKeys;
import io.github.wxpaycodegen.simulator.internal.keys.RsaOaep;
import java.security.interfaces.RSAPrivateKey;
import java.util.Map;
import java.util.Optional;

/** Decrypts the encrypted fields of one v2 request. */
public final class V2Decryption {
    private final PlatformKeys keys;
    private final Map<String, String> request;

    /**
     * Creates the decryption for a request.
     *
     * @param request the text by name; one of them may be the serial number of the key
     */
    V2Decryption(PlatformKeys keys, Map<String, String> request) {
        this.keys = keys;
        this.request = request;
    }

    /** Returns true if the sender encrypts the field. */
    public static boolean isEncrypted(Field field) {
        return field.wire()
                .encrypted()
                .filter(FieldEncryption.RSA_PUBKEY::equals)
                .isPresent();
    }

    /** Returns the plain text; empty if it is encrypted neither for the v2 public key nor for a key that the request names. */
    Optional<String> decrypt(String ciphertext) {
        return RsaOaep.decrypt(keys.v2Keys().getPrivate(), ciphertext).or(() -> byNamedKey(ciphertext));
    }

    private Optional<String> byNamedKey(String ciphertext) {
        return request.values().stream()
                .flatMap(serial -> keys.find(serial).stream())
                .map(PlatformKey::privateKey)
                .filter(RSAPrivateKey.class::isInstance)
                .flatMap(key -> RsaOaep.decrypt(key, ciphertext).stream())
                .findFirst();
    }
}
