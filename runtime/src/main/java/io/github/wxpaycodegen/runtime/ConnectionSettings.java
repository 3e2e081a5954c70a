package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.call.CallLimits;
import io.github.wxpaycodegen.runtime.internal.call.HostSettings;
import io.github.wxpaycodegen.runtime.internal.crypto.ClientCertificate;
import io.github.wxpaycodegen.runtime.internal.http.ConnectionPools;
import io.github.wxpaycodegen.runtime.internal.http.HttpClient5Transport;
import io.github.wxpaycodegen.runtime.internal.http.ProxySettings;
import io.github.wxpaycodegen.runtime.internal.http.TransportSettings;
import io.github.wxpaycodegen.runtime.internal.settings.Settings;
import io.github.wxpaycodegen.runtime.transport.Transport;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/** The connection settings that {@link WxPayConfig.Builder} collects: hosts, TLS and timeouts. */
final class ConnectionSettings {
    private static final URI DEFAULT_HOST = URI.create("https://api.mch.weixin.qq.com");
    private static final String CLIENT_CERTIFICATE = "clientCertificate";
    private static final String PASS_PASSWORD = "pass it as the second argument";
    private static final URI DEFAULT_BACKUP_HOST = URI.create("https://api2.mch.weixin.qq.com");

    final List<X509Certificate> trusted = new ArrayList<>();
    final Map<URI, URI> replacedHosts = new LinkedHashMap<>();
    final Set<URI> allowedHosts = new LinkedHashSet<>();
    Duration timeout = Duration.ofSeconds(30);
    Duration connectTimeout = Duration.ofSeconds(5);
    long maxResponseBytes = 8L * 1024 * 1024;
    Duration fileTimeout = Duration.ofMinutes(10);
    long maxFileBytes = 4L * 1024 * 1024 * 1024;

    int maxConnections = TransportSettings.DEFAULT_MAX_CONNECTIONS;
    Duration connectionWait = TransportSettings.DEFAULT_CONNECTION_WAIT;

    @Nullable
    ProxySettings proxy;

    URI host = DEFAULT_HOST;
    int maxAttempts = 3;
    boolean logBodies;

    @Nullable
    Supplier<Transport> transport;

    @Nullable
    URI backupHost;

    private @Nullable KeyManager clientKey;
    private @Nullable P12 p12WithDefaultPassword;

    void clientCertificate(byte[] p12) {
        clientCertificate(p12, null, CLIENT_CERTIFICATE, PASS_PASSWORD);
    }

    void clientCertificate(byte[] p12, String password) {
        clientCertificate(p12, Settings.given(CLIENT_CERTIFICATE, password), CLIENT_CERTIFICATE, PASS_PASSWORD);
    }

    /**
     * Sets a P12 file.
     *
     * @param password null for the merchant id, which may be set later
     * @param label the name of the setting in its source, for messages
     * @param remedy how to give another password
     */
    void clientCertificate(byte[] p12, @Nullable String password, String label, String remedy) {
        P12 file = new P12(Settings.given(CLIENT_CERTIFICATE, p12).clone(), label, remedy);
        clientKey = password == null ? null : file.open(password);
        p12WithDefaultPassword = password == null ? file : null;
    }

    void clientCertificatePem(byte[] certificate, byte[] privateKey) {
        clientKey = ClientCertificate.ofPem(certificate, privateKey);
        p12WithDefaultPassword = null;
    }

    HostSettings hosts() {
        // The default backup serves only the default host.
        URI backup = backupHost == null && host.equals(DEFAULT_HOST) ? DEFAULT_BACKUP_HOST : backupHost;
        return new HostSettings(host, backup, Map.copyOf(replacedHosts), Set.copyOf(allowedHosts));
    }

    CallLimits limits() {
        return new CallLimits(timeout, fileTimeout, maxResponseBytes, maxFileBytes, maxAttempts);
    }

    @Nullable
    KeyManager clientKey(@Nullable String mchid) {
        P12 p12 = p12WithDefaultPassword;
        if (p12 == null) {
            return clientKey;
        }
        if (mchid == null) {
            throw new ConfigurationException(
                    p12.label + ": the password is the mchid unless one is given; configure either");
        }
        return p12.open(mchid);
    }

    /** Opens the transport of a client, which shares connections with the other transports of these pools. */
    Function<ConnectionPools, Transport> transports(@Nullable KeyManager client) {
        Supplier<Transport> own = transport;
        if (own != null) {
            return pools -> own.get();
        }
        TransportSettings settings = new TransportSettings(
                connectTimeout, maxResponseBytes, List.copyOf(trusted), client, proxy, maxConnections, connectionWait);
        return pools -> new HttpClient5Transport(settings, pools);
    }

    /** A P12 file, with what messages say of its setting. */
    private record P12(byte[] content, String label, String remedy) {
        KeyManager open(String password) {
            try {
                return ClientCertificate.ofP12(content, password.toCharArray(), remedy);
            } catch (ConfigurationException e) {
                throw new ConfigurationException(label + ": " + e.getMessage(), e.getCause());
            }
        }
    }
}
