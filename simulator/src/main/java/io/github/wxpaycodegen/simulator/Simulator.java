package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Specs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A WeChat Pay gateway on loopback, with one merchant, and keys and certificates of its own.
 *
 * <pre>{@code
 * try (Simulator gateway = Simulator.builder().mchid("1230000109").v2Key(key).start()) {
 *     gateway.next("/wxv/cancelbill", Behaviour.businessError("ORDER_CLOSED", "订单已关闭"));
 *     // ... a client with gateway.baseUri(), gateway.caCertificate(), gateway.clientCertificateP12(password),
 *     // and for v3 gateway.merchantSerial(), gateway.merchantKeyPem(), gateway.v3Key(), gateway.publicKeyId()
 * }
 * }</pre>
 *
 * <p>It plays every operation of its specs, v2 and v3, and {@code GET /v3/certificates}. An answer has a value in every
 * field, that of the request where it can, unless the simulator remembers orders: then those lead their lives.
 *
 * <pre>{@code
 * try (Simulator gateway = Simulator.builder().mchid("1230000109").v2Key(key).rememberOrders().start()) {
 *     // ... the client creates an order, with a notify_url at which the test listens
 *     gateway.orders().pay("out-trade-no");    // the payer pays, and the notification goes out
 *     gateway.notifications().await(NotificationAttempt::isAccepted, Duration.ofSeconds(10));
 *     // ... the client queries the order and refunds half of it
 * }
 * }</pre>
 *
 * <p>It is safe for use by many threads, and keeps nothing on disk unless told to.
 */
public final class Simulator implements AutoCloseable {
    private final Operations operations;
    private final Identity identity;
    private final Programme programme = new Programme();
    private final CallLog calls = new CallLog();
    private final Backstage backstage;
    private final boolean ownsBackstage;
    private final TlsServer server;

    private Simulator(Builder b) {
        identity = b.identity();
        Specs specs = b.specs.get();
        operations = new Operations(specs);
        ownsBackstage = b.twin == null;
        backstage = b.twin == null ? b.backstage(specs, operations, identity) : b.twin.backstage;
        ProtocolGateway v2 =
                new V2Gateway(operations, identity.mchid(), b.appid, identity.v2Key(), b.workwxSecret, backstage);
        ProtocolGateway v3 = V3Gateway.create(operations, identity, b.appid, b.clock, backstage);
        Gateway gateway = new Gateway(operations, v2, v3, programme, calls);
        try {
            server = TlsServer.start(b.port, identity.certificates().serverContext(), gateway);
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator cannot listen on port " + b.port, e);
        }
    }

    /** Describes a simulator; {@link Builder#start()} starts it. */
    public static Builder builder() {
        return new Builder();
    }

    /** Where it listens: {@code https://localhost:} and its port. */
    public URI baseUri() {
        return URI.create("https://localhost:" + server.port());
    }

    /** The certificate of the authority that issued the server's, which a client has to trust. */
    public X509Certificate caCertificate() {
        return identity.certificates().authority();
    }

    /** The same in PEM. */
    public String caCertificatePem() {
        return identity.certificates().authorityPem();
    }

    /** The certificate in PEM of the key with which the merchant signs in v3. */
    public String merchantCertificatePem() {
        return identity.certificates().merchantPem();
    }

    /** The private key with which the merchant signs in v3, in PEM: PKCS#8, not encrypted. */
    public String merchantKeyPem() {
        return identity.certificates().merchantKeyPem();
    }

    /** The serial number of the merchant's certificate: upper-case hex, 40 digits, the first of them a zero. */
    public String merchantSerial() {
        return Serials.of(identity.certificates().merchant());
    }

    /** The merchant's APIv3 key: 32 characters. */
    public String v3Key() {
        return identity.v3Key();
    }

    /**
     * The newest platform certificate in PEM.
     *
     * @throws IllegalStateException if the merchant has none
     */
    public String platformCertificatePem() {
        return PemText.certificate(
                identity.platformKeys().certificate().certificate().orElseThrow());
    }

    /** Its serial number, in the form of {@link #merchantSerial()}; throws as {@link #platformCertificatePem()} does. */
    public String platformSerial() {
        return identity.platformKeys().certificate().serial();
    }

    /** The platform's public key in PEM. */
    public String publicKeyPem() {
        return PemText.publicKey(identity.platformKeys().publicKey().publicKey());
    }

    /** The id of the platform's public key: {@code PUB_KEY_ID_...}. */
    public String publicKeyId() {
        return identity.platformKeys().publicKey().serial();
    }

    /** From now on a new platform certificate signs, and is served beside the old ones. */
    public void rotatePlatformCertificate() {
        identity.platformKeys().rotate();
    }

    /** Which key signs v3 answers from now on; throws if it takes a certificate and the merchant has none. */
    public void signWith(ResponseKey key) {
        identity.platformKeys().signWith(key);
    }

    /** The certificate that the merchant shows in mutual TLS, with its RSA key, as the bytes of a P12 file. */
    public byte[] clientCertificateP12(String password) {
        return identity.certificates().clientP12(password);
    }

    /**
     * Writes {@code ca.pem}, and under the names that WeChat Pay gives them {@code apiclient_cert.p12}, {@code
     * apiclient_cert.pem}, {@code apiclient_key.pem} and {@code pub_key.pem}; unless the merchant has no platform
     * certificate, {@code wechatpay_cert.pem} too.
     *
     * @param directory made if it is not there; files of these names in it are replaced
     * @param password of the P12 file
     */
    public void writeCertificates(Path directory, String password) throws IOException {
        identity.writeTo(directory, password);
    }

    /**
     * Programmes the next request to a path. Several for one path are used up in their order, one a request.
     *
     * @param path on the wire, so without {@code /v2}: {@code /wxv/cancelbill}; of a URI with templates that, or any
     *     path which it covers
     * @throws IllegalArgumentException if no spec describes the path
     */
    public void next(String path, Behaviour behaviour) {
        Route route = operations
                .route(path)
                .orElseThrow(() -> new IllegalArgumentException("no spec describes the path " + path + " on the wire"));
        programme.add(route.template(), behaviour);
    }

    /**
     * What payers and banks do with the merchant's orders.
     *
     * @throws IllegalStateException if it does not remember any: {@link Builder#rememberOrders()}
     */
    public Orders orders() {
        return backstage.orders().orElseThrow(Simulator::forgetful);
    }

    /** What users do with the merchant's rental and hotel orders; throws as {@link #orders()} does. */
    public Rentals rentals() {
        return backstage.rentals().orElseThrow(Simulator::forgetful);
    }

    private static IllegalStateException forgetful() {
        return new IllegalStateException("this simulator does not remember orders");
    }

    /** The bills that it serves. */
    public Bills bills() {
        return backstage.bills();
    }

    /** The notifications that it sends. */
    public Notifications notifications() {
        return backstage.notifications();
    }

    /** The next connection is broken as soon as it is there, before its TLS handshake and so before any request. */
    public void dropNextConnection() {
        server.dropNextConnection();
    }

    /** The requests received so far, oldest first. */
    public List<RecordedCall> calls() {
        return calls.all();
    }

    /**
     * The first request to a path, waited for if it has not come yet.
     *
     * @return empty if none comes in time
     */
    public Optional<RecordedCall> awaitCall(String path, Duration timeout) throws InterruptedException {
        return calls.await(path, timeout);
    }

    /** Stops to listen and ends every connection, delayed answers included; notifications go out no more. */
    @Override
    public void close() {
        if (ownsBackstage) {
            backstage.notifications().close();
        }
        server.close();
    }

    /** What a simulator is to be; only {@code mchid} and {@code v2Key} must be given. */
    public static final class Builder {
        private static final Duration NOTIFICATION_PATIENCE = Duration.ofSeconds(5);

        private @Nullable String mchid;
        private @Nullable String v2Key;
        private String v3Key = SimulatorMain.randomKey();
        private @Nullable String brandId;
        private String workwxSecret = SimulatorMain.randomKey();
        private Suite suite = Suite.RSA;
        private boolean publicKeyOnly;
        private Clock clock = Clock.systemUTC();
        private String appid = "wx8888888888888888";
        private Supplier<Specs> specs = SpecLoader::bundled;
        private List<String> certificateHosts = List.of("localhost", "127.0.0.1", "::1");
        private int port;
        private boolean remembers;
        private double notificationSpeed = 1;
        private Optional<SSLContext> notificationTls = Optional.empty();
        private @Nullable Simulator twin;

        private Builder() {}

        /** The merchant, the only one that it knows. */
        public Builder mchid(String mchid) {
            this.mchid = Objects.requireNonNull(mchid);
            return this;
        }

        /** The merchant's APIv2 key, 32 characters in production. */
        public Builder v2Key(String v2Key) {
            this.v2Key = Objects.requireNonNull(v2Key);
            return this;
        }

        /**
         * The merchant's APIv3 key; a random one otherwise.
         *
         * @throws IllegalArgumentException if it is not 32 bytes
         */
        public Builder v3Key(String v3Key) {
            if (v3Key.getBytes(StandardCharsets.UTF_8).length != 32) {
                throw new IllegalArgumentException("an APIv3 key has 32 bytes");
            }
            this.v3Key = v3Key;
            return this;
        }

        /** The secret of the WeCom app that pays; a random one otherwise, so that no second signature is right. */
        public Builder workwxSecret(String workwxSecret) {
            this.workwxSecret = Objects.requireNonNull(workwxSecret);
            return this;
        }

        /**
         * The merchant and the platform use the SM suite (国密) in v3: SM2 keys and certificates, signatures with SM3,
         * SM4-GCM under the APIv3 key. TLS, and v2 with it, stays as it is.
         */
        public Builder smSuite() {
            this.suite = Suite.SM;
            return this;
        }

        /** The brand that calls {@code /brand/} operations, with the merchant's key; none otherwise. */
        public Builder brandId(String brandId) {
            this.brandId = Objects.requireNonNull(brandId);
            return this;
        }

        /** The merchant has no platform certificate: the public key signs, and there are no certificates to serve. */
        public Builder publicKeyOnly() {
            this.publicKeyOnly = true;
            return this;
        }

        /** The clock of the v3 gateway, which TLS does not go by; the system's otherwise. */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock);
            return this;
        }

        /** The app id that answers have where the request had none; any app id is taken in requests. */
        public Builder appid(String appid) {
            this.appid = Objects.requireNonNull(appid);
            return this;
        }

        /** Works from the specs in a directory, laid out as the bundled ones are, which it works from otherwise. */
        public Builder specs(Path directory) {
            this.specs = () -> SpecLoader.ofDirectory(directory);
            return this;
        }

        /**
         * Remembers orders and refunds: what was created can be queried, paid, closed and refunded, and what was not is
         * not there. It does so for basic payment and refunds of v3 and v2 and the rental orders of {@code /wxv/};
         * other operations, and without this all of them, answer whatever they are asked from their spec.
         */
        public Builder rememberOrders() {
            this.remembers = true;
            return this;
        }

        /**
         * How many times faster than in production a notification is sent again: at 1000 after 15 milliseconds instead
         * of 15 seconds. 1 otherwise.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder notificationSpeed(double speed) {
            if (!(speed > 0)) {
                throw new IllegalArgumentException("the speed of notifications is positive");
            }
            this.notificationSpeed = speed;
            return this;
        }

        /** What receivers of notifications by {@code https} are trusted by; what the JVM trusts otherwise. */
        public Builder notificationTls(SSLContext tls) {
            this.notificationTls = Optional.of(tls);
            return this;
        }

        /** The host names and IP addresses in the server's certificate: others than its own, to see a client refuse. */
        public Builder certificateHosts(String... hosts) {
            this.certificateHosts = List.of(hosts);
            return this;
        }

        /**
         * Has the merchant, keys, certificates, orders and notifications of another simulator, whatever else is said of
         * them here: the second host of a client that fails over. Each has its own calls, programme and memory of nonces.
         */
        public Builder twinOf(Simulator other) {
            this.twin = other;
            return this;
        }

        /** The port; 0, the default, takes a free one. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        private Backstage backstage(Specs specs, Operations operations, Identity identity) {
            NotificationLog log = new NotificationLog();
            NotificationSender sender =
                    new NotificationSender(notificationSpeed, NOTIFICATION_PATIENCE, notificationTls, log);
            Notifications notifications = Notifications.create(
                    specs.notifications(), operations.types(), identity, appid, clock, sender, log);
            return remembers
                    ? Backstage.remembering(clock, identity.mchid(), notifications)
                    : Backstage.forgetful(clock, identity.mchid(), notifications);
        }

        private Identity identity() {
            if (twin != null) {
                return twin.identity;
            }
            String merchant = Objects.requireNonNull(mchid, "mchid is missing");
            String key = Objects.requireNonNull(v2Key, "v2Key is missing");
            Certificates certificates = Certificates.create(merchant, suite, certificateHosts);
            PlatformKeys keys = new PlatformKeys(certificates.issuer(), clock, merchant, suite, !publicKeyOnly);
            return new Identity(merchant, key, v3Key, Optional.ofNullable(brandId), certificates, keys);
        }

        /**
         * Starts it: on return it listens.
         *
         * @throws IllegalArgumentException if the specs have errors, with all of them in the message
         * @throws UncheckedIOException if the specs cannot be read or the port is taken
         */
        public Simulator start() {
            return new Simulator(this);
        }
    }
}
