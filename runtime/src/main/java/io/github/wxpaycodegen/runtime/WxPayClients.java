package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.call.ErrorAdvice;
import io.github.wxpaycodegen.runtime.internal.client.Closing;
import io.github.wxpaycodegen.runtime.internal.http.ConnectionPools;
import io.github.wxpaycodegen.runtime.transport.ConnectionStats;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        return client(config, GeneratedClient.NONE);
    }

    /**
     * Same as {@link #client(WxPayConfig)}, for a generated client.
     *
     * @throws ConfigurationException if the client was generated for a newer runtime
     * @throws IllegalStateException if this group is closed
     */
    public WxPayClient client(WxPayConfig config, GeneratedClient generated) {
        return client(config, generated.advice());
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
