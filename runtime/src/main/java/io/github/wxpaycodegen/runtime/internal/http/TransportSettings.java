package io.github.wxpaycodegen.runtime.internal.http;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the default transport.
 *
 * @param connectTimeout the time to connect, TLS included
 * @param maxResponseBytes the most that is read of a response into memory
 * @param trusted certificate authorities beside those of the JVM
 * @param clientKey the client certificate and its key; null where none is configured
 * @param proxy null for none
 * @param maxConnections the most connections that are open at a time, with and without the client certificate each
 * @param connectionWait the longest wait for one of them to become free
 */
public record TransportSettings(
        Duration connectTimeout,
        long maxResponseBytes,
        List<X509Certificate> trusted,
        @Nullable KeyManager clientKey,
        @Nullable ProxySettings proxy,
        int maxConnections,
        Duration connectionWait) {
    /** The default of {@link #maxConnections}. */
    public static final int DEFAULT_MAX_CONNECTIONS = 200;

    /** The default of {@link #connectionWait}. */
    public static final Duration DEFAULT_CONNECTION_WAIT = Duration.ofSeconds(5);

    /** Settings with the defaults of the connection pool. */
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
