package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.simulator.internal.gateway.BehaviorQueue;
import io.github.wxpaycodegen.simulator.internal.gateway.Gateway;
import io.github.wxpaycodegen.simulator.internal.gateway.MerchantRouter;
import io.github.wxpaycodegen.simulator.internal.gateway.ProtocolGateway;
import io.github.wxpaycodegen.simulator.internal.http.TlsServer;
import io.github.wxpaycodegen.simulator.internal.keys.Brand;
import io.github.wxpaycodegen.simulator.internal.keys.Identity;
import io.github.wxpaycodegen.simulator.internal.keys.PemText;
import io.github.wxpaycodegen.simulator.internal.keys.Serials;
import io.github.wxpaycodegen.simulator.internal.keys.Suite;
import io.github.wxpaycodegen.simulator.internal.specs.Operations;
import io.github.wxpaycodegen.simulator.internal.specs.Route;
import io.github.wxpaycodegen.simulator.internal.v2.V2Gateway;
import io.github.wxpaycodegen.simulator.internal.v3.V3Gateway;
import io.github.wxpaycodegen.simulator.internal.values.MovableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Predicate;

/**
 * A WeChat Pay gateway on loopback, with one merchant and with its own keys and certificates.
 *
 * <pre>{@code
 * try (Simulator gateway = Simulator.builder().mchid("1230000109").v2Key(key).start();
 *         WxPay pay = WxPay.create(gateway.config().build())) {
 *     gateway.next("/wxv/cancelbill", Behavior.businessError("ORDER_CLOSED", "订单已关闭"));
 *     // ... a call by pay fails with that error
 * }
 * }</pre>
 *
 * <p>It implements every operation of its specs, v2 and v3, and {@code GET /v3/certificates}. A response has a value in every
 * field: that of the request, the example of the spec, or a sample. If the simulator remembers orders, responses are about
 * those orders.
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
 * <p>It is thread-safe. It writes to disk only in {@link #writeCertificates}.
 */
public final class Simulator implements AutoCloseable {
    private final Operations operations;
    private final Identity identity;
    private final BehaviorQueue behaviors = new BehaviorQueue();
    private final History<RecordedCall> calls;
    private final SharedState state;
    private final boolean ownsState;
    private final TlsServer server;
    private final MerchantRouter router;
    private final Gateway gateway;
    private final boolean ownsServer;
    private final String host;
    private final MovableClock time;
    private final String appid;
    private final String workwxSecret;

    Simulator(SimulatorBuilder b) {
        identity = b.identity();
        appid = b.appid;
        workwxSecret = b.workwxSecretOf(identity.mchid());
        calls = new History<>("calls", "latestCalls()", b.historyLimits, RecordedCall::bytes);
        Specs specs = b.specs.get();
        operations = new Operations(specs);
        ownsState = b.twin == null;
        time = b.twin == null ? new MovableClock(b.clock) : b.twin.time;
        state = b.twin == null ? b.state(specs, operations, identity, time) : b.twin.state;
        ProtocolGateway v2 = new V2Gateway(operations, identity, appid, workwxSecret, state.requests());
        ProtocolGateway v3 = V3Gateway.ofMerchant(operations, identity, appid, b.clock, state.requests());
        // Without a brand, the merchant's gateway rejects calls of brands.
        ProtocolGateway brand = identity.brand()
                .<ProtocolGateway>map(known -> V3Gateway.ofBrand(operations, known, appid, b.clock, state.requests()))
                .orElse(v3);
        gateway = new Gateway(
                operations,
                v2,
                v3,
                brand,
                behaviors,
                (request, report, status) -> calls.add(new RecordedCall(request, report, status)),
                state.requestLock().readLock());
        ownsServer = b.neighbor == null;
        router = b.neighbor == null ? new MerchantRouter(gateway) : b.neighbor.router;
        router.add(identity.mchid(), gateway);
        identity.brand().ifPresent(known -> router.add(known.id(), gateway));
        host = b.neighbor == null ? b.host() : b.neighbor.host;
        server = b.neighbor == null ? listen(b, identity, router) : b.neighbor.server;
    }

    private static TlsServer listen(SimulatorBuilder b, Identity identity, MerchantRouter router) {
        try {
            return TlsServer.start(b.address, b.port, identity.certificates().serverContext(), router);
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator cannot listen on port " + b.port, e);
        }
    }

    /** Returns a new builder; {@link SimulatorBuilder#start()} starts the simulator. */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    Identity identity() {
        return identity;
    }

    /**
     * Returns a builder of the merchant's client configuration, with the ids and keys, the client certificate, WeChat
     * Pay's public key, the download of its certificates, the trusted authority, and this gateway as the host.
     */
    public WxPayConfig.Builder config() {
        String mchid = identity.mchid();
        WxPayConfig.Builder config = WxPayConfig.builder()
                .mchid(mchid)
                .appid(appid)
                .v2Key(identity.v2Key())
                .workwxSecret(workwxSecret)
                .v3Key(identity.v3Key())
                .clientCertificate(clientCertificateP12(mchid), mchid)
                .merchantPrivateKeyPem(pem(merchantKeyPem()))
                .merchantCertificatePem(pem(merchantCertificatePem()))
                .wechatPayPublicKeyPem(publicKeyId(), pem(publicKeyPem()))
                .encryptionKeyPem(pem(encryptionKeyPem()))
                .downloadPlatformCertificates()
                .trust(caCertificate())
                .host(baseUri());
        identity.brand().ifPresent(brand -> config.brandId(brand.id())
                .brandPrivateKeyPem(pem(brand.keyPem()))
                .brandCertificatePem(pem(brand.certificatePem()))
                .brandWechatPayPublicKeyPem(brand.platformKeys().publicKey().serial(), pem(brand.publicKeyPem()))
                .brandV3Key(brand.v3Key()));
        return config;
    }

    /** Returns the id of the merchant. */
    public String mchid() {
        return identity.mchid();
    }

    /** Returns the app id of responses to requests without one. */
    public String appid() {
        return appid;
    }

    /** Returns the merchant's APIv2 key. */
    public String v2Key() {
        return identity.v2Key();
    }

    /** Returns the id of the brand; empty if there is none. */
    public Optional<String> brandId() {
        return identity.brand().map(Brand::id);
    }

    /** Returns true if v3 uses the SM suite (国密). */
    public boolean usesSm() {
        return identity.platformKeys().suite() == Suite.SM;
    }

    /** Returns true if the simulator remembers orders: {@link SimulatorBuilder#rememberOrders()}. */
    public boolean remembersOrders() {
        return state.remembered().isPresent();
    }

    /**
     * Returns the settings of {@link #config()} as properties, for {@link WxPayConfig#fromProperties} and for the
     * properties of an application under test: {@code wxpay.mchid}, {@code wxpay.v3-key}, {@code wxpay.host}. PEM is text;
     * the P12 file of the client certificate is Base64.
     *
     * @param prefix stands before each name, followed by a dot; empty for none
     * @return the values by property name; they contain the merchant's secrets
     */
    public Map<String, String> properties(String prefix) {
        String start = Arguments.required(prefix, "prefix").isEmpty() || prefix.endsWith(".") ? prefix : prefix + ".";
        Map<String, String> properties = new LinkedHashMap<>();
        settings().forEach((name, value) -> properties.put(start + name, value));
        return Collections.unmodifiableMap(properties);
    }

    private Map<String, String> settings() {
        String mchid = identity.mchid();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("mchid", mchid);
        settings.put("appid", appid);
        settings.put("v2-key", identity.v2Key());
        settings.put("workwx-secret", workwxSecret);
        settings.put("v3-key", identity.v3Key());
        settings.put("client-certificate", Base64.getEncoder().encodeToString(clientCertificateP12(mchid)));
        settings.put("merchant-private-key-pem", merchantKeyPem());
        settings.put("merchant-certificate-pem", merchantCertificatePem());
        settings.put("wechat-pay-public-key-id", publicKeyId());
        settings.put("wechat-pay-public-key-pem", publicKeyPem());
        settings.put("encryption-key-pem", encryptionKeyPem());
        settings.put("download-platform-certificates", "true");
        settings.put("trust-pem", caCertificatePem());
        settings.put("host", baseUri().toString());
        identity.brand().ifPresent(brand -> {
            settings.put("brand-id", brand.id());
            settings.put("brand-private-key-pem", brand.keyPem());
            settings.put("brand-certificate-pem", brand.certificatePem());
            settings.put(
                    "brand-wechat-pay-public-key-id",
                    brand.platformKeys().publicKey().serial());
            settings.put("brand-wechat-pay-public-key-pem", brand.publicKeyPem());
            settings.put("brand-v3-key", brand.v3Key());
        });
        return settings;
    }

    private static byte[] pem(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Returns the URL of the gateway: {@code https://localhost:} and its port. If it listens at one address that is not
     * loopback, that address takes the place of {@code localhost}.
     */
    public URI baseUri() {
        return URI.create("https://" + host + ":" + server.port());
    }

    /** Returns the certificate of the authority that issued the server's certificate, which clients must trust. */
    public X509Certificate caCertificate() {
        return identity.certificates().authority();
    }

    /** Returns {@link #caCertificate()} in PEM. */
    public String caCertificatePem() {
        return identity.certificates().authorityPem();
    }

    /** Returns the certificate of the key with which the merchant signs in v3, in PEM. */
    public String merchantCertificatePem() {
        return identity.certificates().merchantPem();
    }

    /** Returns the private key with which the merchant signs in v3, in PEM: PKCS#8, not encrypted. */
    public String merchantKeyPem() {
        return identity.certificates().merchantKeyPem();
    }

    /**
     * Returns the serial number of the merchant's certificate: 40 upper-case hex digits, of which the first is zero.
     */
    public String merchantSerial() {
        return Serials.of(identity.certificates().merchant());
    }

    /**
     * Returns the certificate of the key with which the brand signs, in PEM.
     *
     * @throws IllegalStateException if there is no brand: {@link SimulatorBuilder#brandId}
     */
    public String brandCertificatePem() {
        return brand().certificatePem();
    }

    /**
     * Returns the private key with which the brand signs, in PEM.
     *
     * @throws IllegalStateException if there is no brand
     */
    public String brandKeyPem() {
        return brand().keyPem();
    }

    /**
     * Returns the serial number of the brand's certificate.
     *
     * @throws IllegalStateException if there is no brand
     */
    public String brandSerial() {
        return brand().serial();
    }

    /**
     * Returns the platform's public key for the brand, in PEM.
     *
     * @throws IllegalStateException if there is no brand
     */
    public String brandPublicKeyPem() {
        return brand().publicKeyPem();
    }

    /**
     * Returns the id of the platform's public key for the brand.
     *
     * @throws IllegalStateException if there is no brand
     */
    public String brandPublicKeyId() {
        return brand().platformKeys().publicKey().serial();
    }

    /**
     * Returns the brand's APIv3 key.
     *
     * @throws IllegalStateException if there is no brand
     */
    public String brandV3Key() {
        return brand().v3Key();
    }

    private Brand brand() {
        return identity.brand()
                .orElseThrow(
                        () -> new IllegalStateException("this simulator has no brand: start it with brandId(...)"));
    }

    /** Returns the merchant's APIv3 key, 32 bytes. */
    public String v3Key() {
        return identity.v3Key();
    }

    /**
     * Returns the newest platform certificate in PEM.
     *
     * @throws IllegalStateException if the merchant has none
     */
    public String platformCertificatePem() {
        return PemText.certificate(
                identity.platformKeys().certificate().certificate().orElseThrow());
    }

    /**
     * Returns the serial number of {@link #platformCertificatePem()}, in the form of {@link #merchantSerial()}.
     *
     * @throws IllegalStateException if the merchant has none
     */
    public String platformSerial() {
        return identity.platformKeys().certificate().serial();
    }

    /** Returns the platform's public key in PEM. */
    public String publicKeyPem() {
        return PemText.publicKey(identity.platformKeys().publicKey().publicKey());
    }

    /** Returns the id of the platform's public key: {@code PUB_KEY_ID_...}. */
    public String publicKeyId() {
        return identity.platformKeys().publicKey().serial();
    }

    /**
     * Returns the public key for the encrypted fields of v2 requests, in PEM (PKCS#1), like {@code risk/getpublickey}.
     */
    public String encryptionKeyPem() {
        return PemText.rsaPublicKey(identity.platformKeys().v2Keys().getPublic());
    }

    /** Issues a new platform certificate, which signs from now on and can be downloaded together with the old ones. */
    public void rotatePlatformCertificate() {
        identity.platformKeys().rotate();
    }

    /**
     * Sets the key that signs v3 responses from now on.
     *
     * @throws IllegalStateException if it is a certificate and the merchant has none
     */
    public void signWith(ResponseKey key) {
        identity.platformKeys().signWith(Arguments.required(key, "key").choice());
    }

    /** Returns the client certificate of the merchant for mutual TLS, with its RSA key, as a P12 file. */
    public byte[] clientCertificateP12(String password) {
        return identity.certificates().clientP12(Arguments.required(password, "password"));
    }

    /**
     * Writes {@code ca.pem}, and, with WeChat Pay's file names, {@code apiclient_cert.p12}, {@code apiclient_cert.pem},
     * {@code apiclient_key.pem} and {@code pub_key.pem}; if the merchant has a platform certificate, {@code
     * wechatpay_cert.pem}; if there is a brand, {@code brand_cert.pem}, {@code brand_key.pem} and {@code
     * brand_pub_key.pem}.
     *
     * @param directory created if it does not exist; existing files of these names are replaced
     * @param password the password of the P12 file
     * @throws IOException if a file cannot be written
     */
    public void writeCertificates(Path directory, String password) throws IOException {
        identity.writeTo(Arguments.required(directory, "directory"), Arguments.required(password, "password"));
    }

    /**
     * Sets the behavior of the next request to a path. Several behaviors of one path are used in order, one per request.
     *
     * <p>A path with templates is that of every request with any value in their places. If a request has both, the behaviors of
     * its own path are used first.
     *
     * @param path on the wire, so without {@code /v2}: {@code /wxv/cancelbill}, {@code
     *     /v3/pay/transactions/out-trade-no/ORDER-1}, {@code /v3/pay/transactions/out-trade-no/{out_trade_no}}
     * @throws IllegalArgumentException if no spec describes the path; it suggests the path that was probably meant. Also if
     *     the behavior is for the other protocol than that of the path, and it names a similar behavior of that protocol; or if
     *     the behavior changes a signature that no response of the path has, a field that none declares, or sets it to a value
     *     of another type or not in its enum; or if its unknown field or value is known
     */
    public void next(String path, Behavior behavior) {
        Arguments.path(path);
        Arguments.required(behavior, "behavior");
        Route route = operations
                .route(path)
                .orElseThrow(() -> new IllegalArgumentException("no spec describes the path " + path + " on the wire"
                        + operations
                                .suggestion(path)
                                .map(other -> "; use " + other)
                                .orElse("")));
        behavior.requireApplicable(path, route.endpoint(), operations.types());
        behaviors.add(route, behavior.script());
    }

    /** Returns how many behaviors still wait for a request, by the path of {@link #next}; paths without any are absent. */
    public Map<String, Integer> pendingBehaviors() {
        return behaviors.sizes();
    }

    /**
     * Returns the actions of payers and banks on the merchant's orders.
     *
     * @throws IllegalStateException if the simulator does not remember orders: {@link SimulatorBuilder#rememberOrders()}
     */
    public Orders orders() {
        return remembered().orders();
    }

    /**
     * Returns the actions of users on the merchant's rental and hotel orders.
     *
     * @throws IllegalStateException if the simulator does not remember orders
     */
    public Rentals rentals() {
        return remembered().rentals();
    }

    /**
     * Returns the actions of the gateway and of receivers in profit sharing.
     *
     * @throws IllegalStateException if the simulator does not remember orders
     */
    public ProfitSharing profitSharing() {
        return remembered().profitSharing();
    }

    /**
     * Returns the actions of users and of the gateway on the merchant's transfers.
     *
     * @throws IllegalStateException if the simulator does not remember orders
     */
    public Transfers transfers() {
        return remembered().transfers();
    }

    /**
     * Returns the actions of users and of the gateway on the merchant's red packets.
     *
     * @throws IllegalStateException if the simulator does not remember orders
     */
    public RedPackets redPackets() {
        return remembered().redPackets();
    }

    /**
     * Returns the actions of payers on the merchant's combined orders.
     *
     * @throws IllegalStateException if the simulator does not remember orders
     */
    public CombinedOrders combinedOrders() {
        return remembered().combinedOrders();
    }

    /**
     * Returns the actions of users on contracts for deductions.
     *
     * @throws IllegalStateException if the simulator does not remember orders
     */
    public Contracts contracts() {
        return remembered().contracts();
    }

    /**
     * Returns the actions of users on payscore orders.
     *
     * @throws IllegalStateException if the simulator does not remember orders
     */
    public PayScore payScore() {
        return remembered().payScore();
    }

    /**
     * Returns the actions of users on coupons (代金券).
     *
     * @throws IllegalStateException if the simulator does not remember orders
     */
    public Coupons coupons() {
        return remembered().coupons();
    }

    /**
     * Returns the actions of users on merchant coupons (商家券).
     *
     * @throws IllegalStateException if the simulator does not remember orders
     */
    public MerchantCoupons merchantCoupons() {
        return remembered().merchantCoupons();
    }

    /**
     * Returns the complaints of payers.
     *
     * @throws IllegalStateException if the simulator does not remember orders
     */
    public Complaints complaints() {
        return remembered().complaints();
    }

    /**
     * Returns the decisions on applications of sub-merchants.
     *
     * @throws IllegalStateException if the simulator does not remember orders
     */
    public Applyments applyments() {
        return remembered().applyments();
    }

    private Remembered remembered() {
        return state.remembered()
                .orElseThrow(() -> new IllegalStateException(
                        "this simulator does not remember orders: start it with rememberOrders()"));
    }

    /** Returns the bills that the simulator serves. */
    public Bills bills() {
        return state.bills();
    }

    /** Returns the notifications that the simulator sends. */
    public Notifications notifications() {
        return state.notifications();
    }

    /**
     * Moves the time of what is remembered and of links to files forward, so that what depends on time happens: an unpaid
     * order expires, a payment can be shared. The time of signatures and certificates does not move, because that of
     * clients does not either.
     *
     * @throws IllegalArgumentException if the duration is negative, or if the time would be more than 365,000 days ahead
     */
    public void advance(Duration duration) {
        if (Arguments.required(duration, "duration").isNegative()) {
            throw new IllegalArgumentException("time can only be moved forward (was " + duration + ")");
        }
        time.advance(duration);
        state.remembered().ifPresent(Remembered::timeMoved);
    }

    /** Returns the time of what is remembered, which {@link #advance} moves. */
    public Instant time() {
        return time.instant();
    }

    /** Drops the next connection as soon as it is accepted, before its TLS handshake and so before any request. */
    public void dropNextConnection() {
        server.dropNextConnection();
    }

    /**
     * Returns the requests received so far, oldest first.
     *
     * @throws IllegalStateException if there were more than are kept: {@link SimulatorBuilder#history}
     */
    public List<RecordedCall> calls() {
        return calls.all();
    }

    /** Returns the newest requests received so far, oldest first, as far as they are kept. */
    public List<RecordedCall> latestCalls() {
        return calls.latest();
    }

    /**
     * Returns the oldest request to a path, and waits for one if there is none.
     *
     * @return empty if none arrives in time
     * @throws IllegalArgumentException if the path does not begin with a slash, or if the timeout is negative or longer than
     *     365 days
     * @throws IllegalStateException if none arrives in time, and an earlier one may have been dropped: {@link
     *     SimulatorBuilder#history}
     */
    public Optional<RecordedCall> awaitCall(String path, Duration timeout) throws InterruptedException {
        Arguments.path(path);
        return awaitCall(call -> call.path().equals(path), timeout);
    }

    /**
     * Returns the oldest matching request, and waits for one if there is none.
     *
     * @return empty if none arrives in time
     * @throws IllegalArgumentException if the timeout is negative, or longer than 365 days
     * @throws IllegalStateException if none arrives in time, and an earlier one may have been dropped: {@link
     *     SimulatorBuilder#history}
     */
    public Optional<RecordedCall> awaitCall(Predicate<RecordedCall> fits, Duration timeout)
            throws InterruptedException {
        return calls.await(Arguments.required(fits, "fits"), Arguments.duration(timeout, "timeout"));
    }

    /**
     * Returns to the state after the start: without calls, behaviors, orders, refunds and delivery attempts. Deliveries in
     * progress are canceled, links expire, and actions such as {@link Orders#holdRefunds()}, {@link Bills#rows} and
     * {@link #signWith} no longer apply. The time of orders is that of the clock again.
     *
     * <p>Keys, certificates, used nonces and open connections are kept, so clients need not be created again. Ids of
     * payments and refunds are never assigned twice. A request is handled entirely before or entirely after the reset.
     * The orders and notifications that {@linkplain SimulatorBuilder#twinOf twins} share are reset for all of them.
     */
    public void reset() {
        Lock lock = state.requestLock().writeLock();
        lock.lock();
        try {
            behaviors.clear();
            server.keepNextConnections();
            identity.platformKeys().signWith(ResponseKey.AS_ASKED.choice());
            state.reset();
            time.reset();
            calls.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Stops listening, ends all connections, including delayed responses, and stops sending notifications. */
    @Override
    public void close() {
        if (ownsState) {
            state.notifications().dispatcher().close();
        }
        if (ownsServer) {
            server.close();
        } else {
            router.remove(gateway);
        }
    }
}
