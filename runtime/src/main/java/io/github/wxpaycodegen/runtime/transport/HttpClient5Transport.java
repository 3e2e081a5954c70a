package io.github.wxpaycodegen.runtime.transport;

import io.github.wxpaycodegen.runtime.Outcome;
import io.github.wxpaycodegen.runtime.TransportException;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManager;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The default transport. It retries nothing, follows nothing, and keeps two pools of connections, so that the client
 * certificate is never presented where it is not asked for.
 */
public final class HttpClient5Transport implements Transport {
    /** The gateway closes idle connections after 8 s; one that is older than this is not used again. */
    static final TimeValue CONNECTION_LIFE = TimeValue.ofSeconds(6);

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private static final int MAX_CONNECTIONS = 200;

    private final TransportSettings settings;
    private final TimeValue connectionLife;
    private final Set<CompletableFuture<TransportResponse>> underWay = ConcurrentHashMap.newKeySet();
    private @Nullable CloseableHttpAsyncClient plain;
    private @Nullable CloseableHttpAsyncClient withCertificate;
    private boolean closed;

    /** Connects nothing yet. */
    public HttpClient5Transport(TransportSettings settings) {
        this(settings, CONNECTION_LIFE);
    }

    HttpClient5Transport(TransportSettings settings, TimeValue connectionLife) {
        this.settings = settings;
        this.connectionLife = connectionLife;
    }

    @Override
    public CompletableFuture<TransportResponse> send(TransportRequest request) {
        return exchange(request, null);
    }

    @Override
    public CompletableFuture<TransportResponse> send(TransportRequest request, BodySink sink) {
        return exchange(request, sink);
    }

    private CompletableFuture<TransportResponse> exchange(TransportRequest request, @Nullable BodySink sink) {
        AsyncRequestBuilder builder =
                AsyncRequestBuilder.create(request.method()).setUri(request.uri());
        request.headers().forEach(builder::addHeader);
        if (request.body().length > 0 || WITH_BODY.contains(request.method())) {
            // The content type is among the headers, where the caller put it.
            builder.setEntity(new BasicAsyncEntityProducer(request.body(), null));
        }
        HttpClientContext context = HttpClientContext.create();
        CompletableFuture<TransportResponse> result = new CompletableFuture<>();
        CloseableHttpAsyncClient client = client(request.clientCertificate());
        if (client == null) {
            return CompletableFuture.failedFuture(
                    new TransportException(Outcome.NOT_SENT, "the client was closed before the call", null));
        }
        Future<TransportResponse> exchange = client.execute(
                builder.build(),
                new LimitedResponseConsumer(settings.maxResponseBytes(), sink),
                context,
                callback(request, context, result));
        underWay.add(result);
        result.whenComplete((response, failure) -> {
            underWay.remove(result);
            if (failure != null) {
                exchange.cancel(true);
            }
        });
        return result;
    }

    private static FutureCallback<TransportResponse> callback(
            TransportRequest request, HttpClientContext context, CompletableFuture<TransportResponse> result) {
        return new FutureCallback<>() {
            @Override
            public void completed(TransportResponse response) {
                result.complete(response);
            }

            @Override
            public void failed(Exception cause) {
                result.completeExceptionally(
                        cause instanceof ResponseTooLargeException ? cause : failure(request, context, cause));
            }

            @Override
            public void cancelled() {
                result.cancel(true);
            }
        };
    }

    private static TransportException failure(TransportRequest request, HttpClientContext context, Exception cause) {
        // It may repeat what a server or a proxy sent.
        String said = ForeignText.sentence(cause.toString());
        String where = request.uri().getScheme() + "://" + request.uri().getAuthority();
        return SendingMark.isSet(context)
                ? new TransportException(Outcome.UNKNOWN, "the exchange with " + where + " broke off: " + said, cause)
                : new TransportException(Outcome.NOT_SENT, "no connection to " + where + ": " + said, cause);
    }

    /** Null once this is closed. */
    private synchronized @Nullable CloseableHttpAsyncClient client(boolean clientCertificate) {
        if (closed) {
            return null;
        }
        if (clientCertificate) {
            if (withCertificate == null) {
                withCertificate = start(settings.clientKey());
            }
            return withCertificate;
        }
        if (plain == null) {
            plain = start(null);
        }
        return plain;
    }

    private CloseableHttpAsyncClient start(@Nullable KeyManager clientKey) {
        Timeout connectTimeout = Timeout.of(settings.connectTimeout());
        HttpAsyncClientBuilder builder = HttpAsyncClients.custom()
                .setConnectionManager(connections(clientKey, connectTimeout))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connectTimeout)
                        .setRedirectsEnabled(false)
                        .build())
                .setUserAgent("wxpay-codegen")
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), "sending", new SendingMark())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .evictExpiredConnections()
                .evictIdleConnections(connectionLife);
        if (settings.proxyHost() != null) {
            builder.setProxy(new HttpHost("http", settings.proxyHost(), settings.proxyPort()));
        }
        CloseableHttpAsyncClient client = builder.build();
        client.start();
        return client;
    }

    private PoolingAsyncClientConnectionManager connections(@Nullable KeyManager clientKey, Timeout connectTimeout) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setTlsStrategy(ClientTlsStrategyBuilder.create()
                        .setSslContext(TlsContexts.create(settings.trusted(), clientKey))
                        .buildAsync())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .setHandshakeTimeout(connectTimeout)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connectTimeout)
                        .setTimeToLive(connectionLife)
                        .build())
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .setMaxConnTotal(MAX_CONNECTIONS)
                .build();
    }

    @Override
    public void close() {
        CloseableHttpAsyncClient[] clients;
        synchronized (this) {
            closed = true;
            clients = new CloseableHttpAsyncClient[] {plain, withCertificate};
        }
        // Outside the lock, for what waits for an answer may do anything when it hears of the end.
        for (CompletableFuture<TransportResponse> result : underWay) {
            result.completeExceptionally(
                    new TransportException(Outcome.UNKNOWN, "the client was closed before the answer came", null));
        }
        for (CloseableHttpAsyncClient client : clients) {
            if (client != null) {
                client.close(CloseMode.GRACEFUL);
            }
        }
    }
}
