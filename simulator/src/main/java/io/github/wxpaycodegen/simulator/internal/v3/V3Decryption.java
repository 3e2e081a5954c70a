package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.simulator.internal.keys.PlatformKey;
import io.github.wxpaycodegen.simulator.internal.keys.PlatformKeys;
import io.github.wxpaycodegen.simulator.internal.keys.Suite;
import java.util.Optional;

/** Decrypts the fields of a request with the key that it names. */
final class V3Decryption {
    private final Optional<PlatformKey> key;
    private final String problem;

    /** Creates the decryption for a request with this {@code Wechatpay-Serial} header; empty if it has none. */
    V3Decryption(PlatformKeys keys, Optional<String> serial) {
        this.key = serial.flatMap(keys::find);
        this.problem = serial.isEmpty()
                ? "is encrypted, and the header Wechatpay-Serial is missing"
                : "is encrypted, and the header Wechatpay-Serial names no key of the platform";
    }

    /** Returns the plain text of a field; empty if it cannot be decrypted, for the reason in {@link #problem()}. */
    Optional<String> decrypt(String ciphertext) {
        return key.flatMap(named -> Suite.of(named.privateKey()).decryptField(named.privateKey(), ciphertext));
    }

    /** Returns why a field could not be decrypted. */
    String problem() {
        return key.isEmpty() ? problem : "cannot be decrypted with the key that Wechatpay-Serial names";
    }
}
