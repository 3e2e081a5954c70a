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

/** Keys of the gateway by serial number. During a migration, the gateway signs with several of them. Immutable. */
public final class KeyRing {
    /** No keys. */
    public static final KeyRing EMPTY = new KeyRing(List.of());

    private final Map<String, GatewayKey> keys;

    /** Creates a ring of keys. If two have the same serial number, the later one counts. */
    public KeyRing(Collection<GatewayKey> keys) {
        Map<String, GatewayKey> bySerial = new LinkedHashMap<>();
        keys.forEach(key -> bySerial.put(Serial.normalize(key.serial()), key));
        this.keys = bySerial;
    }

    /** Returns true if there are no keys. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Returns the certificates among the keys. */
    public List<X509Certificate> certificates() {
        return keys.values().stream()
                .map(GatewayKey::certificate)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns the ids of the public keys, which have no certificate. */
    public List<String> publicKeyIds() {
        return keys.values().stream()
                .filter(key -> key.certificate() == null)
                .map(GatewayKey::serial)
                .toList();
    }

    /** Returns true if any of the keys can still verify a message. */
    public boolean isUsable(Instant now) {
        return keys.values().stream().anyMatch(key -> !key.isExpired(now));
    }

    /** Returns the key with a serial number, unless it has expired. */
    public Optional<GatewayKey> key(String serial, Instant now) {
        return Optional.ofNullable(keys.get(Serial.normalize(serial))).filter(key -> !key.isExpired(now));
    }

    /**
     * Returns the key to encrypt with. It prefers a public key to certificates, and the certificate that expires last.
     */
    Optional<GatewayKey> encryption(Instant now) {
        return keys.values().stream().filter(key -> key.isValid(now)).max(Comparator.comparing(GatewayKey::expiry));
    }

    /** Returns these keys, and the other ring's keys that are missing here and have not expired. */
    KeyRing keeping(KeyRing older, Instant now) {
        Map<String, GatewayKey> all = new LinkedHashMap<>();
        older.keys.values().stream().filter(key -> !key.isExpired(now)).forEach(key -> all.put(key.serial(), key));
        keys.values().forEach(key -> all.put(key.serial(), key));
        return new KeyRing(all.values());
    }
}
