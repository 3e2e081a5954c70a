package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.products.RedPacket.Change;
import io.github.wxpaycodegen.simulator.internal.products.RedPacket.Kind;
import io.github.wxpaycodegen.simulator.internal.products.RedPacket.State;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The red packets of the merchant, in memory, and the rules for changing their states. The limits are those that the
 * official page of {@code sendredpack} calls the usual ones.
 */
public final class RedPacketLedger {
    private static final Duration RECEIPT = Duration.ofHours(24);
    private static final Duration QUERIES = Duration.ofDays(30);

    /** Limits of each part, in fen, of a red packet whose request names no scene. */
    private static final long LEAST = 100;

    private static final long MOST = 20_000;
    private static final int A_DAY_OF_USER = 10;
    private static final long MONEY_A_DAY_OF_USER = 100_000;
    private static final long MONEY_A_DAY = 100_000_000;

    /** Fields of the call and not of the red packet. A repetition from another machine is still a repetition. */
    private static final Set<String> OF_CALL = Set.of("client_ip", "risk_info");

    private final Clock clock;
    private final Numbers numbers;
    private final Register<RedPacket> packets = new Register<>(Problem.NO_RED_PACKET, Problem.RED_PACKET_DIFFERS);
    private boolean held;

    /** Creates an empty ledger. */
    public RedPacketLedger(Clock clock, Numbers numbers) {
        this.clock = clock;
        this.numbers = numbers;
    }

    /** Keeps later red packets in sending, and later returns in process, until they are settled. */
    public synchronized void hold() {
        held = true;
    }

    /** Removes all red packets. Later ones are settled at once. */
    public synchronized void clear() {
        packets.clear();
        held = false;
    }

    /**
     * Sends a red packet. An equal request returns the existing one.
     *
     * @throws ProblemException also if it is still being sent or has failed, because that is an error on the wire
     */
    public synchronized RedPacket send(Kind kind, Map<String, String> request) throws ProblemException {
        String number = request.getOrDefault("mch_billno", "");
        Map<String, String> content = new LinkedHashMap<>(request);
        content.keySet().removeAll(OF_CALL);
        RedPacket sent = current(packets.create(number, content, () -> packet(number, kind, content)));
        if (sent.kind() != kind) {
            throw new ProblemException(Problem.RED_PACKET_DIFFERS);
        }
        return switch (sent.state()) {
            case SENDING -> throw new ProblemException(Problem.RED_PACKET_PROCESSING);
            case FAILED -> throw new ProblemException(Problem.RED_PACKET_FAILED);
            case SENT, RECEIVED, RFUND_ING, REFUND -> sent;
        };
    }

    private RedPacket packet(String number, Kind kind, Map<String, String> request) throws ProblemException {
        Instant now = clock.instant();
        RedPacket packet = new RedPacket(
                number,
                request,
                kind,
                numbers.redPacketId(now),
                now,
                held ? State.SENDING : State.SENT,
                "",
                List.of(),
                Optional.empty());
        if (packet.amount() <= 0) {
            throw new ProblemException(Problem.NO_MONEY);
        }
        requireUsers(packet);
        requireUsualAmount(packet);
        requireRest(packet, BeijingTime.day(now));
        return packet;
    }

    private static void requireUsers(RedPacket packet) throws ProblemException {
        // Each user gets a fen at least.
        long most = packet.kind() == Kind.GROUP ? packet.amount() : 1;
        boolean right = packet.users() >= 1 && packet.users() <= most;
        if (!right) {
            throw new ProblemException(Problem.RED_PACKET_USERS);
        }
    }

    private static void requireUsualAmount(RedPacket packet) throws ProblemException {
        long users = packet.users();
        // A product of large numbers would overflow.
        boolean usual = packet.amount() / users >= LEAST && (packet.amount() - 1) / users < MOST;
        if (!usual && packet.text("scene_id").isEmpty()) {
            throw new ProblemException(Problem.RED_PACKET_AMOUNT);
        }
    }

    private void requireRest(RedPacket packet, LocalDate today) throws ProblemException {
        List<RedPacket> sentToday = packets.all().stream()
                .filter(each -> BeijingTime.day(each.created()).equals(today))
                .filter(each -> each.state() != State.FAILED)
                .toList();
        if (packet.amount() > MONEY_A_DAY - amount(sentToday)) {
            throw new ProblemException(Problem.RED_PACKET_MONEY_OF_MERCHANT);
        }
        // Who receives which part of a group's red packet is not known yet.
        List<RedPacket> toUser = sentToday.stream()
                .filter(each -> each.kind() != Kind.GROUP && each.openid().equals(packet.openid()))
                .toList();
        if (packet.kind() == Kind.GROUP) {
            return;
        }
        if (toUser.size() >= A_DAY_OF_USER) {
            throw new ProblemException(Problem.RED_PACKETS_OF_USER);
        }
        if (packet.amount() > MONEY_A_DAY_OF_USER - amount(toUser)) {
            throw new ProblemException(Problem.RED_PACKET_MONEY_OF_USER);
        }
    }

    private static long amount(List<RedPacket> packets) {
        return packets.stream().mapToLong(RedPacket::amount).sum();
    }

    /**
     * Returns the red packet with a {@code mch_billno}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized RedPacket packet(String mchBillno) throws ProblemException {
        return current(packets.find(mchBillno));
    }

    /**
     * Returns a red packet to the merchant's query, which finds only those of the last 30 days.
     *
     * @param work true for one to a user of a corporation, which has a query of its own
     * @throws ProblemException if there is none
     */
    public synchronized RedPacket query(String mchBillno, boolean work) throws ProblemException {
        RedPacket packet = packet(mchBillno);
        boolean old = clock.instant().isAfter(packet.created().plus(QUERIES));
        if (old || work != (packet.kind() == Kind.WORK)) {
            throw new ProblemException(Problem.NO_RED_PACKET);
        }
        return packet;
    }

    /** Returns all red packets, oldest first. */
    public synchronized List<RedPacket> packets() {
        return packets.all().stream().map(this::current).toList();
    }

    /** Returns what nobody has received in time. */
    private RedPacket current(RedPacket packet) {
        Instant end = packet.created().plus(RECEIPT);
        return packet.state() == State.SENT && !clock.instant().isBefore(end) ? returned(packet, end) : packet;
    }

    private RedPacket returned(RedPacket packet, Instant time) {
        return packets.keep(held ? packet.with(State.RFUND_ING) : packet.returned(time));
    }

    /** Receives a red packet as its user. Of a group's one it is the next part; the parts are equal, the last has the rest. */
    public synchronized RedPacket receive(String mchBillno) throws ProblemException {
        RedPacket sent = in(mchBillno, Change.RECEIVE);
        int earlier = sent.receipts().size();
        long part = earlier == sent.users() - 1 ? sent.rest() : sent.amount() / sent.users();
        String openid = earlier == 0 ? sent.openid() : sent.openid() + "-" + (earlier + 1);
        return packets.keep(sent.received(new RedPacket.Receipt(openid, part, clock.instant())));
    }

    /** Returns what nobody has received, as if the time for it were over. */
    public synchronized RedPacket expire(String mchBillno) throws ProblemException {
        return returned(in(mchBillno, Change.EXPIRE), clock.instant());
    }

    /** Completes the sending of a red packet, or its return. */
    public synchronized RedPacket settle(String mchBillno) throws ProblemException {
        RedPacket open = in(mchBillno, Change.SETTLE);
        return packets.keep(open.state() == State.SENDING ? open.with(State.SENT) : open.returned(clock.instant()));
    }

    /** Fails the sending of a red packet. */
    public synchronized RedPacket fail(String mchBillno, String reason) throws ProblemException {
        return packets.keep(in(mchBillno, Change.FAIL).failed(reason));
    }

    private RedPacket in(String mchBillno, Change change) throws ProblemException {
        RedPacket packet = packet(mchBillno);
        change.require(packet.state(), Problem.RED_PACKET_STATE);
        return packet;
    }
}
