package io.github.wxpaycodegen.runtime.internal.http;

import io.github.wxpaycodegen.runtime.transport.SendGate;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.AsyncClientExchangeHandler;
import org.apache.hc.core5.http.nio.AsyncPushConsumer;
import org.apache.hc.core5.http.nio.HandlerFactory;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** A connection leased from a pool, whose exchanges are monitored. */
final class PooledEndpoint extends AsyncConnectionEndpoint {
    private final ConnectionPool pool;
    private final HttpRoute route;
    private final AsyncConnectionEndpoint endpoint;
    private volatile @Nullable ExchangeWatch last;

    PooledEndpoint(ConnectionPool pool, HttpRoute route, AsyncConnectionEndpoint endpoint) {
        this.pool = pool;
        this.route = route;
        this.endpoint = endpoint;
    }

    ConnectionPool pool() {
        return pool;
    }

    AsyncConnectionEndpoint endpoint() {
        return endpoint;
    }

    /** Returns the host to connect to. */
    String host() {
        HttpHost proxy = route.getProxyHost();
        return (proxy == null ? route.getTargetHost() : proxy).getHostName();
    }

    @Override
    public void execute(
            String id,
            AsyncClientExchangeHandler exchange,
            @Nullable HandlerFactory<AsyncPushConsumer> pushHandlers,
            HttpContext context) {
        SendGate gate = context instanceof HttpClientContext client ? ConnectionPool.gate(client) : null;
        if (gate == null) {
            throw new IllegalStateException("an exchange has no gate");
        }
        ExchangeWatch watch = new ExchangeWatch(exchange, gate, pool.proxyAuthorization());
        last = watch;
        endpoint.execute(id, watch, pushHandlers, context);
        // The HTTP client forgets which exchange to cancel if its connection is ready before the requesting thread
        // continues.
        ConnectionPool.result((HttpClientContext) context).whenComplete((response, failure) -> {
            if (failure != null) {
                watch.cancel();
            }
        });
    }

    /** Returns true if the connection received nothing after its last response, so that it may be reused. */
    boolean isQuiet() {
        ExchangeWatch watch = last;
        return watch == null || watch.isQuiet();
    }

    @Override
    public boolean isConnected() {
        return endpoint.isConnected();
    }

    @Override
    public void setSocketTimeout(Timeout timeout) {
        endpoint.setSocketTimeout(timeout);
    }

    @Override
    public void close(CloseMode mode) {
        endpoint.close(mode);
    }
}
