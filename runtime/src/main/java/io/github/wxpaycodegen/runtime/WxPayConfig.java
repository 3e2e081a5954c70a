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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Client configuration: merchant identity, keys and connection settings. Immutable and safe to share; a process may have one
 * for each merchant. No {@code toString}, log or exception shows a secret.
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
                new Listeners(b.listeners, mchid, b.clock));
    }

    /** Returns a new builder. */
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

    /** Returns the merchant id; null if none is configured. */
    public @Nullable String mchid() {
        return settings.mchid();
    }

    /** Returns the app id; null if none is configured. */
    public @Nullable String appid() {
        return settings.id(Fill.APPID);
    }

    /** Returns the time for a whole call. */
    public Duration timeout() {
        return settings.limits().timeout();
    }

    /** Returns the configuration as calls read it. */
    ClientSettings settings() {
        return settings;
    }

    /** Returns the merchant id, the app id and the host; no secrets. */
    @Override
    public String toString() {
        return "WxPayConfig{mchid=" + mchid() + ", appid=" + appid() + ", host="
                + settings.hosts().usual() + "}";
    }

    /** Sets what {@link WxPayConfig} has. Not safe for use by several threads. */
    public static final class Builder {
        private final KeySettings keys = new KeySettings();
        private final ConnectionSettings connection = new ConnectionSettings();
        private final Map<Fill, String> ids = new EnumMap<>(Fill.class);
        private Clock clock = Clock.systemUTC();
        private SecureRandom random = new SecureRandom();
        private final List<CallListener> listeners = new ArrayList<>();

        private Builder() {}

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

        /**
         * The APIv2 key, which signs requests, verifies responses and notifications, and decrypts refund notifications.
         *
         * @throws ConfigurationException unless it is 32 bytes long
         */
        public Builder v2Key(String value) {
            keys.v2Key(value);
            return this;
        }

        /**
         * The secret of the WeCom app that pays, which signs payments to the members of a WeCom company a second time.
         *
         * @throws ConfigurationException if it is blank
         */
        public Builder workwxSecret(String value) {
            keys.workwxSigner = new WorkwxSigner(Settings.text("workwxSecret", value));
            return this;
        }

        /** The gateway's RSA public key in PEM, with which v2 fields are encrypted (PKCS#8 or PKCS#1). */
        public Builder encryptionKeyPem(Path pem) {
            return encryptionKeyPem(Settings.read("encryptionKeyPem", pem));
        }

        /** The gateway's RSA public key in PEM, with which v2 fields are encrypted (PKCS#8 or PKCS#1). */
        public Builder encryptionKeyPem(byte[] pem) {
            keys.encryptionKey = Pem.publicKey("encryptionKeyPem", pem);
            return this;
        }

        /** The gateway's RSA public key as a text in PEM, with which v2 fields are encrypted. */
        public Builder encryptionKeyPem(String pem) {
            return encryptionKeyPem(Settings.bytes("encryptionKeyPem", pem));
        }

        /**
         * The merchant's private key in PEM (PKCS#8 or PKCS#1), which signs v3 requests and decrypts response fields. One of SM2
         * chooses the SM suite.
         */
        public Builder merchantPrivateKeyPem(Path pem) {
            return merchantPrivateKeyPem(Settings.read("merchantPrivateKeyPem", pem));
        }

        /** The merchant's private key in PEM (PKCS#8 or PKCS#1), which signs v3 requests and decrypts response fields. */
        public Builder merchantPrivateKeyPem(byte[] pem) {
            keys.merchant.privateKey(pem);
            return this;
        }

        /** The merchant's private key as a text: PEM, whose line ends may be written as {@code \n}, or its Base64 alone. */
        public Builder merchantPrivateKeyPem(String pem) {
            return merchantPrivateKeyPem(Settings.bytes("merchantPrivateKeyPem", pem));
        }

        /** The merchant's certificate in PEM, whose serial number v3 requests name. */
        public Builder merchantCertificatePem(Path pem) {
            return merchantCertificatePem(Settings.read("merchantCertificatePem", pem));
        }

        /** The merchant's certificate in PEM, whose serial number v3 requests name. */
        public Builder merchantCertificatePem(byte[] pem) {
            keys.merchant.certificate(pem);
            return this;
        }

        /** The merchant's certificate as a text in PEM, whose serial number v3 requests name. */
        public Builder merchantCertificatePem(String pem) {
            return merchantCertificatePem(Settings.bytes("merchantCertificatePem", pem));
        }

        /**
         * The serial number of the merchant's certificate, where the certificate itself is not at hand.
         *
         * @throws ConfigurationException unless it is hex
         */
        public Builder merchantSerial(String value) {
            keys.merchant.serial(value);
            return this;
        }

        /**
         * The APIv3 key, which decrypts platform certificates and notifications.
         *
         * @throws ConfigurationException unless it is 32 bytes long
         */
        public Builder v3Key(String value) {
            keys.merchant.v3Key(value);
            return this;
        }

        /** A public key of the gateway in PEM, and its id, {@code PUB_KEY_ID_...}; several may be trusted at once. */
        public Builder wechatPayPublicKeyPem(String keyId, Path pem) {
            return wechatPayPublicKeyPem(keyId, Settings.read("wechatPayPublicKeyPem", pem));
        }

        /** A public key of the gateway in PEM, and its id, {@code PUB_KEY_ID_...}; several may be trusted at once. */
        public Builder wechatPayPublicKeyPem(String keyId, byte[] pem) {
            keys.merchant.publicKey(keyId, pem);
            return this;
        }

        /** A public key of the gateway as a text in PEM, and its id, {@code PUB_KEY_ID_...}. */
        public Builder wechatPayPublicKeyPem(String keyId, String pem) {
            return wechatPayPublicKeyPem(keyId, Settings.bytes("wechatPayPublicKeyPem", pem));
        }

        /** Platform certificates in PEM that were downloaded before. */
        public Builder platformCertificatesPem(Path pem) {
            return platformCertificatesPem(Settings.read("platformCertificatesPem", pem));
        }

        /** Platform certificates in PEM that were downloaded before. */
        public Builder platformCertificatesPem(byte[] pem) {
            keys.merchant.platformCertificates(Pem.certificates("platformCertificatesPem", pem));
            return this;
        }

        /** Platform certificates as a text in PEM that were downloaded before. */
        public Builder platformCertificatesPem(String pem) {
            return platformCertificatesPem(Settings.bytes("platformCertificatesPem", pem));
        }

        /** Downloads the platform certificates when they are needed, and about hourly then; {@link #v3Key} decrypts them. */
        public Builder downloadPlatformCertificates() {
            keys.merchant.download();
            return this;
        }

        /**
         * The brand's private key in PEM (PKCS#8 or PKCS#1). It signs {@code /brand/} requests and decrypts fields of their
         * responses; the merchant's key does neither.
         */
        public Builder brandPrivateKeyPem(Path pem) {
            return brandPrivateKeyPem(Settings.read("brandPrivateKeyPem", pem));
        }

        /** Same as {@link #brandPrivateKeyPem(Path)}, with the content of the file. */
        public Builder brandPrivateKeyPem(byte[] pem) {
            keys.brand.privateKey(pem);
            return this;
        }

        /** The brand's private key as a text: PEM, whose line ends may be written as {@code \n}, or its Base64 alone. */
        public Builder brandPrivateKeyPem(String pem) {
            return brandPrivateKeyPem(Settings.bytes("brandPrivateKeyPem", pem));
        }

        /** The brand's API certificate in PEM, whose serial number {@code /brand/} requests name. */
        public Builder brandCertificatePem(Path pem) {
            return brandCertificatePem(Settings.read("brandCertificatePem", pem));
        }

        /** Same as {@link #brandCertificatePem(Path)}, with the content of the file. */
        public Builder brandCertificatePem(byte[] pem) {
            keys.brand.certificate(pem);
            return this;
        }

        /** The brand's API certificate as a text in PEM. */
        public Builder brandCertificatePem(String pem) {
            return brandCertificatePem(Settings.bytes("brandCertificatePem", pem));
        }

        /**
         * The serial number of the brand's API certificate, where the certificate itself is not at hand.
         *
         * @throws ConfigurationException unless it is hex
         */
        public Builder brandSerial(String value) {
            keys.brand.serial(value);
            return this;
        }

        /**
         * The gateway's public key for the brand in PEM, and its id, {@code PUB_KEY_ID_...}. It is not the merchant's: the
         * gateway refuses {@code /brand/} requests that name a key of another account. It verifies responses and
         * notifications, and encrypts sensitive fields; several may be trusted at once.
         */
        public Builder brandWechatPayPublicKeyPem(String keyId, Path pem) {
            return brandWechatPayPublicKeyPem(keyId, Settings.read("brandWechatPayPublicKeyPem", pem));
        }

        /** Same as {@link #brandWechatPayPublicKeyPem(String, Path)}, with the content of the file. */
        public Builder brandWechatPayPublicKeyPem(String keyId, byte[] pem) {
            keys.brand.publicKey(keyId, pem);
            return this;
        }

        /** The gateway's public key for the brand as a text in PEM, and its id, {@code PUB_KEY_ID_...}. */
        public Builder brandWechatPayPublicKeyPem(String keyId, String pem) {
            return brandWechatPayPublicKeyPem(keyId, Settings.bytes("brandWechatPayPublicKeyPem", pem));
        }

        /**
         * The brand's APIv3 key, which decrypts notifications to the brand.
         *
         * @throws ConfigurationException unless it is 32 bytes long
         */
        public Builder brandV3Key(String value) {
            keys.brand.v3Key(value);
            return this;
        }

        /**
         * The JCA provider that signs v3 requests and front-end parameters with RSA, a native one for instance; the JVM's choice
         * by default. Verification, encryption and TLS stay with the JVM. {@link WxPayConfig.Builder#build()} throws {@link
         * ConfigurationException} if the provider cannot sign with a configured key, or if that is an SM2 key.
         */
        public Builder signatureProvider(Provider value) {
            keys.signatureProvider(value);
            return this;
        }

        /** The merchant's {@code apiclient_cert.p12}; its password is the merchant id. */
        public Builder clientCertificate(Path p12) {
            return clientCertificate(Settings.read("clientCertificate", p12));
        }

        /** The bytes of the merchant's {@code apiclient_cert.p12}; its password is the merchant id. */
        public Builder clientCertificate(byte[] p12) {
            connection.clientCertificate(p12);
            return this;
        }

        /** The merchant's {@code apiclient_cert.p12} and its password. */
        public Builder clientCertificate(Path p12, String password) {
            return clientCertificate(Settings.read("clientCertificate", p12), password);
        }

        /** The bytes of the merchant's {@code apiclient_cert.p12}, and its password. */
        public Builder clientCertificate(byte[] p12, String password) {
            connection.clientCertificate(p12, password);
            return this;
        }

        /** The merchant's {@code apiclient_cert.pem} and {@code apiclient_key.pem} (PKCS#8 or PKCS#1). */
        public Builder clientCertificatePem(Path certificate, Path privateKey) {
            return clientCertificatePem(
                    Settings.read("clientCertificatePem", certificate),
                    Settings.read("clientCertificatePem", privateKey));
        }

        /** The bytes of the merchant's certificate and key, in PEM. */
        public Builder clientCertificatePem(byte[] certificate, byte[] privateKey) {
            connection.clientCertificatePem(certificate, privateKey);
            return this;
        }

        /** The merchant's certificate and key as texts in PEM, from a configuration server for instance. */
        public Builder clientCertificatePem(String certificate, String privateKey) {
            return clientCertificatePem(
                    Settings.bytes("clientCertificatePem", certificate),
                    Settings.bytes("clientCertificatePem", privateKey));
        }

        /** Certificate authorities to trust beside those of the JVM. */
        public Builder trust(X509Certificate... authorities) {
            connection.trusted.addAll(List.of(authorities));
            return this;
        }

        /** Certificate authorities to trust beside those of the JVM, in PEM. */
        public Builder trustPem(Path pem) {
            return trustPem(Settings.read("trustPem", pem));
        }

        /** Certificate authorities to trust beside those of the JVM, in PEM. */
        public Builder trustPem(byte[] pem) {
            connection.trusted.addAll(Pem.certificates("trustPem", pem));
            return this;
        }

        /** Certificate authorities to trust beside those of the JVM, as a text in PEM. */
        public Builder trustPem(String pem) {
            return trustPem(Settings.bytes("trustPem", pem));
        }

        /** The time for a whole call, from its start to the last byte of the response; 30 seconds by default. */
        public Builder timeout(Duration value) {
            connection.timeout = Settings.positive("timeout", value);
            return this;
        }

        /** The time to connect, TLS included; 5 seconds by default. */
        public Builder connectTimeout(Duration value) {
            connection.connectTimeout = Settings.positive("connectTimeout", value);
            return this;
        }

        /** The most bytes that are read of a response into memory; 8 MiB by default. */
        public Builder maxResponseBytes(long value) {
            if (value <= 0) {
                throw new IllegalArgumentException("maxResponseBytes must be positive");
            }
            connection.maxResponseBytes = value;
            return this;
        }

        /**
         * The time for a whole download to a file, from its start to the file in its place; 10 minutes by default. Where the
         * gateway prepares the file first, that is in it.
         */
        public Builder fileTimeout(Duration value) {
            connection.fileTimeout = Settings.positive("fileTimeout", value);
            return this;
        }

        /** The most bytes of a file that is downloaded to disk, as it comes and unpacked; 4 GiB by default. */
        public Builder maxFileBytes(long value) {
            if (value <= 0) {
                throw new IllegalArgumentException("maxFileBytes must be positive");
            }
            connection.maxFileBytes = value;
            return this;
        }

        /** An HTTP proxy, through which the TLS connections are tunnelled. */
        public Builder proxy(String proxyHost, int port) {
            connection.proxy = new ProxySettings(Settings.text("proxy", proxyHost), port);
            return this;
        }

        /** An HTTP proxy that wants credentials (Basic). They are sent to the proxy alone. */
        public Builder proxy(String proxyHost, int port, String user, String password) {
            connection.proxy = new ProxySettings(
                    Settings.text("proxy", proxyHost),
                    port,
                    Settings.given("proxy", user),
                    Settings.given("proxy", password));
            return this;
        }

        /**
         * The most connections of the client that are open at a time, 200 by default; those that present the client
         * certificate are counted by themselves. Clients of one {@link WxPayClients} that share connections share this limit.
         */
        public Builder maxConnections(int value) {
            connection.maxConnections = Settings.atLeastOne("maxConnections", value);
            return this;
        }

        /**
         * The longest wait for a connection where {@link #maxConnections} are in use, 5 seconds by default; a call whose
         * timeout is shorter waits no longer than that.
         */
        public Builder connectionWait(Duration value) {
            connection.connectionWait = Settings.positive("connectionWait", value);
            return this;
        }

        /**
         * The host of the operations that have none of their own; {@code https://api.mch.weixin.qq.com} by default. A path that
         * it has goes in front of theirs and is signed with it, as the overseas host's {@code /hk} is.
         */
        public Builder host(URI value) {
            connection.host = Settings.https("host", value);
            return this;
        }

        /** Calls another host than the one that specs name, a simulator for instance. */
        public Builder replaceHost(URI named, URI actual) {
            connection.replacedHosts.put(Settings.https("replaceHost", named), Settings.https("replaceHost", actual));
            return this;
        }

        /** A further host that {@link CallOptions.Builder#host} may choose. */
        public Builder allowHost(URI value) {
            connection.allowedHosts.add(Settings.https("allowHost", value));
            return this;
        }

        /**
         * The most attempts of a v3 call, 3 by default; 1 never sends again. Only what is safe is sent again: what never left, a
         * GET, and operations whose specs say that sending them twice is sending them once.
         */
        public Builder maxAttempts(int value) {
            connection.maxAttempts = Settings.atLeastOne("maxAttempts", value);
            return this;
        }

        /** The host of second attempts of v3 calls; {@code https://api2.mch.weixin.qq.com} beside the default host. */
        public Builder backupHost(URI value) {
            connection.backupHost = Settings.https("backupHost", value);
            return this;
        }

        /** Logs bodies at debug, their values masked; off by default. */
        public Builder logBodies(boolean value) {
            connection.logBodies = value;
            return this;
        }

        /**
         * Another transport than the default one; each client makes one and closes it, and so does each reload. It sees to TLS by
         * itself.
         */
        public Builder transport(Supplier<Transport> value) {
            connection.transport = value;
            return this;
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
