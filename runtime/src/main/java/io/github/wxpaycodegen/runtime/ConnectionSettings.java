package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.crypto.ClientCertificate;
import io.github.wxpaycodegen.runtime.internal.crypto.Pem;
import io.github.wxpaycodegen.runtime.internal.http.ConnectionPools;
import io.github.wxpaycodegen.runtime.internal.http.HttpClient5Transport;
import io.github.wxpaycodegen.runtime.internal.http.ProxySettings;
import io.github.wxpaycodegen.runtime.internal.http.TransportSettings;
import io.github.wxpaycodegen.runtime.internal.settings.Settings;
import io.github.wxpaycodegen.runtime.transport.Transport;
import java.net.URI;
import java.nio.file.Path;
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

/**
 * The settings of {@link WxPayConfig.Builder} that say how calls travel: hosts, TLS, time.
 *
 * @param <B> the builder
 */
abstract class ConnectionSettings<B extends ConnectionSettings<B>> {
    private static final URI DEFAULT_HOST = URI.create("https://api.mch.weixin.qq.com");
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

    private @Nullable URI backupHost;
    private @Nullable KeyManager clientKey;
    private byte @Nullable [] p12WithDefaultPassword;

    ConnectionSettings() {}

    abstract B self();

    /** The merchant's {@code apiclient_cert.p12}; its password is the merchant id. */
    public B clientCertificate(Path p12) {
        return clientCertificate(Settings.read("clientCertificate", p12));
    }

    /** The bytes of the merchant's {@code apiclient_cert.p12}; its password is the merchant id. */
    public B clientCertificate(byte[] p12) {
        p12WithDefaultPassword = Settings.given("clientCertificate", p12).clone();
        clientKey = null;
        return self();
    }

    /** The merchant's {@code apiclient_cert.p12} and its password. */
    public B clientCertificate(Path p12, String password) {
        return clientCertificate(Settings.read("clientCertificate", p12), password);
    }

    /** The bytes of the merchant's {@code apiclient_cert.p12}, and its password. */
    public B clientCertificate(byte[] p12, String password) {
        clientKey = ClientCertificate.ofP12(
                Settings.given("clientCertificate", p12),
                Settings.given("clientCertificate", password).toCharArray());
        p12WithDefaultPassword = null;
        return self();
    }

    /** The merchant's {@code apiclient_cert.pem} and {@code apiclient_key.pem} (PKCS#8 or PKCS#1). */
    public B clientCertificatePem(Path certificate, Path privateKey) {
        return clientCertificatePem(
                Settings.read("clientCertificatePem", certificate), Settings.read("clientCertificatePem", privateKey));
    }

    /** The bytes of the merchant's certificate and key, in PEM. */
    public B clientCertificatePem(byte[] certificate, byte[] privateKey) {
        clientKey = ClientCertificate.ofPem(certificate, privateKey);
        p12WithDefaultPassword = null;
        return self();
    }

    /** The merchant's certificate and key as texts in PEM, from a configuration server for instance. */
    public B clientCertificatePem(String certificate, String privateKey) {
        return clientCertificatePem(
                Settings.bytes("clientCertificatePem", certificate),
                Settings.bytes("clientCertificatePem", privateKey));
    }

    /** Certificate authorities to trust beside those of the JVM. */
    public B trust(X509Certificate... authorities) {
        trusted.addAll(List.of(authorities));
        return self();
    }

    /** Certificate authorities to trust beside those of the JVM, in PEM. */
    public B trustPem(Path pem) {
        return trustPem(Settings.read("trustPem", pem));
    }

    /** Certificate authorities to trust beside those of the JVM, in PEM. */
    public B trustPem(byte[] pem) {
        trusted.addAll(Pem.certificates("trustPem", pem));
        return self();
    }

    /** Certificate authorities to trust beside those of the JVM, as a text in PEM. */
    public B trustPem(String pem) {
        return trustPem(Settings.bytes("trustPem", pem));
    }

    /** The time for a whole call, from its start to the last byte of the response; 30 seconds by default. */
    public B timeout(Duration value) {
        timeout = Settings.positive("timeout", value);
        return self();
    }

    /** The time to connect, TLS included; 5 seconds by default. */
    public B connectTimeout(Duration value) {
        connectTimeout = Settings.positive("connectTimeout", value);
        return self();
    }

    /** The most bytes that are read of a response into memory; 8 MiB by default. */
    public B maxResponseBytes(long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("maxResponseBytes must be positive");
        }
        maxResponseBytes = value;
        return self();
    }

    /**
     * The time for a whole download to a file, from its start to the file in its place; 10 minutes by default. Where the
     * gateway prepares the file first, that is in it.
     */
    public B fileTimeout(Duration value) {
        fileTimeout = Settings.positive("fileTimeout", value);
        return self();
    }

    /** The most bytes of a file that is downloaded to disk, as it comes and unpacked; 4 GiB by default. */
    public B maxFileBytes(long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("maxFileBytes must be positive");
        }
        maxFileBytes = value;
        return self();
    }

    /** An HTTP proxy, through which the TLS connections are tunnelled. */
    public B proxy(String proxyHost, int port) {
        proxy = new ProxySettings(Settings.text("proxy", proxyHost), port);
        return self();
    }

    /** An HTTP proxy that wants credentials (Basic). They are sent to the proxy alone. */
    public B proxy(String proxyHost, int port, String user, String password) {
        proxy = new ProxySettings(
                Settings.text("proxy", proxyHost),
                port,
                Settings.given("proxy", user),
                Settings.given("proxy", password));
        return self();
    }

    /**
     * The most connections of the client that are open at a time, 200 by default; those that present the client
     * certificate are counted by themselves. Clients of one {@link WxPayClients} that share connections share this limit.
     */
    public B maxConnections(int value) {
        maxConnections = Settings.atLeastOne("maxConnections", value);
        return self();
    }

    /**
     * The longest wait for a connection where {@link #maxConnections} are in use, 5 seconds by default; a call whose
     * timeout is shorter waits no longer than that.
     */
    public B connectionWait(Duration value) {
        connectionWait = Settings.positive("connectionWait", value);
        return self();
    }

    /**
     * The host of the operations that have none of their own; {@code https://api.mch.weixin.qq.com} by default. A path that
     * it has goes in front of theirs and is signed with it, as the overseas host's {@code /hk} is.
     */
    public B host(URI value) {
        host = Settings.https("host", value);
        return self();
    }

    /** Calls another host than the one that specs name, a simulator for instance. */
    public B replaceHost(URI named, URI actual) {
        replacedHosts.put(Settings.https("replaceHost", named), Settings.https("replaceHost", actual));
        return self();
    }

    /** A further host that {@link CallOptions.Builder#host} may choose. */
    public B allowHost(URI value) {
        allowedHosts.add(Settings.https("allowHost", value));
        return self();
    }

    /**
     * The most attempts of a v3 call, 3 by default; 1 never sends again. Only what is safe is sent again: what never left, a
     * GET, and operations whose specs say that sending them twice is sending them once.
     */
    public B maxAttempts(int value) {
        maxAttempts = Settings.atLeastOne("maxAttempts", value);
        return self();
    }

    /** The host of second attempts of v3 calls; {@code https://api2.mch.weixin.qq.com} beside the default host. */
    public B backupHost(URI value) {
        backupHost = Settings.https("backupHost", value);
        return self();
    }

    /** Logs bodies at debug, their values masked; off by default. */
    public B logBodies(boolean value) {
        logBodies = value;
        return self();
    }

    /**
     * Another transport than the default one; each client makes one and closes it, and so does each reload. It sees to TLS by
     * itself.
     */
    public B transport(Supplier<Transport> value) {
        transport = value;
        return self();
    }

    /** Null for none: another host than the usual one has no backup unless it is given. */
    @Nullable
    URI backupHost() {
        return backupHost != null || !host.equals(DEFAULT_HOST) ? backupHost : DEFAULT_BACKUP_HOST;
    }

    @Nullable
    KeyManager clientKey(@Nullable String mchid) {
        byte[] p12 = p12WithDefaultPassword;
        if (p12 == null) {
            return clientKey;
        }
        if (mchid == null) {
            throw new ConfigurationException(
                    "clientCertificate: the password is the mchid unless one is given; configure either");
        }
        return ClientCertificate.ofP12(p12, mchid.toCharArray());
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
}
