package io.github.wxpaycodegen.runtime.internal.http;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the default transport.
 *
 * @param connectTimeout the time to connect, including TLS
 * @param maxResponseBytes the maximum number of response bytes in memory
 * @param trusted certificate authorities besides those of the JVM
 * @param clientKey the client certificate and its key; null for none
 * @param proxy null for none
 * @param maxConnections the maximum number of open connections, separately with and without the client certificate
 * @param connectionWait the maximum time to wait for a free connection
 */
public record TransportSettings(
        Duration connectTimeout,
        long maxResponseBytes,
        List<X509Certificate> trusted,
        @Nullable KeyManager clientKey,
        @Nullable ProxySettings proxy,
        int maxConnections,
        Duration connectionWait) {
    /** Default of {@link #maxConnections}. */
    public static final int DEFAULT_MAX_CONNECTIONS = 200;

    /** Default of {@link #connectionWait}. */
    public static final Duration DEFAULT_CONNECTION_WAIT = Duration.ofSeconds(5);

    /** Creates settings with the defaults of the connection pool. */
    public TransportSettings(
            Duration connectTimeout,
            long maxResponseBytes,
            List<X509Certificate> trusted,
            @Nullable KeyManager clientKey,
            @Nullable ProxySettings proxy) {
        this(
                connectTimeout,
                maxResponseBytes,
                trusted,
                clientKey,
                proxy,
                DEFAULT_MAX_CONNECTIONS,
                DEFAULT_CONNECTION_WAIT);
    }
}
