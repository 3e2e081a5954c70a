package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.call.V3Account;
import io.github.wxpaycodegen.runtime.internal.call.V3Settings;
import io.github.wxpaycodegen.runtime.internal.crypto.RefundCipher;
import io.github.wxpaycodegen.runtime.internal.crypto.V2Signer;
import io.github.wxpaycodegen.runtime.internal.crypto.WorkwxSigner;
import io.github.wxpaycodegen.runtime.internal.http.ConnectionPools;
import io.github.wxpaycodegen.runtime.internal.http.HttpClient5Transport;
import io.github.wxpaycodegen.runtime.internal.http.ProxySettings;
import io.github.wxpaycodegen.runtime.internal.http.TransportSettings;
import io.github.wxpaycodegen.runtime.internal.settings.Settings;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.transport.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, with which keys, and how. Immutable and safe to share; a process may have one for each merchant. Secrets show
 * in no {@code toString}, log or exception.
 */
public final class WxPayConfig {
    private final Map<Fill, String> ids;
    private final @Nullable V2Signer v2Signer;
    private final @Nullable RefundCipher refundCipher;
    private final @Nullable WorkwxSigner workwxSigner;
    private final @Nullable KeyManager clientKey;
    private final @Nullable PublicKey encryptionKey;
    private final List<X509Certificate> trusted;
    private final Clock clock;
    private final SecureRandom random;
    private final Duration timeout;
    private final Duration connectTimeout;
    private final long maxResponseBytes;
    private final Duration fileTimeout;
    private final long maxFileBytes;
    private final @Nullable ProxySettings proxy;
    private final int maxConnections;
    private final Duration connectionWait;
    private final URI host;
    private final Map<URI, URI> replacedHosts;
    private final Set<URI> allowedHosts;
    private final @Nullable URI backupHost;
    private final int maxAttempts;
    private final V3Settings v3;
    private final V3Settings brand;
    private final boolean logBodies;
    private final Listeners listeners;
    private final @Nullable Supplier<Transport> transport;

    private WxPayConfig(Builder b) {
        ids = Map.copyOf(b.ids);
        v2Signer = b.v2Signer;
        refundCipher = b.refundCipher;
        workwxSigner = b.workwxSigner;
        clientKey = b.clientKey(b.ids.get(Fill.MCHID));
        encryptionKey = b.encryptionKey;
        trusted = List.copyOf(b.trusted);
        clock = b.clock;
        random = b.random;
        timeout = b.timeout;
        connectTimeout = b.connectTimeout;
        maxResponseBytes = b.maxResponseBytes;
        fileTimeout = b.fileTimeout;
        maxFileBytes = b.maxFileBytes;
        proxy = b.proxy;
        maxConnections = b.maxConnections;
        connectionWait = b.connectionWait;
        host = b.host;
        replacedHosts = Map.copyOf(b.replacedHosts);
        allowedHosts = Set.copyOf(b.allowedHosts);
        backupHost = b.backupHost();
        maxAttempts = b.maxAttempts;
        v3 = b.v3.build();
        brand = b.brand.build();
        logBodies = b.logBodies;
        listeners = new Listeners(b.listeners, ids.get(Fill.MCHID), clock);
        transport = b.transport;
    }

    /** Begins a configuration. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a builder with the settings of the environment: {@code WXPAY_MCHID}, {@code WXPAY_V2_KEY}, {@code
     * WXPAY_MERCHANT_PRIVATE_KEY_PEM_FILE} and so on. The name of a variable is that of the setting, in capitals with
     * underscores; secrets, keys and certificates are texts, or with {@code _FILE} at the end the names of files. The guide
     * <a href="https://github.com/wxpaycodegen/wxpay-codegen/blob/main/docs/guide/configuration.md">Configuration</a> has the
     * list. A variable that begins with {@code WXPAY_} and is not one of them is ignored, and a warning is logged.
     *
     * @throws ConfigurationException that names the variable, if a value is wrong
     */
    public static Builder fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    static Builder fromEnvironment(Map<String, String> variables) {
        Builder config = builder();
        Environment.applyTo(config, variables);
        return config;
    }

    /**
     * Returns a builder with the settings of properties: {@code wxpay.mchid}, {@code wxpay.v2-key}, {@code
     * wxpay.merchant-private-key-pem-file} and so on. They are those of {@link #fromEnvironment()}, in lower case with
     * hyphens. It cannot see a property whose name is misspelled.
     *
     * @param prefix stands in front of each name with a dot between them; empty for none
     * @param property looks up a property, and returns null where there is none: {@code properties::getProperty}, {@code
     *     System::getProperty}, {@code environment::getProperty} of Spring
     * @throws ConfigurationException that names the property, if a value is wrong
     */
    public static Builder fromProperties(String prefix, Function<String, @Nullable String> property) {
        String start = prefix.isEmpty() || prefix.endsWith(".") ? prefix : prefix + ".";
        Builder config = builder();
        new TextSettings(new TextValues(name -> start + name, property)).applyTo(config);
        return config;
    }

    /** The merchant id; null if none is configured. */
    public @Nullable String mchid() {
        return ids.get(Fill.MCHID);
    }

    /** The app id; null if none is configured. */
    public @Nullable String appid() {
        return ids.get(Fill.APPID);
    }

    /** The time for a whole call. */
    public Duration timeout() {
        return timeout;
    }

    /** The most that is held of a response. */
    long maxResponseBytes() {
        return maxResponseBytes;
    }

    Duration fileTimeout() {
        return fileTimeout;
    }

    long maxFileBytes() {
        return maxFileBytes;
    }

    @Nullable
    String id(Fill fill) {
        return ids.get(fill);
    }

    @Nullable
    V2Signer v2Signer() {
        return v2Signer;
    }

    @Nullable
    WorkwxSigner workwxSigner() {
        return workwxSigner;
    }

    @Nullable
    RefundCipher refundCipher() {
        return refundCipher;
    }

    @Nullable
    KeyManager clientKey() {
        return clientKey;
    }

    boolean hasClientCertificate() {
        return clientKey != null || transport != null;
    }

    @Nullable
    PublicKey encryptionKey() {
        return encryptionKey;
    }

    @Nullable
    PrivateKey merchantPrivateKey() {
        return v3.privateKey();
    }

    Clock clock() {
        return clock;
    }

    SecureRandom random() {
        return random;
    }

    URI host() {
        return host;
    }

    Map<URI, URI> replacedHosts() {
        return replacedHosts;
    }

    Set<URI> allowedHosts() {
        return allowedHosts;
    }

    /** Null for none. */
    @Nullable
    URI backupHost() {
        return backupHost;
    }

    int maxAttempts() {
        return maxAttempts;
    }

    /** The merchant's keys. */
    V3Settings v3() {
        return v3;
    }

    /** The keys of an account. */
    V3Settings v3(V3Account account) {
        return account == V3Account.BRAND ? brand : v3;
    }

    boolean logBodies() {
        return logBodies;
    }

    Listeners listeners() {
        return listeners;
    }

    /** Makes the transport of a client, which shares connections with the other transports of these pools. */
    Transport newTransport(ConnectionPools pools) {
        return transport != null
                ? transport.get()
                : new HttpClient5Transport(
                        new TransportSettings(
                                connectTimeout,
                                maxResponseBytes,
                                trusted,
                                clientKey,
                                proxy,
                                maxConnections,
                                connectionWait),
                        pools);
    }

    /** Who and where; no secrets. */
    @Override
    public String toString() {
        return "WxPayConfig{mchid=" + mchid() + ", appid=" + appid() + ", host=" + host + "}";
    }

    static Duration positive(String setting, Duration value) {
        Settings.given(setting, value);
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(setting + " must be positive");
        }
        return value;
    }

    static int atLeastOne(String setting, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(setting + " must be at least 1 (was " + value + ")");
        }
        return value;
    }

    static URI https(String setting, URI value) {
        Settings.given(setting, value);
        if (!"https".equals(value.getScheme()) || value.getHost() == null || value.getRawUserInfo() != null) {
            throw new IllegalArgumentException(setting + " must be an https URL with a host: " + value);
        }
        return value;
    }

    /** Sets what {@link WxPayConfig} has. Not safe for use by several threads. */
    public static final class Builder extends KeySettings<Builder> {
        private final Map<Fill, String> ids = new EnumMap<>(Fill.class);
        private Clock clock = Clock.systemUTC();
        private SecureRandom random = new SecureRandom();
        private final List<CallListener> listeners = new ArrayList<>();

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /** The merchant id; for a service provider its own. */
        public Builder mchid(String value) {
            return id(Fill.MCHID, "mchid", value);
        }

        /** The app id; for a service provider its own. */
        public Builder appid(String value) {
            return id(Fill.APPID, "appid", value);
        }

        /** The merchant that a service provider acts for. */
        public Builder subMchid(String value) {
            return id(Fill.SUB_MCHID, "subMchid", value);
        }

        /** The app id of the merchant that a service provider acts for. */
        public Builder subAppid(String value) {
            return id(Fill.SUB_APPID, "subAppid", value);
        }

        /** The brand id, which {@code /brand/} calls are made under; {@link #brandPrivateKeyPem(Path)} signs them. */
        public Builder brandId(String value) {
            return id(Fill.BRAND_ID, "brandId", value);
        }

        /** The clock: of signatures, of their age, and of the time that the log tells; the system's by default. */
        public Builder clock(Clock value) {
            clock = Settings.given("clock", value);
            return this;
        }

        /** Where nonces come from. */
        public Builder random(SecureRandom value) {
            random = Settings.given("random", value);
            return this;
        }

        /** Adds a listener, which is notified of each call; several are notified in the order in which they were added. */
        public Builder listener(CallListener value) {
            listeners.add(Settings.given("listener", value));
            return this;
        }

        /**
         * The configuration.
         *
         * @throws ConfigurationException if a key or certificate cannot be read
         */
        public WxPayConfig build() {
            return new WxPayConfig(this);
        }

        private Builder id(Fill fill, String setting, String value) {
            ids.put(fill, Settings.text(setting, value));
            return this;
        }
    }
}
