package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.simulator.internal.keys.Brand;
import io.github.wxpaycodegen.simulator.internal.keys.CertificateAuthority;
import io.github.wxpaycodegen.simulator.internal.keys.Certificates;
import io.github.wxpaycodegen.simulator.internal.keys.Identity;
import io.github.wxpaycodegen.simulator.internal.keys.KeySource;
import io.github.wxpaycodegen.simulator.internal.keys.PlatformKeys;
import io.github.wxpaycodegen.simulator.internal.keys.SerialSpelling;
import io.github.wxpaycodegen.simulator.internal.keys.Suite;
import io.github.wxpaycodegen.simulator.internal.notices.NoticeDispatcher;
import io.github.wxpaycodegen.simulator.internal.notices.NotificationRoutes;
import io.github.wxpaycodegen.simulator.internal.notices.NotificationSender;
import io.github.wxpaycodegen.simulator.internal.specs.Operations;
import io.github.wxpaycodegen.simulator.internal.specs.SpecLoader;
import java.io.UncheckedIOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Builder of simulators; only {@code mchid} is required. */
public final class SimulatorBuilder {
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

    private @Nullable String mchid;
    private @Nullable String v2Key;
    private @Nullable String v3Key;
    private @Nullable String brandId;
    private @Nullable String brandV3Key;
    private @Nullable String workwxSecret;
    private KeySource keys = KeySource.random();
    private Suite suite = Suite.RSA;
    private boolean publicKeyOnly;
    Clock clock = Clock.systemUTC();
    String appid = "wx8888888888888888";
    Supplier<Specs> specs = SpecLoader::bundled;
    private List<String> certificateHosts = List.of("localhost", "127.0.0.1", "::1");
    int port;
    InetAddress address = loopback();
    private boolean remembers;
    private double notificationSpeed = 1;
    private Duration notificationTimeout = Duration.ofSeconds(5);
    private Optional<SSLContext> notificationTls = Optional.empty();
    private Set<String> notifyHosts = Set.of();
    private SerialSpelling serials = SerialSpelling.ANY;
    HistoryLimits historyLimits = HistoryLimits.USUAL;

    @Nullable
    Simulator twin;

    @Nullable
    Simulator neighbor;

    SimulatorBuilder() {}

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of four bytes is valid", e);
        }
    }

    String host() {
        if (address.isAnyLocalAddress() || address.isLoopbackAddress()) {
            return "localhost";
        }
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    String workwxSecretOf(String merchant) {
        return workwxSecret == null ? keys.secret("workwx/" + merchant) : workwxSecret;
    }

    /**
     * Sets the id of the merchant; a simulator has only one. Several simulators can share a port: {@link #sharePortOf}.
     */
    public SimulatorBuilder mchid(String mchid) {
        this.mchid = Arguments.required(mchid, "mchid");
        return this;
    }

    /** Sets the merchant's APIv2 key, which has 32 characters in production; random by default. */
    public SimulatorBuilder v2Key(String v2Key) {
        this.v2Key = Arguments.required(v2Key, "v2Key");
        return this;
    }

    /**
     * Sets the merchant's APIv3 key; random by default.
     *
     * @throws IllegalArgumentException if it is not 32 bytes
     */
    public SimulatorBuilder v3Key(String v3Key) {
        this.v3Key = checkedV3Key(v3Key, "v3Key");
        return this;
    }

    private static String checkedV3Key(String key, String parameter) {
        int length = Arguments.required(key, parameter).getBytes(StandardCharsets.UTF_8).length;
        if (length != 32) {
            throw new IllegalArgumentException(parameter + " must be 32 bytes (was " + length + ")");
        }
        return key;
    }

    /** Sets the secret of the WeCom app that pays; random by default, so that no second signature is valid. */
    public SimulatorBuilder workwxSecret(String workwxSecret) {
        this.workwxSecret = Arguments.required(workwxSecret, "workwxSecret");
        return this;
    }

    /**
     * Makes the merchant and the platform use the SM suite (国密) in v3: SM2 keys and certificates, signatures with SM3,
     * SM4-GCM with the APIv3 key. TLS and v2 do not change.
     */
    public SimulatorBuilder smSuite() {
        this.suite = Suite.SM;
        return this;
    }

    /** Sets the id of the brand that calls {@code /brand/} operations, with its own keys; by default there is none. */
    public SimulatorBuilder brandId(String brandId) {
        this.brandId = Arguments.required(brandId, "brandId");
        return this;
    }

    /**
     * Sets the brand's APIv3 key; random by default.
     *
     * @throws IllegalArgumentException if it is not 32 bytes
     */
    public SimulatorBuilder brandV3Key(String brandV3Key) {
        this.brandV3Key = checkedV3Key(brandV3Key, "brandV3Key");
        return this;
    }

    /**
     * Accepts serial numbers in requests only in the form of the certificate: 40 upper-case hex digits. By default,
     * lower case and missing leading zeros are also accepted, because common clients write them.
     */
    public SimulatorBuilder exactSerials() {
        this.serials = SerialSpelling.EXACT;
        return this;
    }

    /** Gives the merchant no platform certificate: the public key signs, and there are no certificates to download. */
    public SimulatorBuilder publicKeyOnly() {
        this.publicKeyOnly = true;
        return this;
    }

    /**
     * Sets the clock of the v3 gateway; the system clock by default. TLS always uses the system clock.
     *
     * @see Simulator#advance
     */
    public SimulatorBuilder clock(Clock clock) {
        this.clock = Arguments.required(clock, "clock");
        return this;
    }

    /** Sets the app id of responses to requests without one. Requests may have any app id. */
    public SimulatorBuilder appid(String appid) {
        this.appid = Arguments.required(appid, "appid");
        return this;
    }

    /**
     * Derives all keys, serial numbers and unset secrets from a seed, so that the same merchant has the same ones at each
     * start. The certificate of TLS is a new one each time, of the same authority.
     *
     * <p>Whoever knows the seed can issue certificates that clients of this simulator trust. So a client must not use that trust
     * for anything else.
     */
    public SimulatorBuilder keysFrom(String seed) {
        this.keys = KeySource.seeded(Arguments.required(seed, "seed"));
        return this;
    }

    /**
     * Adds the specs in a directory to the bundled ones, as the generator does: a file at the path of a bundled spec
     * replaces it. The last call of this method or of {@link #specs} counts.
     */
    public SimulatorBuilder addSpecs(Path directory) {
        Arguments.required(directory, "directory");
        this.specs = () -> SpecLoader.overBundled(directory);
        return this;
    }

    /** Uses the specs in a directory, with the layout of the bundled specs, instead of these. */
    public SimulatorBuilder specs(Path directory) {
        Arguments.required(directory, "directory");
        this.specs = () -> SpecLoader.ofDirectory(directory);
        return this;
    }

    /**
     * Remembers what requests create: it can be queried and changed, and what was not created does not exist. This applies
     * to basic payment, combined orders and refunds, profit sharing, transfers to users, coupons, and contracts with their
     * deductions, in v3 and v2; in v2 to red packets and to the rental orders of {@code /wxv/}; and in v3 to payscore
     * orders, merchant coupons, complaints, and applications of sub-merchants. Other operations, and by default all operations,
     * respond to any request with the values of their spec.
     *
     * @see Simulator#orders()
     * @see Simulator#combinedOrders()
     * @see Simulator#profitSharing()
     * @see Simulator#transfers()
     * @see Simulator#redPackets()
     * @see Simulator#contracts()
     * @see Simulator#rentals()
     * @see Simulator#payScore()
     * @see Simulator#coupons()
     * @see Simulator#merchantCoupons()
     * @see Simulator#complaints()
     * @see Simulator#applyments()
     */
    public SimulatorBuilder rememberOrders() {
        this.remembers = true;
        return this;
    }

    /**
     * Sets the factor by which notifications are repeated faster than in production: with 1000, after 15 milliseconds
     * instead of 15 seconds. The default is 1.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public SimulatorBuilder notificationSpeed(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("notificationSpeed must be positive (was " + speed + ")");
        }
        this.notificationSpeed = speed;
        return this;
    }

    /**
     * Sets how long the receiver of a notification may take to reply. The default is five seconds, which is as long as the
     * gateway waits. Tests on a busy machine need longer, and so does a handler that is being debugged.
     *
     * @throws IllegalArgumentException if it is shorter than a millisecond or longer than a day
     */
    public SimulatorBuilder notificationTimeout(Duration timeout) {
        if (Arguments.required(timeout, "timeout").compareTo(Duration.ofMillis(1)) < 0
                || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    "notificationTimeout must be between a millisecond and a day (was " + timeout + ")");
        }
        this.notificationTimeout = timeout;
        return this;
    }

    /**
     * Sets the TLS context for notifications to {@code https} receivers; by default, the JVM's trusted certificates
     * apply.
     */
    public SimulatorBuilder notificationTls(SSLContext tls) {
        this.notificationTls = Optional.of(Arguments.required(tls, "tls"));
        return this;
    }

    /**
     * Allows notifications to these hosts too, such as {@code host.docker.internal}. By default, notifications are sent
     * only to this machine: to {@code localhost}, names below it, and loopback addresses.
     *
     * @param hosts names or addresses as in a {@code notify_url}, in any case and without a port
     */
    public SimulatorBuilder notifyHosts(String... hosts) {
        this.notifyHosts = Set.copyOf(Arguments.all(hosts, "hosts"));
        return this;
    }

    /**
     * Limits the history of calls, and that of delivery attempts of notifications: the newest of each are kept, by
     * default 10,000 with 32 MiB. The newest one is kept, whatever its size.
     *
     * @param entries the maximum number of calls, and of attempts
     * @param bytes the maximum size of their requests together, in bytes
     * @throws IllegalArgumentException if one of them is less than 1
     * @see Simulator#calls()
     * @see Notifications#attempts()
     */
    public SimulatorBuilder history(int entries, long bytes) {
        this.historyLimits = new HistoryLimits(entries, bytes);
        return this;
    }

    /** Sets the host names and IP addresses in the server's certificate; with wrong ones, clients reject it. */
    public SimulatorBuilder certificateHosts(String... hosts) {
        this.certificateHosts = Arguments.all(hosts, "hosts");
        return this;
    }

    /**
     * Shares the merchant, keys, certificates, orders and notifications of another simulator, whatever is set here.
     * This simulates the second host of a client that fails over. Each has its own calls, behaviors and used nonces.
     */
    public SimulatorBuilder twinOf(Simulator other) {
        this.twin = Arguments.required(other, "other");
        return this;
    }

    /**
     * Sets the port; 0, the default, selects a free one.
     *
     * @throws IllegalArgumentException if it is not from 0 to 65535
     */
    public SimulatorBuilder port(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be from 0 to 65535 (was " + port + ")");
        }
        this.port = port;
        return this;
    }

    /**
     * Listens at this address instead of the loopback address {@code 127.0.0.1}. Other machines can then call the
     * simulator; {@link #certificateHosts} must contain the name by which they do.
     */
    public SimulatorBuilder listenAt(InetAddress address) {
        this.address = Arguments.required(address, "address");
        return this;
    }

    /**
     * Serves this merchant at the address and port of another simulator, with its certificate of TLS, as WeChat Pay serves
     * all merchants at one host. A request belongs to the merchant that it names. The port is open until the other
     * simulator is closed.
     *
     * <p>A v2 request names its merchant in its body, so {@link Behavior#dropDuringRequest()} drops the connection only
     * after it.
     */
    public SimulatorBuilder sharePortOf(Simulator other) {
        this.neighbor = Arguments.required(other, "other");
        return this;
    }

    /**
     * Creates the state that twins share.
     *
     * @param time of what is remembered and of links to files
     */
    SharedState state(Specs specs, Operations operations, Identity identity, Clock time) {
        History<NotificationAttempt> log =
                new History<>("attempts", "latestAttempts()", historyLimits, NotificationAttempt::bytes);
        NotificationRoutes routes = new NotificationRoutes(notifyHosts);
        NotificationSender sender = new NotificationSender(
                notificationSpeed,
                notificationTimeout,
                notificationTls,
                routes,
                attempt -> log.add(new NotificationAttempt(attempt)));
        NoticeDispatcher dispatcher =
                NoticeDispatcher.create(specs.notifications(), operations, identity, appid, clock, sender, routes);
        Notifications notifications = new Notifications(dispatcher, log);
        return remembers
                ? SharedState.withOrders(time, identity.mchid(), notifications)
                : SharedState.withoutOrders(time, identity.mchid(), notifications);
    }

    Identity identity() {
        if (twin != null) {
            return twin.identity();
        }
        String merchant = Objects.requireNonNull(mchid, "mchid is required");
        Certificates certificates = neighbor == null
                ? Certificates.create(merchant, suite, certificateHosts, keys)
                : neighbor.identity().certificates().forMerchant(merchant, suite);
        PlatformKeys platformKeys =
                new PlatformKeys(certificates.issuer(), clock, merchant, suite, serials, !publicKeyOnly);
        return new Identity(
                merchant,
                v2Key == null ? keys.secret("v2/" + merchant) : v2Key,
                v3Key == null ? keys.secret("v3/" + merchant) : v3Key,
                brand(certificates.issuer()),
                certificates,
                platformKeys);
    }

    private Optional<Brand> brand(CertificateAuthority issuer) {
        return Optional.ofNullable(brandId)
                .map(id -> new Brand(
                        id,
                        brandV3Key == null ? keys.secret("brand-v3/" + id) : brandV3Key,
                        issuer.issueClient(suite, id),
                        new PlatformKeys(issuer, clock, id, suite, serials, false)));
    }

    /**
     * Starts the simulator, which listens when this method returns.
     *
     * @throws IllegalArgumentException if the specs have errors, which the message lists, or if a directory contains none
     * @throws UncheckedIOException if the specs cannot be read or the port is in use
     */
    public Simulator start() {
        return new Simulator(this);
    }
}
