package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.call.ErrorAdvice;
import io.github.wxpaycodegen.runtime.internal.client.Closing;
import io.github.wxpaycodegen.runtime.internal.http.ConnectionPools;
import io.github.wxpaycodegen.runtime.transport.ConnectionStats;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The clients of many merchants in one process. An additional client needs no thread, and needs
 * no connection of its own until a call presents its client certificate. Thread-safe.
 *
 * <pre>{@code
 * try (WxPayClients clients = WxPayClients.create()) {
 *     WxPay shop = WxPay.create(shopConfig, clients);
 *     WxPay kiosk = WxPay.create(kioskConfig, clients);
 * }
 * }</pre>
 *
 * <p>Clients share a connection only if it presents no client certificate, and only if they trust the same certificate
 * authorities, use the same proxy and call the same host. A connection that presents a client certificate serves only
 * that certificate. {@link WxPayConfig.Builder#maxConnections} limits the connections of all clients that share them,
 * and only clients with equal settings of their connections do.
 */
public final class WxPayClients implements AutoCloseable {
    private final ConnectionPools pools = new ConnectionPools();
    private final Set<WxPayClient> clients = new HashSet<>();
    private boolean closed;

    private WxPayClients() {}

    /** Returns an empty group of clients. It starts no threads and opens no connections yet. */
    public static WxPayClients create() {
        return new WxPayClients();
    }

    /**
     * Creates a client of this group. It connects on the first call, and can be closed without affecting the others.
     *
     * @throws IllegalStateException if this group is closed
     */
    public WxPayClient client(WxPayConfig config) {
        return client(config, ErrorAdvice.NONE);
    }

    /**
     * Same as {@link #client(WxPayConfig)}, with advice about the error codes that operations share.
     *
     * @param v2Advice returns the advice for an error code of v2; null for an unknown code
     * @param v3Advice returns the advice for an error code of v3; null for an unknown code
     * @throws IllegalStateException if this group is closed
     */
    public WxPayClient client(
            WxPayConfig config,
            Function<String, @Nullable String> v2Advice,
            Function<String, @Nullable String> v3Advice) {
        return client(config, new ErrorAdvice(v2Advice, v3Advice));
    }

    private synchronized WxPayClient client(WxPayConfig config, ErrorAdvice advice) {
        if (closed) {
            throw new IllegalStateException("this WxPayClients is closed: create another one");
        }
        WxPayClient client = new WxPayClient(config, advice, pools, this::forget);
        clients.add(client);
        return client;
    }

    /** Returns the numbers of connections of all clients, by state. Custom transports are not counted. */
    public ConnectionStats connectionStats() {
        return pools.stats();
    }

    private synchronized void forget(WxPayClient client) {
        clients.remove(client);
    }

    /**
     * Closes all clients of this group. Calls in progress end with an unknown outcome. If a custom transport throws an exception,
     * the other clients are closed all the same, and the exception is thrown at the end.
     */
    @Override
    public void close() {
        List<WxPayClient> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(clients);
        }
        // Outside the lock, because callers that wait for a call run their own code when it ends.
        Closing.all(open.stream().<Runnable>map(client -> client::close).toList());
    }
}
