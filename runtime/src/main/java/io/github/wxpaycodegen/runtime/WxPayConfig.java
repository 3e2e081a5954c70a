package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.crypto.Pem;
import io.github.wxpaycodegen.runtime.internal.crypto.WorkwxSigner;
import io.github.wxpaycodegen.runtime.internal.http.ProxySettings;
import io.github.wxpaycodegen.runtime.internal.settings.Settings;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.transport.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Client configuration: merchant identity, keys and connection settings. Immutable and safe to share; a process may
 * have one for each merchant. {@code toString}, logs and exceptions never show a secret.
 */
public final class WxPayConfig {
    private final ClientSettings settings;

    private WxPayConfig(Builder b) {
        Map<Fill, String> ids = Map.copyOf(b.ids);
        String mchid = ids.get(Fill.MCHID);
        KeyManager clientKey = b.connection.clientKey(mchid);
        settings = new ClientSettings(
                ids,
                b.keys.v2(),
                b.keys.merchant.build(),
                b.keys.brand.build(),
                b.connection.hosts(),
                b.connection.limits(),
                b.clock,
                b.random,
                b.connection.logBodies,
                clientKey,
                clientKey != null || b.connection.transport != null,
                b.connection.transports(clientKey),
                new Listeners(b.listeners, mchid, b.clock),
                Map.copyOf(b.settingNames));
    }

    /** Returns a new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a builder with the settings of the environment: {@code WXPAY_MCHID}, {@code WXPAY_V2_KEY}, {@code
     * WXPAY_MERCHANT_PRIVATE_KEY_PEM_FILE} and so on. A variable is named after its setting, in capitals with
     * underscores. Secrets, keys and certificates are given as texts; a variable that ends with {@code _FILE} names a
     * file instead. The guide <a
     * href="https://github.com/wxpaycodegen/wxpay-codegen/blob/main/docs/guide/configuration.md">Configuration</a> has
     * the list. Other variables that begin with {@code WXPAY_} are ignored, and a warning is logged.
     *
     * @throws ConfigurationException if a value is invalid; it names the variable
     */
    public static Builder fromEnvironment() {
        return fromEnvironment(System.getenv());
    }

    /**
     * Same as {@link #fromEnvironment()}, with other variables than those of this process.
     *
     * @param variables the values by the names of the variables
     */
    public static Builder fromEnvironment(Map<String, String> variables) {
        Builder config = builder();
        Environment.applyTo(config, variables);
        return config;
    }

    /**
     * Returns a builder with the settings of properties: {@code wxpay.mchid}, {@code wxpay.v2-key}, {@code
     * wxpay.merchant-private-key-pem-file} and so on. They are the settings of {@link #fromEnvironment()}, in lower
     * case with hyphens. A misspelled property is not detected.
     *
     * @param prefix stands before each name, followed by a dot; empty for none
     * @param property looks up a property, and returns null if there is none: {@code properties::getProperty}, {@code
     *     System::getProperty}, {@code environment::getProperty} of Spring
     * @throws ConfigurationException if a value is invalid; it names the property
     */
    public static Builder fromProperties(String prefix, Function<String, @Nullable String> property) {
        String start = prefix.isEmpty() || prefix.endsWith(".") ? prefix : prefix + ".";
        Builder config = builder();
        new TextSettings(new TextValues(name -> start + name, property)).applyTo(config);
        return config;
    }

    /**
     * Returns the setting that a misspelled one probably stands for, for warnings of frameworks that read properties:
     * {@code v2-key} for {@code v2-keey}.
     *
     * @param name without a prefix, in lower case with hyphens
     * @return empty if the name is a setting, or if no setting has a similar name
     */
    public static Optional<String> similarSetting(String name) {
        List<String> settings = new ArrayList<>();
        fromProperties("", setting -> {
            settings.add(setting);
            return null;
        });
        return settings.contains(name) ? Optional.empty() : Spelling.nearest(name, settings);
    }

    /** Returns the merchant id; null if none is configured. */
    public @Nullable String mchid() {
        return settings.mchid();
    }

    /** Returns the app id; null if none is configured. */
    public @Nullable String appid() {
        return settings.id(Fill.APPID);
    }

    /** Returns the id of the merchant that a service provider acts for; null if none is configured. */
    public @Nullable String subMchid() {
        return settings.id(Fill.SUB_MCHID);
    }

    /** Returns the brand id; null if none is configured. */
    public @Nullable String brandId() {
        return settings.id(Fill.BRAND_ID);
    }

    /** Returns which keys and certificates are configured, for health checks; no secrets. */
    public ConfiguredKeys keys() {
        return new ConfiguredKeys(settings);
    }

    /** Returns the timeout of a whole call. */
    public Duration timeout() {
        return settings.limits().timeout();
    }

    /** Returns the configuration as calls read it. */
    ClientSettings settings() {
        return settings;
    }

    /** Returns the merchant id, the app id and the host, and no secrets. */
    @Override
    public String toString() {
        return "WxPayConfig{mchid=" + mchid() + ", appid=" + appid() + ", host="
                + settings.hosts().usual() + "}";
    }

    /**
     * Builder of a {@link WxPayConfig}. Not thread-safe.
     *
     * <p>A setting that is null, blank, out of range or unusable throws {@link ConfigurationException}, which names it: at
     * once, or in {@link #build()} if it depends on other settings.
     */
    public static final class Builder {
        private final KeySettings keys = new KeySettings();
        private final ConnectionSettings connection = new ConnectionSettings();
        private final Map<Fill, String> ids = new EnumMap<>(Fill.class);
        private Clock clock = Clock.systemUTC();
        private SecureRandom random = new SecureRandom();
        private final List<CallListener> listeners = new ArrayList<>();
        private final Map<String, String> settingNames = new HashMap<>();

        private Builder() {}

        /** Sets the merchant id. A service provider sets its own. */
        public Builder mchid(String value) {
            return id(Fill.MCHID, "mchid", value);
        }

        /** Sets the app id. A service provider sets its own. */
        public Builder appid(String value) {
            return id(Fill.APPID, "appid", value);
        }

        /** Sets the id of the merchant that a service provider acts for. */
        public Builder subMchid(String value) {
            return id(Fill.SUB_MCHID, "subMchid", value);
        }

        /** Sets the app id of the merchant that a service provider acts for. */
        public Builder subAppid(String value) {
            return id(Fill.SUB_APPID, "subAppid", value);
        }

        /** Sets the brand id of {@code /brand/} calls. {@link #brandPrivateKeyPem(Path)} signs them. */
        public Builder brandId(String value) {
            return id(Fill.BRAND_ID, "brandId", value);
        }

        /**
         * Sets the APIv2 key, which signs requests, verifies responses and notifications, and decrypts refund
         * notifications.
         *
         * @throws ConfigurationException if it is not 32 bytes long
         */
        public Builder v2Key(String value) {
            keys.v2Key(value);
            return this;
        }

        /**
         * Sets the secret of the WeCom app that pays. It adds a second signature to payments to members of a WeCom
         * company.
         *
         * @throws ConfigurationException if it is blank
         */
        public Builder workwxSecret(String value) {
            keys.workwxSigner = new WorkwxSigner(Settings.text("workwxSecret", value));
            return this;
        }

        /**
         * Sets the gateway's RSA public key in PEM (PKCS#8 or PKCS#1), which encrypts v2 fields.
         *
         * @throws ConfigurationException if the file cannot be read or is not such a key
         */
        public Builder encryptionKeyPem(Path pem) {
            return encryptionKeyPem(Settings.read("encryptionKeyPem", pem));
        }

        /**
         * Sets the gateway's RSA public key in PEM (PKCS#8 or PKCS#1), which encrypts v2 fields.
         *
         * @throws ConfigurationException if it is not such a key
         */
        public Builder encryptionKeyPem(byte[] pem) {
            keys.encryptionKey = Pem.publicKey("encryptionKeyPem", pem);
            return this;
        }

        /**
         * Sets the gateway's RSA public key as a text in PEM, which encrypts v2 fields.
         *
         * @throws ConfigurationException if it is not such a key
         */
        public Builder encryptionKeyPem(String pem) {
            return encryptionKeyPem(Settings.bytes("encryptionKeyPem", pem));
        }

        /**
         * Sets the merchant's private key in PEM (PKCS#8 or PKCS#1), which signs v3 requests and decrypts response
         * fields. An SM2 key selects the SM suite.
         */
        public Builder merchantPrivateKeyPem(Path pem) {
            return merchantPrivateKeyPem(Settings.read("merchantPrivateKeyPem", pem));
        }

        /**
         * Sets the merchant's private key in PEM (PKCS#8 or PKCS#1), which signs v3 requests and decrypts response
         * fields.
         */
        public Builder merchantPrivateKeyPem(byte[] pem) {
            keys.merchant.privateKey(pem);
            return this;
        }

        /**
         * Sets the merchant's private key as a text: PEM, in which line ends may be written as {@code \n}, or only its
         * Base64.
         */
        public Builder merchantPrivateKeyPem(String pem) {
            return merchantPrivateKeyPem(Settings.bytes("merchantPrivateKeyPem", pem));
        }

        /** Sets the merchant's certificate in PEM, whose serial number v3 requests contain. */
        public Builder merchantCertificatePem(Path pem) {
            return merchantCertificatePem(Settings.read("merchantCertificatePem", pem));
        }

        /** Sets the merchant's certificate in PEM, whose serial number v3 requests contain. */
        public Builder merchantCertificatePem(byte[] pem) {
            keys.merchant.certificate(pem);
            return this;
        }

        /** Sets the merchant's certificate as a text in PEM, whose serial number v3 requests contain. */
        public Builder merchantCertificatePem(String pem) {
            return merchantCertificatePem(Settings.bytes("merchantCertificatePem", pem));
        }

        /**
         * Sets the serial number of the merchant's certificate, for use without the certificate itself.
         *
         * @throws ConfigurationException if it is not hexadecimal
         */
        public Builder merchantSerial(String value) {
            keys.merchant.serial(value);
            return this;
        }

        /**
         * Sets the APIv3 key, which decrypts platform certificates and notifications.
         *
         * @throws ConfigurationException if it is not 32 bytes long
         */
        public Builder v3Key(String value) {
            keys.merchant.v3Key(value);
            return this;
        }

        /**
         * Adds a public key of the gateway in PEM, with its id, {@code PUB_KEY_ID_...}. Several keys can be trusted at
         * once.
         */
        public Builder wechatPayPublicKeyPem(String keyId, Path pem) {
            return wechatPayPublicKeyPem(keyId, Settings.read("wechatPayPublicKeyPem", pem));
        }

        /**
         * Adds a public key of the gateway in PEM, with its id, {@code PUB_KEY_ID_...}. Several keys can be trusted at
         * once.
         */
        public Builder wechatPayPublicKeyPem(String keyId, byte[] pem) {
            keys.merchant.publicKey(keyId, pem);
            return this;
        }

        /** Adds a public key of the gateway as a text in PEM, with its id, {@code PUB_KEY_ID_...}. */
        public Builder wechatPayPublicKeyPem(String keyId, String pem) {
            return wechatPayPublicKeyPem(keyId, Settings.bytes("wechatPayPublicKeyPem", pem));
        }

        /** Adds previously downloaded platform certificates in PEM. */
        public Builder platformCertificatesPem(Path pem) {
            return platformCertificatesPem(Settings.read("platformCertificatesPem", pem));
        }

        /** Adds previously downloaded platform certificates in PEM. */
        public Builder platformCertificatesPem(byte[] pem) {
            keys.merchant.platformCertificates(Pem.certificates("platformCertificatesPem", pem));
            return this;
        }

        /** Adds previously downloaded platform certificates as a text in PEM. */
        public Builder platformCertificatesPem(String pem) {
            return platformCertificatesPem(Settings.bytes("platformCertificatesPem", pem));
        }

        /**
         * Makes the client download the platform certificates when they are first needed, and about hourly from then
         * on. {@link #v3Key} decrypts them.
         */
        public Builder downloadPlatformCertificates() {
            keys.merchant.download();
            return this;
        }

        /**
         * Sets the brand's private key in PEM (PKCS#8 or PKCS#1), which signs {@code /brand/} requests and decrypts
         * fields of their responses. The merchant's key is not used for these.
         */
        public Builder brandPrivateKeyPem(Path pem) {
            return brandPrivateKeyPem(Settings.read("brandPrivateKeyPem", pem));
        }

        /** Same as {@link #brandPrivateKeyPem(Path)}, with the content of the file. */
        public Builder brandPrivateKeyPem(byte[] pem) {
            keys.brand.privateKey(pem);
            return this;
        }

        /**
         * Sets the brand's private key as a text: PEM, in which line ends may be written as {@code \n}, or only its
         * Base64.
         */
        public Builder brandPrivateKeyPem(String pem) {
            return brandPrivateKeyPem(Settings.bytes("brandPrivateKeyPem", pem));
        }

        /** Sets the brand's API certificate in PEM, whose serial number {@code /brand/} requests contain. */
        public Builder brandCertificatePem(Path pem) {
            return brandCertificatePem(Settings.read("brandCertificatePem", pem));
        }

        /** Same as {@link #brandCertificatePem(Path)}, with the content of the file. */
        public Builder brandCertificatePem(byte[] pem) {
            keys.brand.certificate(pem);
            return this;
        }

        /** Sets the brand's API certificate as a text in PEM. */
        public Builder brandCertificatePem(String pem) {
            return brandCertificatePem(Settings.bytes("brandCertificatePem", pem));
        }

        /**
         * Sets the serial number of the brand's API certificate, for use without the certificate itself.
         *
         * @throws ConfigurationException if it is not hexadecimal
         */
        public Builder brandSerial(String value) {
            keys.brand.serial(value);
            return this;
        }

        /**
         * Adds a public key of the gateway for the brand in PEM, with its id, {@code PUB_KEY_ID_...}. It differs from
         * the merchant's: the gateway rejects {@code /brand/} requests that name a key of another account. It verifies
         * responses and notifications, and encrypts sensitive fields. Several keys can be trusted at once.
         */
        public Builder brandWechatPayPublicKeyPem(String keyId, Path pem) {
            return brandWechatPayPublicKeyPem(keyId, Settings.read("brandWechatPayPublicKeyPem", pem));
        }

        /** Same as {@link #brandWechatPayPublicKeyPem(String, Path)}, with the content of the file. */
        public Builder brandWechatPayPublicKeyPem(String keyId, byte[] pem) {
            keys.brand.publicKey(keyId, pem);
            return this;
        }

        /** Adds a public key of the gateway for the brand as a text in PEM, with its id, {@code PUB_KEY_ID_...}. */
        public Builder brandWechatPayPublicKeyPem(String keyId, String pem) {
            return brandWechatPayPublicKeyPem(keyId, Settings.bytes("brandWechatPayPublicKeyPem", pem));
        }

        /**
         * Sets the brand's APIv3 key, which decrypts notifications to the brand.
         *
         * @throws ConfigurationException if it is not 32 bytes long
         */
        public Builder brandV3Key(String value) {
            keys.brand.v3Key(value);
            return this;
        }

        /**
         * Sets the JCA provider that signs v3 requests and front-end parameters with RSA, for instance a native one. By
         * default, the JVM chooses. Verification, encryption and TLS do not use it. {@link WxPayConfig.Builder#build()}
         * throws {@link ConfigurationException} if the provider cannot sign with a configured key, or if that is an SM2
         * key.
         */
        public Builder signatureProvider(Provider value) {
            keys.signatureProvider(value);
            return this;
        }

        /** Sets the merchant's {@code apiclient_cert.p12}, whose password is the merchant id. */
        public Builder clientCertificate(Path p12) {
            return clientCertificate(Settings.read("clientCertificate", p12));
        }

        /** Sets the content of the merchant's {@code apiclient_cert.p12}, whose password is the merchant id. */
        public Builder clientCertificate(byte[] p12) {
            connection.clientCertificate(p12);
            return this;
        }

        /** Sets the merchant's {@code apiclient_cert.p12} and its password. */
        public Builder clientCertificate(Path p12, String password) {
            return clientCertificate(Settings.read("clientCertificate", p12), password);
        }

        /** Sets the content of the merchant's {@code apiclient_cert.p12}, and its password. */
        public Builder clientCertificate(byte[] p12, String password) {
            connection.clientCertificate(p12, password);
            return this;
        }

        /**
         * Sets the P12 file of a setting in text, whose errors name that setting.
         *
         * @param password null for the merchant id
         */
        void clientCertificate(byte[] p12, @Nullable String password, String label, String passwordLabel) {
            connection.clientCertificate(p12, password, label, "set " + passwordLabel + " to the password");
        }

        /** Sets the merchant's {@code apiclient_cert.pem} and {@code apiclient_key.pem} (PKCS#8 or PKCS#1). */
        public Builder clientCertificatePem(Path certificate, Path privateKey) {
            return clientCertificatePem(
                    Settings.read("clientCertificatePem", certificate),
                    Settings.read("clientCertificatePem", privateKey));
        }

        /** Sets the merchant's certificate and key, in PEM. */
        public Builder clientCertificatePem(byte[] certificate, byte[] privateKey) {
            connection.clientCertificatePem(certificate, privateKey);
            return this;
        }

        /** Sets the merchant's certificate and key as texts in PEM, for instance from a configuration server. */
        public Builder clientCertificatePem(String certificate, String privateKey) {
            return clientCertificatePem(
                    Settings.bytes("clientCertificatePem", certificate),
                    Settings.bytes("clientCertificatePem", privateKey));
        }

        /** Adds certificate authorities to trust, besides those of the JVM. */
        public Builder trust(X509Certificate... authorities) {
            connection.trusted.addAll(Settings.all("trust", authorities));
            return this;
        }

        /** Adds certificate authorities to trust in PEM, besides those of the JVM. */
        public Builder trustPem(Path pem) {
            return trustPem(Settings.read("trustPem", pem));
        }

        /** Adds certificate authorities to trust in PEM, besides those of the JVM. */
        public Builder trustPem(byte[] pem) {
            connection.trusted.addAll(Pem.certificates("trustPem", pem));
            return this;
        }

        /** Adds certificate authorities to trust as a text in PEM, besides those of the JVM. */
        public Builder trustPem(String pem) {
            return trustPem(Settings.bytes("trustPem", pem));
        }

        /**
         * Sets the timeout of a whole call, from its start to the last byte of the response; 30 seconds by default.
         */
        public Builder timeout(Duration value) {
            connection.timeout = Settings.positive("timeout", value);
            return this;
        }

        /** Sets the timeout of connecting, including TLS; 5 seconds by default. */
        public Builder connectTimeout(Duration value) {
            connection.connectTimeout = Settings.positive("connectTimeout", value);
            return this;
        }

        /** Sets the maximum number of response bytes that are read into memory; 8 MiB by default. */
        public Builder maxResponseBytes(long value) {
            connection.maxResponseBytes = Settings.positive("maxResponseBytes", value);
            return this;
        }

        /**
         * Sets the timeout of a whole download to a file, until the file is at the target; 10 minutes by default. It
         * includes the time in which the gateway prepares the file.
         */
        public Builder fileTimeout(Duration value) {
            connection.fileTimeout = Settings.positive("fileTimeout", value);
            return this;
        }

        /**
         * Sets the maximum size of a downloaded file in bytes, both as received and decompressed; 4 GiB by default.
         */
        public Builder maxFileBytes(long value) {
            connection.maxFileBytes = Settings.positive("maxFileBytes", value);
            return this;
        }

        /** Sets an HTTP proxy, through which TLS connections are tunneled. */
        public Builder proxy(String proxyHost, int port) {
            connection.proxy = new ProxySettings(Settings.text("proxy", proxyHost), Settings.port("proxy", port));
            return this;
        }

        /** Sets an HTTP proxy that requires credentials (Basic). They are sent only to the proxy. */
        public Builder proxy(String proxyHost, int port, String user, String password) {
            connection.proxy = new ProxySettings(
                    Settings.text("proxy", proxyHost),
                    Settings.port("proxy", port),
                    Settings.given("proxy", user),
                    Settings.given("proxy", password));
            return this;
        }

        /**
         * Sets the maximum number of open connections of the client, 200 by default. Connections that present the
         * client certificate have a limit of their own, of the same size. Clients of one {@link WxPayClients} that
         * share connections share this limit.
         */
        public Builder maxConnections(int value) {
            connection.maxConnections = Settings.atLeastOne("maxConnections", value);
            return this;
        }

        /**
         * Sets the maximum time to wait for a connection while {@link #maxConnections} are in use, 5 seconds by
         * default. A call with a shorter timeout waits only until its timeout.
         */
        public Builder connectionWait(Duration value) {
            connection.connectionWait = Settings.positive("connectionWait", value);
            return this;
        }

        /**
         * Sets the host of the operations whose specs name none; {@code https://api.mch.weixin.qq.com} by default. If
         * it has a path, such as {@code /hk} of the overseas host, that is put before the path of the operation and
         * signed with it.
         */
        public Builder host(URI value) {
            connection.host = Settings.https("host", value);
            return this;
        }

        /** Replaces a host that specs name, for instance by a simulator. */
        public Builder replaceHost(URI named, URI actual) {
            connection.replacedHosts.put(Settings.https("replaceHost", named), Settings.https("replaceHost", actual));
            return this;
        }

        /** Adds a host that {@link CallOptions.Builder#host} may choose. */
        public Builder allowHost(URI value) {
            connection.allowedHosts.add(Settings.https("allowHost", value));
            return this;
        }

        /**
         * Sets the maximum number of attempts of a v3 call, 3 by default; 1 disables retries. The client repeats a
         * request only if that is safe: if it was never sent, if it is a GET, or if its spec declares the operation
         * idempotent.
         */
        public Builder maxAttempts(int value) {
            connection.maxAttempts = Settings.atLeastOne("maxAttempts", value);
            return this;
        }

        /**
         * Sets the host for second attempts of v3 calls; with the default host, {@code https://api2.mch.weixin.qq.com}
         * by default.
         */
        public Builder backupHost(URI value) {
            connection.backupHost = Settings.https("backupHost", value);
            return this;
        }

        /** Sets whether bodies are logged at debug, with masked values; off by default. */
        public Builder logBodies(boolean value) {
            connection.logBodies = value;
            return this;
        }

        /**
         * Sets the factory of the transport that replaces the default one. Each client creates and closes one, and so
         * does each reload. The transport does its own TLS.
         */
        public Builder transport(Supplier<Transport> value) {
            connection.transport = Settings.given("transport", value);
            return this;
        }

        /** Sets the clock for signatures, for checking their age and for logged times; the system clock by default. */
        public Builder clock(Clock value) {
            clock = Settings.given("clock", value);
            return this;
        }

        /** Sets the source of nonces. */
        public Builder random(SecureRandom value) {
            random = Settings.given("random", value);
            return this;
        }

        /**
         * Adds a listener that is notified of each call. Listeners are notified in the order in which they were added.
         */
        public Builder listener(CallListener value) {
            listeners.add(Settings.given("listener", value));
            return this;
        }

        /**
         * Sets the name under which warnings show a setting: {@code wxpay.merchant-certificate-pem}. {@link #fromProperties}
         * and {@link #fromEnvironment} do this for what they read; frameworks that read properties themselves call it. It
         * changes nothing but warnings. If code sets the setting again, the name stays.
         *
         * @param setting the name of the method of this builder that sets it: {@code merchantCertificatePem}; other names
         *     are ignored
         * @param name its name where it was read; not blank
         * @throws ConfigurationException if an argument is null or the name is blank
         */
        public Builder settingName(String setting, String name) {
            settingNames.put(Settings.given("settingName", setting), Settings.text("settingName", name));
            return this;
        }

        /**
         * Builds the configuration.
         *
         * @throws ConfigurationException if a key or certificate cannot be read, or if settings contradict each other
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
