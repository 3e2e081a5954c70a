package io.github.wxpaycodegen.runtime.internal.http;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Settings that all connections of a pool have in common. Transports share a pool only if all of them are equal.
 *
 * @param connectTimeout the time to connect, including TLS
 * @param connectionLife the age from which a connection is not reused
 * @param trusted certificate authorities besides those of the JVM
 * @param proxy null for none
 * @param identity the client certificate, or none
 * @param maxConnections the maximum number of open connections
 * @param connectionWait the maximum time to wait for a free connection
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

    /** Same as that of the record, but without its bootstrap method, which takes 20 ms of the first call in a JVM. */
    @Override
    public int hashCode() {
        return Objects.hash(connectTimeout, connectionLife, trusted, proxy, identity, maxConnections, connectionWait);
    }
}
