package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.transport.Transport;

/** A client of one merchant: its connections and its keys. Safe for use by many threads. */
public final class WxPayClient implements AutoCloseable {
    private final Transport transport;
    private final ApiContext context;

    private WxPayClient(WxPayConfig config) {
        transport = config.newTransport();
        context = new ApiContext(new Caller(config, transport), CallOptions.NONE);
    }

    /** Makes a client; it connects when it is first called. */
    public static WxPayClient create(WxPayConfig config) {
        return new WxPayClient(config);
    }

    /** What calls go through. */
    public ApiContext context() {
        return context;
    }

    /** Ends the calls that are under way, with an unknown outcome, and closes the connections. */
    @Override
    public void close() {
        transport.close();
    }
}
