package io.github.wxpaycodegen.runtime.internal.http;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Set;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * What all connections of a pool have in common. Transports use one pool together only if all of it is equal.
 *
 * @param connectTimeout the time to connect, TLS included
 * @param connectionLife the age from which a connection is not used again
 * @param trusted certificate authorities beside those of the JVM
 * @param proxy null for none
 * @param identity the client certificate, or none
 * @param maxConnections the most connections that are open at a time
 * @param connectionWait the longest wait for one of them to become free
 */
record PoolSettings(
        Duration connectTimeout,
        TimeValue connectionLife,
        Set<X509Certificate> trusted,
        @Nullable ProxySettings proxy,
        ClientIdentity identity,
        int maxConnections,
        Duration connectionWait) {
    static PoolSettings of(TransportSettings settings, TimeValue connectionLife, boolean clientCertificate) {
        return new PoolSettings(
                settings.connectTimeout(),
                connectionLife,
                Set.copyOf(settings.trusted()),
                settings.proxy(),
                ClientIdentity.of(clientCertificate ? settings.clientKey() : null),
                settings.maxConnections(),
                settings.connectionWait());
    }
}
