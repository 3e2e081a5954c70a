package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.transport.Transport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A client of one merchant: its connections and its keys. Safe for use by many threads. */
public final class WxPayClient implements AutoCloseable {
    private final Transport transport;
    private final ApiContext context;

    private WxPayClient(WxPayConfig config, ErrorAdvice advice) {
        CertificateExpiry.warn(config);
        transport = config.newTransport();
        context = new ApiContext(new Caller(config, transport, advice), CallOptions.NONE);
    }

    /** Makes a client; it connects when it is first called. */
    public static WxPayClient create(WxPayConfig config) {
        return new WxPayClient(config, ErrorAdvice.NONE);
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
        return new WxPayClient(config, new ErrorAdvice(v2Advice, v3Advice));
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
