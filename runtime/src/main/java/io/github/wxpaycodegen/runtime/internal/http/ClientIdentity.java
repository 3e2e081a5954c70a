package io.github.wxpaycodegen.runtime.internal.http;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The client certificate that a connection presents, or none. Identities are equal only if they have the same
 * certificate chains and the same private keys. A certificate is public, so another key for it means another party.
 */
final class ClientIdentity {
    private static final List<String> KEY_TYPES = List.of("RSA", "RSASSA-PSS", "EC", "EdDSA", "DSA");

    private final @Nullable KeyManager keyManager;
    private final Object keys;

    private ClientIdentity(@Nullable KeyManager keyManager, Object keys) {
        this.keyManager = keyManager;
        this.keys = keys;
    }

    static ClientIdentity of(@Nullable KeyManager keyManager) {
        if (keyManager == null) {
            return new ClientIdentity(null, Map.of());
        }
        Map<List<X509Certificate>, PrivateKey> keys =
                keyManager instanceof X509KeyManager known ? keys(known) : Map.of();
        // Identities whose key manager does not reveal its keys are equal only to themselves.
        return new ClientIdentity(keyManager, keys.isEmpty() ? keyManager : keys);
    }

    private static Map<List<X509Certificate>, PrivateKey> keys(X509KeyManager manager) {
        Map<List<X509Certificate>, PrivateKey> keys = new HashMap<>();
        for (String type : KEY_TYPES) {
            String[] aliases = manager.getClientAliases(type, null);
            for (String alias : aliases == null ? new String[0] : aliases) {
                X509Certificate[] chain = manager.getCertificateChain(alias);
                PrivateKey key = manager.getPrivateKey(alias);
                if (chain == null || key == null) {
                    return Map.of();
                }
                keys.put(List.of(chain), key);
            }
        }
        return keys;
    }

    /** Returns the key manager; null if no certificate is presented. */
    @Nullable
    KeyManager keyManager() {
        return keyManager;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ClientIdentity that && keys.equals(that.keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }

    /** Returns a text that reveals nothing about the certificate. */
    @Override
    public String toString() {
        return keyManager == null ? "no client certificate" : "a client certificate";
    }
}
