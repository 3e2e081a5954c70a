package io.github.wxpaycodegen.runtime.internal.http;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy, through which TLS connections are tunneled.
 *
 * @param host its name or address
 * @param port its port
 * @param user the user name; null if the proxy requires no credentials
 * @param password the password of the user; null if there is no user
 */
public record ProxySettings(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {
    /** Creates the settings of a proxy without credentials. */
    public ProxySettings(String host, int port) {
        this(host, port, null, null);
    }

    /** Returns the host and the port; no credentials. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
