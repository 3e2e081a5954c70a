package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.NotificationSpec;
import io.github.wxpaycodegen.generator.spec.Protocol;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/**
 * The notifications that the simulator sends: on demand, and on its own for the orders that it remembers. Given by {@link
 * Simulator#notifications()}.
 *
 * <p>They are delivered in the background by POST. One that is not taken within five seconds (v3: status 200 or 204; v2: the
 * XML that says {@code SUCCESS}) is sent again up to 15 times, after 15 seconds first and after six hours last, with the
 * same id and body and a new signature; {@link SimulatorBuilder#notificationSpeed} makes that faster.
 *
 * <p>Nothing is sent to another machine unless {@link SimulatorBuilder#notifyHosts} names it. What happens to an order whose
 * {@code notify_url} leads elsewhere is an attempt with that {@linkplain NotificationAttempt#problem() problem}.
 */
public final class Notifications {
    private final List<NotificationSpec> specs;
    private final V2Notices v2;
    private final V3Notices v3;
    private final NotificationSender sender;
    private final NotificationRoutes routes;
    private final History<NotificationAttempt> log;
    private final Queue<NoticeFault> faults = new ConcurrentLinkedQueue<>();

    private Notifications(
            List<NotificationSpec> specs,
            V2Notices v2,
            V3Notices v3,
            NotificationSender sender,
            NotificationRoutes routes,
            History<NotificationAttempt> log) {
        this.specs = specs;
        this.v2 = v2;
        this.v3 = v3;
        this.sender = sender;
        this.routes = routes;
        this.log = log;
    }

    /** Those of a merchant. */
    static Notifications create(
            List<NotificationSpec> specs,
            Operations operations,
            Identity identity,
            String appid,
            Clock clock,
            NotificationSender sender,
            NotificationRoutes routes,
            History<NotificationAttempt> log) {
        V3Answers answers = new V3Answers(operations, identity.caller(), appid);
        V3ResponseSigner signer = new V3ResponseSigner(identity.platformKeys(), clock);
        return new Notifications(
                specs,
                new V2Notices(operations, identity, appid, clock),
                new V3Notices(answers, signer, identity.platformKeys().suite(), identity.v3Key(), clock),
                sender,
                routes,
                log);
    }

    /**
     * Sends a notification.
     *
     * @return its id, by which {@link #attempts()} know it
     * @throws IllegalArgumentException if no spec has the notification, or if the URL leads to another machine: {@link
     *     SimulatorBuilder#notifyHosts}
     */
    public String send(URI url, Notice notice) {
        routes.refusal(url).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal);
        });
        return send(url.toString(), notice);
    }

    /**
     * The next notification that the simulator sends on its own is spoilt like this, if its protocol has such a fault;
     * several are used up in order.
     */
    public void spoilNext(NoticeFault fault) {
        faults.add(fault);
    }

    /**
     * Returns the attempts to deliver that have ended, oldest first.
     *
     * @throws IllegalStateException if there were more than are kept: {@link SimulatorBuilder#history}
     */
    public List<NotificationAttempt> attempts() {
        return log.all();
    }

    /** Returns the newest of the attempts to deliver that have ended, oldest first: as many as are kept. */
    public List<NotificationAttempt> latestAttempts() {
        return log.latest();
    }

    /**
     * Returns the oldest attempt that fits, and waits for one if there is none.
     *
     * @return empty if none comes in time
     * @throws IllegalStateException if none comes in time, and one that came earlier may have been dropped since: {@link
     *     SimulatorBuilder#history}
     */
    public Optional<NotificationAttempt> await(Predicate<NotificationAttempt> fits, Duration timeout)
            throws InterruptedException {
        return log.await(fits, timeout);
    }

    /** Sends what happened to whoever wants to hear of it; specs that lack the notification leave it unsaid. */
    void tell(String url, Notice notice) {
        if (spec(notice).isPresent()) {
            send(url, fault(notice.protocol()).map(notice::spoilt).orElse(notice));
        }
    }

    /** The first of those that wait which the protocol has; it is used up. */
    private Optional<NoticeFault> fault(Protocol protocol) {
        return faults.stream()
                .filter(fault -> protocol == Protocol.V3 || fault.isInV2())
                .findFirst()
                .filter(faults::remove);
    }

    private Optional<NotificationSpec> spec(Notice notice) {
        return specs.stream()
                .filter(each ->
                        each.protocol() == notice.protocol() && each.id().equals(notice.specId()))
                .findFirst();
    }

    /** The ids of its protocol that begin with the same word, or where there are none all of them. */
    private String alike(Notice notice) {
        List<String> all = specs.stream()
                .filter(each -> each.protocol() == notice.protocol())
                .map(NotificationSpec::id)
                .sorted()
                .toList();
        String word = firstWord(notice.specId());
        List<String> alike =
                all.stream().filter(id -> firstWord(id).equals(word)).toList();
        return String.join(", ", alike.isEmpty() ? all : alike);
    }

    private static String firstWord(String id) {
        return id.split("[.-]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private String send(String url, Notice notice) {
        NotificationSpec spec = spec(notice)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no spec describes the notification " + notice + "; there are " + alike(notice)));
        OutgoingNotice outgoing = notice.protocol() == Protocol.V2 ? v2.make(spec, notice) : v3.make(spec, notice);
        for (int i = 0; i < notice.copies(); i++) {
            sender.send(spec.id(), url, outgoing);
        }
        return outgoing.id();
    }

    /** Sends nothing more. */
    void close() {
        sender.close();
    }
}
