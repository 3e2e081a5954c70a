package io.github.wxpaycodegen.runtime.internal.http;

import io.github.wxpaycodegen.runtime.transport.ConnectionStats;
import io.github.wxpaycodegen.runtime.transport.SendGate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolStats;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Connections with the same settings, including the client certificate. It has no threads. */
final class ConnectionPool {
    private static final String RESULT = "wxpay.result";

    private final PoolSettings settings;
    private final @Nullable HttpHost proxy;
    private final PoolingAsyncClientConnectionManager connections;

    /** Creates a pool. The first one takes a while, because the JVM's certificate authorities are read. */
    ConnectionPool(PoolSettings settings) {
        this.settings = settings;
        ProxySettings via = settings.proxy();
        this.proxy = via == null ? null : new HttpHost("http", via.host(), via.port());
        Timeout connectTimeout = Timeout.of(settings.connectTimeout());
        this.connections = PoolingAsyncClientConnectionManagerBuilder.create()
                .setTlsStrategy(tlsStrategy(TlsContexts.create(
                        settings.trusted(), settings.identity().keyManager())))
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .setHandshakeTimeout(connectTimeout)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connectTimeout)
                        .setTimeToLive(settings.connectionLife())
                        .build())
                .setMaxConnPerRoute(settings.maxConnections())
                .setMaxConnTotal(settings.maxConnections())
                .build();
    }

    /** Deprecated, but HttpClient before 5.5 does not have its successor, {@code buildAsync()}. */
    @SuppressWarnings("deprecation")
    private static TlsStrategy tlsStrategy(SSLContext context) {
        return ClientTlsStrategyBuilder.create().setSslContext(context).build();
    }

    PoolingAsyncClientConnectionManager connections() {
        return connections;
    }

    @Nullable
    HttpHost proxy() {
        return proxy;
    }

    Duration connectionWait() {
        return settings.connectionWait();
    }

    RefusedException full() {
        return RefusedException.byFullPool(settings);
    }

    /**
     * Returns the context for a request through this pool and its gate.
     *
     * @param result its failure ends the exchange
     */
    HttpClientContext context(SendGate gate, CompletableFuture<?> result) {
        HttpClientContext context = HttpClientContext.create();
        context.setUserToken(this);
        context.setAttribute(SendGate.class.getName(), gate);
        context.setAttribute(RESULT, result);
        return context;
    }

    /** Returns the value of the header with the credentials for the proxy; null for none. */
    @Nullable
    String proxyAuthorization() {
        ProxySettings via = settings.proxy();
        if (via == null || via.user() == null) {
            return null;
        }
        byte[] credentials = (via.user() + ":" + via.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    static @Nullable SendGate gate(HttpClientContext context) {
        return (SendGate) context.getAttribute(SendGate.class.getName());
    }

    static CompletableFuture<?> result(HttpClientContext context) {
        return (CompletableFuture<?>) context.getAttribute(RESULT);
    }

    ConnectionStats stats() {
        PoolStats stats = connections.getTotalStats();
        return new ConnectionStats(stats.getLeased(), stats.getAvailable(), stats.getPending(), stats.getMax());
    }

    /** Closes connections that are too old, and drops requests for a connection that were withdrawn. */
    void evict() {
        connections.closeExpired();
        connections.closeIdle(settings.connectionLife());
    }

    void close() {
        connections.close(CloseMode.GRACEFUL);
    }
}
