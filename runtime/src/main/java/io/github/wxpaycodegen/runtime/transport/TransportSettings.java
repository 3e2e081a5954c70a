package io.github.wxpaycodegen.runtime.transport;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * What the default transport needs to know.
 *
 * @param connectTimeout the time to connect, TLS included
 * @param maxResponseBytes the most that is read of a response into memory
 * @param trusted certificate authorities beside those of the JVM
 * @param clientKey the client certificate and its key; null where none is configured
 * @param proxyHost null for none
 * @param proxyPort of the proxy
 */
public record TransportSettings(
        Duration connectTimeout,
        long maxResponseBytes,
        List<X509Certificate> trusted,
        @Nullable KeyManager clientKey,
        @Nullable String proxyHost,
        int proxyPort) {}
