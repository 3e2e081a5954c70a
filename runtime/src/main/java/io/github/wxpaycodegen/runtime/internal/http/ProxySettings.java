package io.github.wxpaycodegen.runtime.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy, through which TLS connections are tunnelled.
 *
 * @param host its name or address
 * @param port its port
 * @param user the user name; null where the proxy wants no credentials
 * @param password the password of the user; null where there is no user
 */
public record ProxySettings(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {
    /** A proxy that wants no credentials. */
    public ProxySettings(String host, int port) {
        this(host, port, null, null);
    }

    /** The host and the port; no credentials. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
