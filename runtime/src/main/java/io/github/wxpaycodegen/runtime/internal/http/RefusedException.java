package io.github.wxpaycodegen.runtime.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An exchange that was ended before any byte of its request left; the message says why, in words for callers. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean connectionStale;

    private RefusedException(String message, boolean connectionStale, @Nullable Throwable cause) {
        super(message, cause);
        this.connectionStale = connectionStale;
    }

    private RefusedException(String message) {
        this(message, false, null);
    }

    /** The proxy did not open the tunnel. */
    static RefusedException byProxy(int status) {
        String advice = status == 407
                ? ": it wants credentials, or refuses those of proxy(host, port, user, password)"
                : ": is the gateway's host allowed there?";
        return new RefusedException("the proxy refused the connection: " + status + advice);
    }

    /** A response came although nothing was asked. */
    static RefusedException byUnexpectedResponse() {
        return new RefusedException("a response came before the request was sent");
    }

    /** A pooled connection ended, or carried bytes that belong to no request. */
    static RefusedException byStaleConnection(@Nullable Throwable cause) {
        String how = cause == null ? "it carried bytes that no request had asked for" : cause.toString();
        return new RefusedException("a pooled connection was of no use any more: " + how, true, cause);
    }

    /** All connections were in use for too long. */
    static RefusedException byFullPool(PoolSettings settings) {
        return new RefusedException(
                "all " + settings.maxConnections() + " connections are in use, and none became free within "
                        + settings.connectionWait().toMillis()
                        + " ms: raise maxConnections, or make fewer calls at a time");
    }

    /** The call ended first. */
    static RefusedException byCaller() {
        return new RefusedException("the call had ended before its request was sent");
    }

    /** Returns whether another connection may do better. */
    boolean isConnectionStale() {
        return connectionStale;
    }
}
