package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.simulator.internal.keys.Brand;
import io.github.wxpaycodegen.simulator.internal.keys.CertificateAuthority;
import io.github.wxpaycodegen.simulator.internal.keys.Certificates;
import io.github.wxpaycodegen.simulator.internal.keys.Identity;
import io.github.wxpaycodegen.simulator.internal.keys.PlatformKeys;
import io.github.wxpaycodegen.simulator.internal.keys.SerialSpelling;
import io.github.wxpaycodegen.simulator.internal.keys.Suite;
import io.github.wxpaycodegen.simulator.internal.notices.NoticeDispatcher;
import io.github.wxpaycodegen.simulator.internal.notices.NotificationRoutes;
import io.github.wxpaycodegen.simulator.internal.notices.NotificationSender;
import io.github.wxpaycodegen.simulator.internal.specs.Operations;
import io.github.wxpaycodegen.simulator.internal.specs.SpecLoader;
import java.io.UncheckedIOException;
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

/** What a simulator is to be; only {@code mchid} must be given. */
public final class SimulatorBuilder {
    private static final Duration NOTIFICATION_PATIENCE = Duration.ofSeconds(5);

    private @Nullable String mchid;
    private String v2Key = SimulatorMain.randomKey();
    private String v3Key = SimulatorMain.randomKey();
    private @Nullable String brandId;
    private String brandV3Key = SimulatorMain.randomKey();
    String workwxSecret = SimulatorMain.randomKey();
    private Suite suite = Suite.RSA;
    private boolean publicKeyOnly;
    Clock clock = Clock.systemUTC();
    String appid = "wx8888888888888888";
    Supplier<Specs> specs = SpecLoader::bundled;
    private List<String> certificateHosts = List.of("localhost", "127.0.0.1", "::1");
    int port;
    private boolean remembers;
    private double notificationSpeed = 1;
    private Optional<SSLContext> notificationTls = Optional.empty();
    private Set<String> notifyHosts = Set.of();
    private SerialSpelling serials = SerialSpelling.ANY;
    HistoryLimits historyLimits = HistoryLimits.USUAL;

    @Nullable
    Simulator twin;

    SimulatorBuilder() {}

    /** The merchant, the only one that it knows. */
    public SimulatorBuilder mchid(String mchid) {
        this.mchid = Objects.requireNonNull(mchid);
        return this;
    }

    /** The merchant's APIv2 key, 32 characters in production; a random one otherwise. */
    public SimulatorBuilder v2Key(String v2Key) {
        this.v2Key = Objects.requireNonNull(v2Key);
        return this;
    }

    /**
     * The merchant's APIv3 key; a random one otherwise.
     *
     * @throws IllegalArgumentException if it is not 32 bytes
     */
    public SimulatorBuilder v3Key(String v3Key) {
        this.v3Key = checkedV3Key(v3Key);
        return this;
    }

    private static String checkedV3Key(String key) {
        if (key.getBytes(StandardCharsets.UTF_8).length != 32) {
            throw new IllegalArgumentException("an APIv3 key has 32 bytes");
        }
        return key;
    }

    /** The secret of the WeCom app that pays; a random one otherwise, so that no second signature is right. */
    public SimulatorBuilder workwxSecret(String workwxSecret) {
        this.workwxSecret = Objects.requireNonNull(workwxSecret);
        return this;
    }

    /**
     * The merchant and the platform use the SM suite (国密) in v3: SM2 keys and certificates, signatures with SM3,
     * SM4-GCM under the APIv3 key. TLS, and v2 with it, stays as it is.
     */
    public SimulatorBuilder smSuite() {
        this.suite = Suite.SM;
        return this;
    }

    /** The brand that calls {@code /brand/} operations, with keys of its own; none otherwise. */
    public SimulatorBuilder brandId(String brandId) {
        this.brandId = Objects.requireNonNull(brandId);
        return this;
    }

    /**
     * The brand's APIv3 key; a random one otherwise.
     *
     * @throws IllegalArgumentException if it is not 32 bytes
     */
    public SimulatorBuilder brandV3Key(String brandV3Key) {
        this.brandV3Key = checkedV3Key(brandV3Key);
        return this;
    }

    /**
     * Accepts serial numbers of certificates in requests only as they are issued: in upper-case hex of 40 digits. Otherwise
     * lower case is accepted too, and a number without its leading zeros, as common clients write it.
     */
    public SimulatorBuilder exactSerials() {
        this.serials = SerialSpelling.EXACT;
        return this;
    }

    /** The merchant has no platform certificate: the public key signs, and there are no certificates to serve. */
    public SimulatorBuilder publicKeyOnly() {
        this.publicKeyOnly = true;
        return this;
    }

    /** The clock of the v3 gateway, which TLS does not go by; the system's otherwise. */
    public SimulatorBuilder clock(Clock clock) {
        this.clock = Objects.requireNonNull(clock);
        return this;
    }

    /** The app id that answers have where the request had none; any app id is taken in requests. */
    public SimulatorBuilder appid(String appid) {
        this.appid = Objects.requireNonNull(appid);
        return this;
    }

    /** Works from the specs in a directory, laid out as the bundled ones are, which it works from otherwise. */
    public SimulatorBuilder specs(Path directory) {
        this.specs = () -> SpecLoader.ofDirectory(directory);
        return this;
    }

    /**
     * Remembers orders and refunds: what was created can be queried, paid, closed and refunded, and what was not is
     * not there. It does so for basic payment and refunds of v3 and v2 and the rental orders of {@code /wxv/};
     * other operations, and without this all of them, answer whatever they are asked from their spec.
     */
    public SimulatorBuilder rememberOrders() {
        this.remembers = true;
        return this;
    }

    /**
     * How many times faster than in production a notification is sent again: at 1000 after 15 milliseconds instead
     * of 15 seconds. 1 otherwise.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public SimulatorBuilder notificationSpeed(double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("the speed of notifications is positive");
        }
        this.notificationSpeed = speed;
        return this;
    }

    /** What receivers of notifications by {@code https} are trusted by; what the JVM trusts otherwise. */
    public SimulatorBuilder notificationTls(SSLContext tls) {
        this.notificationTls = Optional.of(tls);
        return this;
    }

    /**
     * Sends notifications to these hosts too, such as {@code host.docker.internal}. Otherwise they are sent to this machine
     * only: to {@code localhost}, names below it, and loopback addresses.
     *
     * @param hosts names or addresses as they stand in a {@code notify_url}, in any case and without a port
     */
    public SimulatorBuilder notifyHosts(String... hosts) {
        this.notifyHosts = Set.copyOf(List.of(hosts));
        return this;
    }

    /**
     * Limits what is kept of the calls, and of the attempts to deliver notifications: the newest of each, 10,000 with 32 MiB
     * of requests unless configured. The newest one is kept however large it is.
     *
     * @param entries the most calls, and the most attempts
     * @param bytes the most bytes of their requests together
     * @throws IllegalArgumentException if one of them is less than 1
     * @see Simulator#calls()
     * @see Notifications#attempts()
     */
    public SimulatorBuilder history(int entries, long bytes) {
        this.historyLimits = new HistoryLimits(entries, bytes);
        return this;
    }

    /** The host names and IP addresses in the server's certificate: others than its own, to see a client refuse. */
    public SimulatorBuilder certificateHosts(String... hosts) {
        this.certificateHosts = List.of(hosts);
        return this;
    }

    /**
     * Has the merchant, keys, certificates, orders and notifications of another simulator, whatever else is said of
     * them here: the second host of a client that fails over. Each has its own calls, behaviors and memory of nonces.
     */
    public SimulatorBuilder twinOf(Simulator other) {
        this.twin = other;
        return this;
    }

    /** The port; 0, the default, takes a free one. */
    public SimulatorBuilder port(int port) {
        this.port = port;
        return this;
    }

    SharedState state(Specs specs, Operations operations, Identity identity) {
        History<NotificationAttempt> log =
                new History<>("attempts", "latestAttempts()", historyLimits, NotificationAttempt::bytes);
        NotificationRoutes routes = new NotificationRoutes(notifyHosts);
        NotificationSender sender = new NotificationSender(
                notificationSpeed,
                NOTIFICATION_PATIENCE,
                notificationTls,
                routes,
                attempt -> log.add(new NotificationAttempt(attempt)));
        NoticeDispatcher dispatcher =
                NoticeDispatcher.create(specs.notifications(), operations, identity, appid, clock, sender, routes);
        Notifications notifications = new Notifications(dispatcher, log);
        return remembers
                ? SharedState.withOrders(clock, identity.mchid(), notifications)
                : SharedState.withoutOrders(clock, identity.mchid(), notifications);
    }

    Identity identity() {
        if (twin != null) {
            return twin.identity();
        }
        String merchant = Objects.requireNonNull(mchid, "mchid is missing");
        Certificates certificates = Certificates.create(merchant, suite, certificateHosts);
        PlatformKeys keys = new PlatformKeys(certificates.issuer(), clock, merchant, suite, serials, !publicKeyOnly);
        return new Identity(merchant, v2Key, v3Key, brand(certificates.issuer()), certificates, keys);
    }

    private Optional<Brand> brand(CertificateAuthority issuer) {
        return Optional.ofNullable(brandId)
                .map(id -> new Brand(
                        id,
                        brandV3Key,
                        issuer.issueClient(suite, id),
                        new PlatformKeys(issuer, clock, id, suite, serials, false)));
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
