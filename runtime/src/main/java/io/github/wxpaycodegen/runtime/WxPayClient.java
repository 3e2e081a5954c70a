package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.internal.call.ErrorAdvice;
import io.github.wxpaycodegen.runtime.internal.client.Closing;
import io.github.wxpaycodegen.runtime.internal.client.ReloadableCaller;
import io.github.wxpaycodegen.runtime.internal.http.ConnectionPools;
import io.github.wxpaycodegen.runtime.transport.ConnectionStats;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client of one merchant: its connections and its keys. Thread-safe. If a process serves many
 * merchants, create their clients with {@link WxPayClients}.
 */
public final class WxPayClient implements AutoCloseable {
    private final ReloadableCaller caller;
    private final ApiContext context;
    private final Consumer<WxPayClient> closed;

    /**
     * Creates a client.
     *
     * @param pools the connections that it shares with others
     * @param closed is notified when the client is closed
     */
    WxPayClient(WxPayConfig config, ErrorAdvice advice, ConnectionPools pools, Consumer<WxPayClient> closed) {
        this.caller = new ReloadableCaller(config.settings(), advice, pools);
        this.context = new ApiContext(caller, CallOptions.NONE);
        this.closed = closed;
    }

    /** Creates a client with its own connections. It connects on the first call. */
    public static WxPayClient create(WxPayConfig config) {
        return create(config, GeneratedClient.NONE);
    }

    /**
     * Same as {@link #create(WxPayConfig)}, for a generated client.
     *
     * @throws ConfigurationException if the client was generated for a newer runtime
     */
    public static WxPayClient create(WxPayConfig config, GeneratedClient generated) {
        return new WxPayClient(config, generated.advice(), new ConnectionPools(), client -> {});
    }

    /** Returns the context through which generated APIs make their calls. */
    public ApiContext context() {
        return context;
    }

    /**
     * Replaces the whole configuration of the running client: its keys, its certificates and all other settings. Calls
     * in progress keep the old configuration. Later calls use the new one, and so do the objects that the client
     * returned before: {@code notifications()} with their dispatchers, {@code frontEnd()}, {@code downloads()}, and
     * clients with options. The method does not wait for any call. Platform certificates are downloaded again.
     *
     * <p>Nothing is kept from the old configuration, so gateway keys that are still in use must be in the new one as
     * well.
     *
     * @throws ConfigurationException if the new configuration changes an id: {@code mchid}, {@code appid}, {@code
     *     subMchid}, {@code subAppid} or {@code brandId}; the client keeps the old configuration
     * @throws IllegalStateException if the client is closed
     */
    public void reload(WxPayConfig config) {
        caller.reload(config.settings());
    }

    /**
     * Returns the numbers of connections that this client can use, by state. They include connections with and without
     * the client certificate, and those that the client shares with others. All are 0 once the client is closed.
     *
     * @return null if a custom transport does not count its connections
     */
    public @Nullable ConnectionStats connectionStats() {
        return caller.connectionStats();
    }

    /**
     * Ends the calls in progress, with an unknown outcome, and closes the connections that no other client uses. Later
     * calls fail with {@link TransportException} before anything is sent; the client cannot be opened again.
     */
    @Override
    public void close() {
        Closing.all(List.of(caller::close, () -> closed.accept(this)));
    }
}
