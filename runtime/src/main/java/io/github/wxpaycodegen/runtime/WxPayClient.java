package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.call.ErrorAdvice;
import io.github.wxpaycodegen.runtime.internal.client.ReloadableCaller;
import io.github.wxpaycodegen.runtime.internal.http.ConnectionPools;
import io.github.wxpaycodegen.runtime.transport.ConnectionStats;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A client of one merchant: its connections and its keys. Safe for use by many threads. A process with many merchants
 * creates its clients by {@link WxPayClients}.
 */
public final class WxPayClient implements AutoCloseable {
    private final ReloadableCaller caller;
    private final ApiContext context;
    private final Consumer<WxPayClient> closed;

    /**
     * Makes a client.
     *
     * @param pools the connections that it shares with others
     * @param closed is notified when the client is closed
     */
    WxPayClient(WxPayConfig config, ErrorAdvice advice, ConnectionPools pools, Consumer<WxPayClient> closed) {
        this.caller = new ReloadableCaller(config.settings(), advice, pools);
        this.context = new ApiContext(caller, CallOptions.NONE);
        this.closed = closed;
    }

    /** Makes a client with connections of its own; it connects when it is first called. */
    public static WxPayClient create(WxPayConfig config) {
        return create(config, ErrorAdvice.NONE);
    }

    /**
     * Makes a client whose exceptions tell what to do about the error codes that operations share.
     *
     * @param v2Advice for a code of v2; null for one that it does not know
     * @param v3Advice for a code of v3; null for one that it does not know
     */
    public static WxPayClient create(
            WxPayConfig config,
            Function<String, @Nullable String> v2Advice,
            Function<String, @Nullable String> v3Advice) {
        return create(config, new ErrorAdvice(v2Advice, v3Advice));
    }

    private static WxPayClient create(WxPayConfig config, ErrorAdvice advice) {
        return new WxPayClient(config, advice, new ConnectionPools(), client -> {});
    }

    /** What calls go through. */
    public ApiContext context() {
        return context;
    }

    /**
     * Replaces the configuration while the client runs: its keys and certificates, and all other settings. Calls that are
     * under way end with the old one; calls that begin later use the new one, and so do the objects that were taken from
     * the client before: {@code notifications()} with their dispatchers, {@code frontEnd()}, {@code downloads()}, and
     * clients with options. It waits for no call. Downloaded platform certificates are downloaded anew.
     *
     * <p>Each setting is taken from the new configuration alone, so keys of the gateway that are still in use must be in
     * it as well.
     *
     * @throws ConfigurationException if it has other ids: {@code mchid}, {@code appid}, {@code subMchid}, {@code subAppid}
     *     and {@code brandId} stay; the client goes on with the old configuration
     * @throws IllegalStateException if the client is closed
     */
    public void reload(WxPayConfig config) {
        caller.reload(config.settings());
    }

    /**
     * Returns the number of connections that this client can use, by what they do now: with and without the client
     * certificate together, and those that it shares with other clients included. All are 0 once it is closed.
     *
     * @return null if a transport of your own does not count them
     */
    public @Nullable ConnectionStats connectionStats() {
        return caller.connectionStats();
    }

    /** Ends the calls that are under way, with an unknown outcome, and closes the connections that no other client uses. */
    @Override
    public void close() {
        caller.close();
        closed.accept(this);
    }
}
