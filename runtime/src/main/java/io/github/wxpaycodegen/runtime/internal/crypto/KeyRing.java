package io.github.wxpaycodegen.runtime.internal.crypto;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Keys of the gateway by serial: during a migration several sign in turn. Immutable. */
public final class KeyRing {
    /** No keys. */
    public static final KeyRing EMPTY = new KeyRing(List.of());

    private final Map<String, GatewayKey> keys;

    /** A ring of the keys; of two with one serial the later one. */
    public KeyRing(Collection<GatewayKey> keys) {
        Map<String, GatewayKey> bySerial = new LinkedHashMap<>();
        keys.forEach(key -> bySerial.put(Serial.normalize(key.serial()), key));
        this.keys = bySerial;
    }

    /** Whether there are no keys. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The certificates among the keys. */
    public List<X509Certificate> certificates() {
        return keys.values().stream()
                .map(GatewayKey::certificate)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Whether any of the keys can still verify a message. */
    public boolean isUsable(Instant now) {
        return keys.values().stream().anyMatch(key -> !key.isExpired(now));
    }

    /** The key of a serial, unless it has expired. */
    Optional<GatewayKey> key(String serial, Instant now) {
        return Optional.ofNullable(keys.get(Serial.normalize(serial))).filter(key -> !key.isExpired(now));
    }

    /** The key to encrypt with: a public key before a certificate, and of certificates the one that lasts longest. */
    Optional<GatewayKey> encryption(Instant now) {
        return keys.values().stream().filter(key -> key.isValid(now)).max(Comparator.comparing(GatewayKey::expiry));
    }

    /** These keys, and those of the other ring that are not among them and have not expired. */
    KeyRing keeping(KeyRing older, Instant now) {
        Map<String, GatewayKey> all = new LinkedHashMap<>();
        older.keys.values().stream().filter(key -> !key.isExpired(now)).forEach(key -> all.put(key.serial(), key));
        keys.values().forEach(key -> all.put(key.serial(), key));
        return new KeyRing(all.values());
    }
}
