package io.github.wxpaycodegen.simulator.internal.notices;

import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.keys.Identity;
import io.github.wxpaycodegen.simulator.internal.specs.Operations;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import io.github.wxpaycodegen.simulator.internal.v3.V3ResponseSigner;
import io.github.wxpaycodegen.simulator.internal.v3.V3Responses;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Creates and sends notifications: on demand, and for stored orders. */
public final class NoticeDispatcher {
    private final List<NotificationSpec> specs;
    private final Types types;
    private final V2Notices v2;
    private final V3Notices v3;
    private final NotificationSender sender;
    private final NotificationRoutes routes;
    private final Queue<Flaw> flaws = new ConcurrentLinkedQueue<>();

    private NoticeDispatcher(
            List<NotificationSpec> specs,
            Types types,
            V2Notices v2,
            V3Notices v3,
            NotificationSender sender,
            NotificationRoutes routes) {
        this.specs = specs;
        this.types = types;
        this.v2 = v2;
        this.v3 = v3;
        this.sender = sender;
        this.routes = routes;
    }

    /** Creates the dispatcher of a merchant. */
    public static NoticeDispatcher create(
            List<NotificationSpec> specs,
            Operations operations,
            Identity identity,
            String appid,
            Clock clock,
            NotificationSender sender,
            NotificationRoutes routes) {
        V3Responses responses = new V3Responses(operations, identity.caller(), appid);
        V3ResponseSigner signer = new V3ResponseSigner(identity.platformKeys(), clock);
        return new NoticeDispatcher(
                specs,
                operations.types(),
                new V2Notices(operations, identity, appid, clock),
                new V3Notices(responses, signer, identity.platformKeys().suite(), identity.v3Key(), clock),
                sender,
                routes);
    }

    /**
     * Sends a notification and returns its id.
     *
     * @throws IllegalArgumentException if the notification has no spec, if a value does not follow it, or if the URL
     *     has a host to which nothing may be sent
     */
    public String send(URI url, NoticeDraft notice) {
        routes.refusal(url).ifPresent(refusal -> {
            throw new IllegalArgumentException(refusal);
        });
        spec(notice).ifPresent(spec -> NoticeFields.check(spec, notice, types));
        return send(url.toString(), notice);
    }

    /** Returns the ids of the notifications that have a spec. */
    public Set<String> ids() {
        return specs.stream().map(NotificationSpec::id).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the attempts that have not ended. */
    public List<PendingDelivery> pending() {
        return sender.pending();
    }

    /** Adds a fault to the next {@link #dispatch} whose protocol has it. */
    public void spoilNext(Flaw flaw) {
        flaws.add(flaw);
    }

    /** Sends a notification of a change of an order; does nothing if the notification has no spec. */
    public void dispatch(String url, NoticeDraft notice) {
        if (spec(notice).isPresent()) {
            send(url, takeFlaw(notice.protocol()).map(notice::withFlaw).orElse(notice));
        }
    }

    /** Removes and returns the first of the waiting faults that the protocol has. */
    private Optional<Flaw> takeFlaw(Protocol protocol) {
        return flaws.stream()
                .filter(flaw -> protocol == Protocol.V3 || flaw.isInV2())
                .findFirst()
                .filter(flaws::remove);
    }

    private Optional<NotificationSpec> spec(NoticeDraft notice) {
        return specs.stream()
                .filter(each ->
                        each.protocol() == notice.protocol() && each.id().equals(notice.specId()))
                .findFirst();
    }

    /** Returns the ids of the protocol that begin with the same word; all ids if there are none. */
    private String alike(NoticeDraft notice) {
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

    private String send(String url, NoticeDraft notice) {
        NotificationSpec spec = spec(notice)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no spec describes the notification " + notice + "; there are " + alike(notice)));
        OutgoingNotice outgoing = notice.protocol() == Protocol.V2 ? v2.make(spec, notice) : v3.make(spec, notice);
        for (int i = 0; i < notice.copies(); i++) {
            sender.send(spec.id(), url, outgoing);
        }
        return outgoing.id();
    }

    /**
     * Cancels all deliveries and removes the waiting faults.
     *
     * @param clearLog removes the attempts so far; none of them is logged later
     */
    public void reset(Runnable clearLog) {
        flaws.clear();
        sender.cancelAll(clearLog);
    }

    /** Stops sending. */
    public void close() {
        sender.close();
    }
}
