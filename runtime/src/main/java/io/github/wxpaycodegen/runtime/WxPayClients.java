package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.internal.call.ErrorAdvice;
import io.github.wxpaycodegen.runtime.internal.http.ConnectionPools;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The clients of many merchants in one process. A further client costs no thread, and no connection either while it makes
 * no call that presents a client certificate. Safe for use by many threads.
 *
 * <pre>{@code
 * try (WxPayClients clients = WxPayClients.create()) {
 *     WxPay shop = WxPay.create(shopConfig, clients);
 *     WxPay kiosk = WxPay.create(kioskConfig, clients);
 * }
 * }</pre>
 *
 * <p>Clients share a connection only if it presents no client certificate, and only if they trust the same certificate
 * authorities, use the same proxy and call the same host. A connection that presents a client certificate serves that
 * certificate alone. {@link WxPayConfig.Builder#maxConnections} limits the connections of all clients that share them, and
 * only clients with equal settings of their connections do.
 */
public final class WxPayClients implements AutoCloseable {
    private final ConnectionPools pools = new ConnectionPools();
    private final Set<WxPayClient> clients = new HashSet<>();
    private boolean closed;

    private WxPayClients() {}

    /** Returns an empty group of clients; it starts nothing yet. */
    public static WxPayClients create() {
        return new WxPayClients();
    }

    /**
     * Makes a client of this group; it connects when it is first called. Closing it disturbs no other client.
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

    private synchronized void forget(WxPayClient client) {
        clients.remove(client);
    }

    /** Closes all clients of this group: their calls under way end with an unknown outcome. */
    @Override
    public void close() {
        List<WxPayClient> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(clients);
        }
        // Outside the lock: whoever waits for a call may do anything when it ends.
        open.forEach(WxPayClient::close);
    }
}
