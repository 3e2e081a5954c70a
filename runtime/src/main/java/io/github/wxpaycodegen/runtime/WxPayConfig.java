package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.transport.HttpClient5Transport;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportSettings;
import io.github.wxpaycodegen.runtime.v2.V2Signer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, with which keys, and how. Immutable and safe to share; a process may have one for each merchant. Secrets show
 * in no {@code toString}, log or exception.
 */
public final class WxPayConfig {
    private static final URI DEFAULT_HOST = URI.create("https://api.mch.weixin.qq.com");

    private static final URI DEFAULT_BACKUP_HOST = URI.create("https://api2.mch.weixin.qq.com");

    private final Map<Fill, String> ids;
    private final @Nullable V2Signer v2Signer;
    private final @Nullable KeyManager clientKey;
    private final @Nullable PublicKey encryptionKey;
    private final @Nullable PrivateKey merchantPrivateKey;
    private final List<X509Certificate> trusted;
    private final Clock clock;
    private final SecureRandom random;
    private final Duration timeout;
    private final Duration connectTimeout;
    private final long maxResponseBytes;
    private final @Nullable String proxyHost;
    private final int proxyPort;
    private final URI host;
    private final Map<URI, URI> replacedHosts;
    private final Set<URI> allowedHosts;
    private final @Nullable URI backupHost;
    private final int maxAttempts;
    private final V3Settings v3;
    private final boolean logBodies;
    private final @Nullable Supplier<Transport> transport;

    private WxPayConfig(Builder b) {
        ids = Map.copyOf(b.ids);
        v2Signer = b.v2Signer;
        clientKey = b.clientKey();
        encryptionKey = b.encryptionKey;
        merchantPrivateKey = b.merchantPrivateKey;
        trusted = List.copyOf(b.trusted);
        clock = b.clock;
        random = b.random;
        timeout = b.timeout;
        connectTimeout = b.connectTimeout;
        maxResponseBytes = b.maxResponseBytes;
        proxyHost = b.proxyHost;
        proxyPort = b.proxyPort;
        host = b.host;
        replacedHosts = Map.copyOf(b.replacedHosts);
        allowedHosts = Set.copyOf(b.allowedHosts);
        backupHost = b.backupHost != null || !b.host.equals(DEFAULT_HOST) ? b.backupHost : DEFAULT_BACKUP_HOST;
        maxAttempts = b.maxAttempts;
        v3 = b.v3.build(b.merchantPrivateKey);
        logBodies = b.logBodies;
        transport = b.transport;
    }

    /** Begins a configuration. */
    public static Builder builder() {
        return new Builder();
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

    @Nullable
    String id(Fill fill) {
        return ids.get(fill);
    }

    @Nullable
    V2Signer v2Signer() {
        return v2Signer;
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
        return merchantPrivateKey;
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

    @Nullable
    String brandId() {
        return ids.get(Fill.BRAND_ID);
    }

    V3Settings v3() {
        return v3;
    }

    boolean logBodies() {
        return logBodies;
    }

    Transport newTransport() {
        return transport != null
                ? transport.get()
                : new HttpClient5Transport(new TransportSettings(
                        connectTimeout, maxResponseBytes, trusted, clientKey, proxyHost, proxyPort));
    }

    /** Who and where; no secrets. */
    @Override
    public String toString() {
        return "WxPayConfig{mchid=" + mchid() + ", appid=" + appid() + ", host=" + host + "}";
    }

    static Duration positive(String setting, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(setting + " must be positive");
        }
        return value;
    }

    static URI https(String setting, URI value) {
        if (!"https".equals(value.getScheme()) || value.getHost() == null || value.getRawUserInfo() != null) {
            throw new IllegalArgumentException(setting + " must be an https URL with a host: " + value);
        }
        return value;
    }

    /** Sets what {@link WxPayConfig} has. Not safe for use by several threads. */
    public static final class Builder {
        private static final int V2_KEY_BYTES = 32;

        private final Map<Fill, String> ids = new EnumMap<>(Fill.class);
        private final List<X509Certificate> trusted = new ArrayList<>();
        private final Map<URI, URI> replacedHosts = new LinkedHashMap<>();
        private final Set<URI> allowedHosts = new LinkedHashSet<>();
        private @Nullable V2Signer v2Signer;
        private @Nullable KeyManager clientKey;
        private byte @Nullable [] p12WithDefaultPassword;
        private @Nullable PublicKey encryptionKey;
        private @Nullable PrivateKey merchantPrivateKey;
        private Clock clock = Clock.systemUTC();
        private SecureRandom random = new SecureRandom();
        private Duration timeout = Duration.ofSeconds(30);
        private Duration connectTimeout = Duration.ofSeconds(5);
        private long maxResponseBytes = 8L * 1024 * 1024;
        private @Nullable String proxyHost;
        private int proxyPort;
        private URI host = DEFAULT_HOST;
        private final V3Settings.Builder v3 = new V3Settings.Builder();
        private @Nullable URI backupHost;
        private int maxAttempts = 3;
        private boolean logBodies;
        private @Nullable Supplier<Transport> transport;

        private Builder() {}

        /** The merchant id; for a service provider its own. */
        public Builder mchid(String value) {
            return id(Fill.MCHID, value);
        }

        /** The app id; for a service provider its own. */
        public Builder appid(String value) {
            return id(Fill.APPID, value);
        }

        /** The merchant that a service provider acts for. */
        public Builder subMchid(String value) {
            return id(Fill.SUB_MCHID, value);
        }

        /** The app id of the merchant that a service provider acts for. */
        public Builder subAppid(String value) {
            return id(Fill.SUB_APPID, value);
        }

        /** The brand id. */
        public Builder brandId(String value) {
            return id(Fill.BRAND_ID, value);
        }

        /**
         * The APIv2 key, which signs requests and verifies responses.
         *
         * @throws IllegalArgumentException unless it is 32 bytes long
         */
        public Builder v2Key(String value) {
            if (value.getBytes(StandardCharsets.UTF_8).length != V2_KEY_BYTES) {
                throw new IllegalArgumentException("v2Key must be " + V2_KEY_BYTES + " bytes long");
            }
            v2Signer = new V2Signer(value);
            return this;
        }

        /** The merchant's {@code apiclient_cert.p12}; its password is the merchant id. */
        public Builder clientCertificate(Path p12) {
            p12WithDefaultPassword = read("clientCertificate", p12);
            clientKey = null;
            return this;
        }

        /** The merchant's {@code apiclient_cert.p12} and its password. */
        public Builder clientCertificate(Path p12, String password) {
            return clientCertificate(read("clientCertificate", p12), password);
        }

        /** The bytes of the merchant's {@code apiclient_cert.p12}, and its password. */
        public Builder clientCertificate(byte[] p12, String password) {
            clientKey = ClientCertificate.ofP12(p12, password.toCharArray());
            p12WithDefaultPassword = null;
            return this;
        }

        /** The merchant's {@code apiclient_cert.pem} and {@code apiclient_key.pem} (PKCS#8 or PKCS#1). */
        public Builder clientCertificatePem(Path certificate, Path privateKey) {
            return clientCertificatePem(
                    read("clientCertificatePem", certificate), read("clientCertificatePem", privateKey));
        }

        /** The bytes of the merchant's certificate and key, in PEM. */
        public Builder clientCertificatePem(byte[] certificate, byte[] privateKey) {
            clientKey = ClientCertificate.ofPem(certificate, privateKey);
            p12WithDefaultPassword = null;
            return this;
        }

        /** Certificate authorities to trust beside those of the JVM. */
        public Builder trust(X509Certificate... authorities) {
            trusted.addAll(List.of(authorities));
            return this;
        }

        /** Certificate authorities to trust beside those of the JVM, in PEM. */
        public Builder trustPem(Path pem) {
            return trustPem(read("trustPem", pem));
        }

        /** Certificate authorities to trust beside those of the JVM, in PEM. */
        public Builder trustPem(byte[] pem) {
            trusted.addAll(Pem.certificates("trustPem", pem));
            return this;
        }

        /** The gateway's RSA public key in PEM, with which v2 fields are encrypted (PKCS#8 or PKCS#1). */
        public Builder encryptionKeyPem(Path pem) {
            return encryptionKeyPem(read("encryptionKeyPem", pem));
        }

        /** The gateway's RSA public key in PEM, with which v2 fields are encrypted (PKCS#8 or PKCS#1). */
        public Builder encryptionKeyPem(byte[] pem) {
            encryptionKey = Pem.publicKey("encryptionKeyPem", pem);
            return this;
        }

        /** The merchant's private key in PEM (PKCS#8 or PKCS#1), which signs v3 requests and decrypts response fields. */
        public Builder merchantPrivateKeyPem(Path pem) {
            return merchantPrivateKeyPem(read("merchantPrivateKeyPem", pem));
        }

        /** The merchant's private key in PEM (PKCS#8 or PKCS#1), which signs v3 requests and decrypts response fields. */
        public Builder merchantPrivateKeyPem(byte[] pem) {
            merchantPrivateKey = Pem.privateKey("merchantPrivateKeyPem", pem);
            return this;
        }

        /** The merchant's certificate in PEM, whose serial number v3 requests name. */
        public Builder merchantCertificatePem(Path pem) {
            return merchantCertificatePem(read("merchantCertificatePem", pem));
        }

        /** The merchant's certificate in PEM, whose serial number v3 requests name. */
        public Builder merchantCertificatePem(byte[] pem) {
            v3.certificate(Pem.certificates("merchantCertificatePem", pem).get(0));
            return this;
        }

        /**
         * The serial number of the merchant's certificate, where the certificate itself is not at hand.
         *
         * @throws IllegalArgumentException unless it is hex
         */
        public Builder merchantSerial(String value) {
            v3.serial(value);
            return this;
        }

        /**
         * The APIv3 key, which decrypts platform certificates and notifications.
         *
         * @throws IllegalArgumentException unless it is 32 bytes long
         */
        public Builder v3Key(String value) {
            v3.v3Key(value);
            return this;
        }

        /** A public key of the gateway in PEM, and its id, {@code PUB_KEY_ID_...}; several may be trusted at once. */
        public Builder wechatPayPublicKeyPem(String keyId, Path pem) {
            return wechatPayPublicKeyPem(keyId, read("wechatPayPublicKeyPem", pem));
        }

        /** A public key of the gateway in PEM, and its id, {@code PUB_KEY_ID_...}; several may be trusted at once. */
        public Builder wechatPayPublicKeyPem(String keyId, byte[] pem) {
            v3.publicKey(keyId, Pem.publicKey("wechatPayPublicKeyPem", pem));
            return this;
        }

        /** Platform certificates in PEM that were downloaded before. */
        public Builder platformCertificatesPem(Path pem) {
            return platformCertificatesPem(read("platformCertificatesPem", pem));
        }

        /** Platform certificates in PEM that were downloaded before. */
        public Builder platformCertificatesPem(byte[] pem) {
            v3.platformCertificates(Pem.certificates("platformCertificatesPem", pem));
            return this;
        }

        /** Downloads the platform certificates when they are needed, and about hourly then; {@link #v3Key} decrypts them. */
        public Builder downloadPlatformCertificates() {
            v3.download();
            return this;
        }

        /** The JCA provider that signs, a native one for instance; the JVM's choice by default. */
        public Builder provider(Provider value) {
            v3.provider(value);
            return this;
        }

        /**
         * The most attempts of a v3 call, 3 by default; 1 never sends again. Only what is safe is sent again: what never
         * left, a GET, and operations whose specs say that sending them twice is sending them once.
         */
        public Builder maxAttempts(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("maxAttempts must be at least 1");
            }
            maxAttempts = value;
            return this;
        }

        /** The host of second attempts of v3 calls; {@code https://api2.mch.weixin.qq.com} beside the default host. */
        public Builder backupHost(URI value) {
            backupHost = https("backupHost", value);
            return this;
        }

        /** The clock: of signatures, of their age, and of the time that the log tells; the system's by default. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Where nonces come from. */
        public Builder random(SecureRandom value) {
            random = value;
            return this;
        }

        /** The time for a whole call, from its start to the last byte of the response; 30 seconds by default. */
        public Builder timeout(Duration value) {
            timeout = positive("timeout", value);
            return this;
        }

        /** The time to connect, TLS included; 5 seconds by default. */
        public Builder connectTimeout(Duration value) {
            connectTimeout = positive("connectTimeout", value);
            return this;
        }

        /** The most bytes that are read of a response; 8 MiB by default. */
        public Builder maxResponseBytes(long value) {
            if (value <= 0) {
                throw new IllegalArgumentException("maxResponseBytes must be positive");
            }
            maxResponseBytes = value;
            return this;
        }

        /** An HTTP proxy, through which the TLS connections are tunnelled. */
        public Builder proxy(String proxyHostName, int port) {
            proxyHost = proxyHostName;
            proxyPort = port;
            return this;
        }

        /** The host of the operations that have none of their own; {@code https://api.mch.weixin.qq.com} by default. */
        public Builder host(URI value) {
            host = https("host", value);
            return this;
        }

        /** Calls another host than the one that specs name, a simulator for instance. */
        public Builder replaceHost(URI named, URI actual) {
            replacedHosts.put(https("replaceHost", named), https("replaceHost", actual));
            return this;
        }

        /** A further host that {@link CallOptions.Builder#host} may choose. */
        public Builder allowHost(URI value) {
            allowedHosts.add(https("allowHost", value));
            return this;
        }

        /** Logs bodies at debug, their values masked; off by default. */
        public Builder logBodies(boolean value) {
            logBodies = value;
            return this;
        }

        /** Another transport than the default one; each client makes one and closes it. It sees to TLS by itself. */
        public Builder transport(Supplier<Transport> value) {
            transport = value;
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

        private @Nullable KeyManager clientKey() {
            byte[] p12 = p12WithDefaultPassword;
            if (p12 == null) {
                return clientKey;
            }
            String mchid = ids.get(Fill.MCHID);
            if (mchid == null) {
                throw new ConfigurationException(
                        "clientCertificate: the password is the mchid unless one is given; configure either");
            }
            return ClientCertificate.ofP12(p12, mchid.toCharArray());
        }

        private Builder id(Fill fill, String value) {
            if (value.isBlank()) {
                throw new IllegalArgumentException("an id must not be blank");
            }
            ids.put(fill, value);
            return this;
        }

        private static byte[] read(String setting, Path file) {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new ConfigurationException(setting + ": cannot read " + file, e);
            }
        }
    }
}
