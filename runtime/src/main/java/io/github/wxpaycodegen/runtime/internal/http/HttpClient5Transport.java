package io.github.wxpaycodegen.runtime.internal.http;

import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.transport.BodySink;
import io.github.wxpaycodegen.runtime.transport.ConnectionStats;
import io.github.wxpaycodegen.runtime.transport.ResponseTooLargeException;
import io.github.wxpaycodegen.runtime.transport.SendGate;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * The default transport. It repeats no request and follows no redirect. It uses two connection pools, so that the
 * client certificate is presented only where it is required. All transports share one event loop; those created with
 * the same {@link ConnectionPools} also share connections.
 */
public final class HttpClient5Transport implements Transport {
    /** The gateway closes idle connections after 8 s, so older ones are not reused. */
    static final TimeValue CONNECTION_LIFE = TimeValue.ofSeconds(6);

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    /** Each stale connection is removed from the pool, so more than a few indicate another problem. */
    private static final int MOST_STALE_CONNECTIONS = 5;

    private final TransportSettings settings;
    private final ConnectionPools pools;
    private final TimeValue connectionLife;
    private final Map<CompletableFuture<TransportResponse>, SendGate> underWay = new ConcurrentHashMap<>();
    private @Nullable EventLoop loop;
    private ConnectionPools.@Nullable SharedPool plain;
    private ConnectionPools.@Nullable SharedPool withCertificate;
    private boolean closed;

    /** Creates a transport with its own connections. It connects on the first request. */
    public HttpClient5Transport(TransportSettings settings) {
        this(settings, new ConnectionPools());
    }

    /**
     * Creates a transport that shares connections with the other transports of these pools. It connects on the first
     * request.
     */
    public HttpClient5Transport(TransportSettings settings, ConnectionPools pools) {
        this(settings, pools, CONNECTION_LIFE);
    }

    HttpClient5Transport(TransportSettings settings, ConnectionPools pools, TimeValue connectionLife) {
        this.settings = settings;
        this.pools = pools;
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
        request.gate().watch();
        CompletableFuture<TransportResponse> result = new CompletableFuture<>();
        CompletableFuture<Connector> connector;
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(
                        new TransportException(Outcome.NOT_SENT, "the client was closed before the call", null));
            }
            try {
                EventLoop running = loop();
                connector = running.client().thenCombine(pool(running, request.clientCertificate()), Connector::new);
            } catch (RuntimeException | Error e) {
                // For instance, no thread can be started.
                return CompletableFuture.failedFuture(notSetUp(e));
            }
            underWay.put(result, request.gate());
            result.whenComplete((response, failure) -> underWay.remove(result));
        }
        connector.whenComplete((ready, failure) -> {
            if (failure != null) {
                result.completeExceptionally(notSetUp(failure));
            } else {
                start(ready, request, sink, result, 0);
            }
        });
        return result;
    }

    private static TransportException notSetUp(Throwable cause) {
        return new TransportException(Outcome.NOT_SENT, "the HTTP client could not be set up: " + cause, cause);
    }

    /** An exchange needs both. */
    private record Connector(CloseableHttpAsyncClient client, ConnectionPool pool) {}

    @Override
    public synchronized void prepare(boolean clientCertificate) {
        if (!closed) {
            pool(loop(), clientCertificate);
        }
    }

    @Override
    public ConnectionStats connectionStats() {
        Set<ConnectionPools.SharedPool> used = new HashSet<>();
        synchronized (this) {
            // Without a client certificate, both may be the same pool.
            used.add(plain);
            used.add(withCertificate);
        }
        return used.stream()
                .filter(Objects::nonNull)
                .map(ConnectionPools.SharedPool::stats)
                .reduce(ConnectionStats.NONE, ConnectionStats::plus);
    }

    private EventLoop loop() {
        EventLoop running = loop;
        if (running == null || !running.isRunning()) {
            if (running != null) {
                leave(running);
                loop = null;
            }
            running = EventLoop.join();
            loop = running;
        }
        return running;
    }

    private CompletableFuture<ConnectionPool> pool(EventLoop running, boolean clientCertificate) {
        ConnectionPools.SharedPool pool = clientCertificate ? withCertificate : plain;
        if (pool == null || pool.hasFailed()) {
            if (pool != null) {
                pools.leave(pool);
            }
            pool = pools.join(running, PoolSettings.of(settings, connectionLife, clientCertificate));
            if (clientCertificate) {
                withCertificate = pool;
            } else {
                plain = pool;
            }
        }
        return pool.ready();
    }

    private void start(
            Connector connector,
            TransportRequest request,
            @Nullable BodySink sink,
            CompletableFuture<TransportResponse> result,
            int staleConnections) {
        if (result.isDone()) {
            return;
        }
        FutureCallback<TransportResponse> callback = new FutureCallback<>() {
            @Override
            public void completed(TransportResponse response) {
                result.complete(response);
            }

            @Override
            public void failed(Exception cause) {
                boolean again = cause instanceof RefusedException e
                        && e.isConnectionStale()
                        && staleConnections < MOST_STALE_CONNECTIONS;
                if (again) {
                    start(connector, request, sink, result, staleConnections + 1);
                } else {
                    result.completeExceptionally(
                            cause instanceof ResponseTooLargeException ? cause : failure(request, cause));
                }
            }

            @Override
            public void cancelled() {
                result.cancel(true);
            }
        };
        try {
            Future<TransportResponse> exchange = connector
                    .client()
                    .execute(
                            producer(request),
                            new LimitedResponseConsumer(settings.maxResponseBytes(), sink, request.gate()),
                            connector.pool().context(request.gate(), result),
                            callback);
            result.whenComplete((response, failure) -> {
                if (failure != null) {
                    exchange.cancel(true);
                }
            });
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(failure(request, e));
        }
    }

    private static AsyncRequestProducer producer(TransportRequest request) {
        AsyncRequestBuilder builder =
                AsyncRequestBuilder.create(request.method()).setUri(request.uri());
        request.headers().forEach(builder::addHeader);
        // A bill may be requested in gzip. The caller that requests it decompresses it.
        if (request.headers().keySet().stream().noneMatch("Accept-Encoding"::equalsIgnoreCase)) {
            builder.addHeader("Accept-Encoding", "identity");
        }
        if (request.body().length > 0 || WITH_BODY.contains(request.method())) {
            // The content type is already among the headers.
            builder.setEntity(new BasicAsyncEntityProducer(request.body(), null));
        }
        return builder.build();
    }

    private static TransportException failure(TransportRequest request, Throwable cause) {
        String where = request.uri().getScheme() + "://" + request.uri().getAuthority();
        // The message may quote a server or a proxy.
        String why = ForeignText.sentence(cause instanceof RefusedException ? cause.getMessage() : cause.toString());
        return request.gate().giveUp()
                ? new TransportException(Outcome.NOT_SENT, "no connection to " + where + ": " + why, cause)
                : new TransportException(Outcome.UNKNOWN, "the exchange with " + where + " broke off: " + why, cause);
    }

    private void leave(EventLoop running) {
        if (plain != null) {
            pools.leave(plain);
            plain = null;
        }
        if (withCertificate != null) {
            pools.leave(withCertificate);
            withCertificate = null;
        }
        running.leave();
    }

    @Override
    public void close() {
        EventLoop running;
        synchronized (this) {
            closed = true;
            running = loop;
            loop = null;
        }
        // Outside the lock, because callers that wait for a response run their own code when it ends.
        underWay.forEach((result, gate) -> result.completeExceptionally(
                gate.giveUp()
                        ? new TransportException(Outcome.NOT_SENT, "the client was closed before it was sent", null)
                        : new TransportException(
                                Outcome.UNKNOWN, "the client was closed before the response arrived", null)));
        if (running != null) {
            leave(running);
        }
    }
}
