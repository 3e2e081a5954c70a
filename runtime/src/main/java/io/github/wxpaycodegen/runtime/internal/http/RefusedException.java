package io.github.wxpaycodegen.runtime.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Exception for an exchange that ended before any byte of its request was sent. Its message is for callers. */
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

    /** Returns the exception for a proxy that did not open the tunnel. */
    static RefusedException byProxy(int status) {
        String advice = status == 407
                ? ": it requires credentials, or rejects those of proxy(host, port, user, password)"
                : ": check that it allows the gateway's host";
        return new RefusedException("the proxy rejected the connection: " + status + advice);
    }

    /** Returns the exception for a response before the request was sent. */
    static RefusedException byUnexpectedResponse() {
        return new RefusedException("a response arrived before the request was sent");
    }

    /** Returns the exception for a pooled connection that ended, or carried bytes that belong to no request. */
    static RefusedException byStaleConnection(@Nullable Throwable cause) {
        String how = cause == null ? "it carried bytes that belong to no request" : cause.toString();
        return new RefusedException("a pooled connection was no longer usable: " + how, true, cause);
    }

    /** Returns the exception for a wait during which all connections were in use. */
    static RefusedException byFullPool(PoolSettings settings) {
        return new RefusedException(
                "all " + settings.maxConnections() + " connections are in use, and none became free within "
                        + settings.connectionWait().toMillis()
                        + " ms: raise maxConnections, or make fewer calls at a time");
    }

    /** Returns the exception for a connection that could not be opened because of an error in this process. */
    static RefusedException byError(Throwable cause) {
        return new RefusedException("it could not be opened: " + cause, false, cause);
    }

    /** Returns the exception for a call that ended before its request was sent. */
    static RefusedException byCaller() {
        return new RefusedException("the call had ended before its request was sent");
    }

    /** Returns true if another connection may succeed. */
    boolean isConnectionStale() {
        return connectionStale;
    }
}
