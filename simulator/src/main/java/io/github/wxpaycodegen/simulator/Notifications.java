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
 */
public final class Notifications {
    private final List<NotificationSpec> specs;
    private final V2Notices v2;
    private final V3Notices v3;
    private final NotificationSender sender;
    private final NotificationLog log;
    private final Queue<NoticeFault> faults = new ConcurrentLinkedQueue<>();

    private Notifications(
            List<NotificationSpec> specs, V2Notices v2, V3Notices v3, NotificationSender sender, NotificationLog log) {
        this.specs = specs;
        this.v2 = v2;
        this.v3 = v3;
        this.sender = sender;
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
            NotificationLog log) {
        V3Caller caller = identity.caller();
        V3Answers answers = new V3Answers(operations, caller.mchid(), appid, caller.publicKey());
        V3ResponseSigner signer = new V3ResponseSigner(identity.platformKeys(), clock);
        return new Notifications(
                specs,
                new V2Notices(operations, identity, appid, clock),
                new V3Notices(answers, signer, identity.platformKeys().suite(), identity.v3Key(), clock),
                sender,
                log);
    }

    /**
     * Sends a notification.
     *
     * @return its id, by which {@link #attempts()} know it
     * @throws IllegalArgumentException if no spec has the notification
     */
    public String send(URI url, Notice notice) {
        return send(url.toString(), notice);
    }

    /**
     * The next notification that the simulator sends on its own is spoilt like this, if its protocol has such a fault;
     * several are used up in order.
     */
    public void spoilNext(NoticeFault fault) {
        faults.add(fault);
    }

    /** The attempts to deliver that have ended, oldest first. */
    public List<NotificationAttempt> attempts() {
        return log.all();
    }

    /**
     * The first attempt that fits, waited for if there is none yet.
     *
     * @return empty if none comes in time
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
