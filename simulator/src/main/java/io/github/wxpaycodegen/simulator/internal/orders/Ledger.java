package io.github.wxpaycodegen.simulator.internal.orders;

import io.github.wxpaycodegen.generator.model.Protocol;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The orders and refunds of the merchant, in memory, and the rules for changing their states. As in the real gateway,
 * both protocols share them. Payments and refunds are returned as snapshots. If there are very many payments, the
 * oldest finished ones are forgotten, with their refunds.
 */
public final class Ledger {
    /** Listener that is notified of the outcome of payments and refunds. It must not block. */
    public interface Listener {
        void paid(Payment payment);

        void settled(Refund refund);
    }

    private record Key(String subMchid, String outTradeNo) {
        static Key of(Order order) {
            return new Key(order.subMchid(), order.outTradeNo());
        }
    }

    private static final Set<TradeState> REFUNDABLE = Set.of(TradeState.SUCCESS, TradeState.REFUND);
    private static final int MOST_REFUNDS = 50;
    private static final Duration REFUND_PERIOD = Duration.ofDays(365);
    /** After this time, what was not shared is released to the merchant. */
    private static final Duration FREEZE = Duration.ofDays(30);

    private final Clock clock;
    private final Numbers numbers;
    private final Listener listener;
    private final Map<Key, Payment> payments = new LinkedHashMap<>();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();
    private final Map<Key, Shares> shares = new HashMap<>();
    private boolean refundsHeld;
    private int passwords;

    /** Creates an empty ledger. */
    public Ledger(Clock clock, Numbers numbers, Listener listener) {
        this.clock = clock;
        this.numbers = numbers;
        this.listener = listener;
    }

    /**
     * Creates an order. An equal request while the order is unpaid returns the existing one, with a new prepay id if
     * the old one has expired.
     */
    public synchronized Payment create(Order order) throws ProblemException {
        Optional<Payment> earlier = earlier(order);
        Instant now = clock.instant();
        if (earlier.isEmpty()) {
            return keep(Payment.of(order, numbers.prepayId(now), now));
        }
        return earlier.get().isPayable(now) ? earlier.get() : keep(earlier.get().renewed(numbers.prepayId(now), now));
    }

    /**
     * Returns the unpaid payment that an equal order created.
     *
     * @return empty if the order is new
     * @throws ProblemException if the order is not possible
     */
    private Optional<Payment> earlier(Order order) throws ProblemException {
        requireMoney(order.total());
        Optional<Payment> earlier = find(order.subMchid(), order.outTradeNo());
        if (earlier.isPresent()) {
            open(earlier.get());
            if (!earlier.get().order().equals(order)) {
                throw new ProblemException(Problem.NUMBER_USED);
            }
            requireInTime(earlier.get());
        } else if (!order.hasRightCode()) {
            throw new ProblemException(Problem.AUTH_CODE);
        }
        return earlier;
    }

    /** Creates the sub-orders of a combined order: all of them, or none if one is not possible. */
    public synchronized List<Payment> createTogether(List<Order> orders) throws ProblemException {
        if (orders.stream().map(Key::of).distinct().count() < orders.size()) {
            throw new ProblemException(Problem.NUMBER_USED);
        }
        for (Order order : orders) {
            earlier(order);
        }
        List<Payment> created = new ArrayList<>();
        for (Order order : orders) {
            created.add(create(order));
        }
        return created;
    }

    /** Pays the sub-orders of a combined order: all of them, or none if one is not possible. */
    public synchronized List<Payment> payTogether(List<Payment> parts) throws ProblemException {
        for (Payment part : parts) {
            requirePayable(part);
        }
        List<Payment> paid = new ArrayList<>();
        for (Payment part : parts) {
            paid.add(receive(part));
        }
        return paid;
    }

    /** Closes the sub-orders of a combined order: all of them, or none if one is not possible. */
    public synchronized void closeTogether(List<Payment> parts) throws ProblemException {
        for (Payment part : parts) {
            open(part);
        }
        for (Payment part : parts) {
            keep(open(part).with(TradeState.CLOSED));
        }
    }

    /**
     * Returns the payment with an {@code out_trade_no}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Payment byNumber(String subMchid, String outTradeNo) throws ProblemException {
        return find(subMchid, outTradeNo).orElseThrow(() -> new ProblemException(Problem.NO_ORDER));
    }

    /**
     * Returns the payment with a {@code transaction_id}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Payment byTransaction(String transactionId) throws ProblemException {
        return payments().stream()
                .filter(payment -> payment.receipt()
                        .filter(receipt -> receipt.transactionId().equals(transactionId))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NO_ORDER));
    }

    /** Closes an unpaid order. */
    public synchronized Payment close(Payment payment) throws ProblemException {
        requireWhole(payment);
        return keep(open(payment).with(TradeState.CLOSED));
    }

    /** Pays the whole order. */
    public synchronized Payment pay(Payment payment) throws ProblemException {
        requirePayable(payment);
        requireWhole(payment);
        return receive(payment);
    }

    private void requireInTime(Payment payment) throws ProblemException {
        if (payment.isOver(clock.instant())) {
            throw new ProblemException(Problem.TIME_OVER);
        }
    }

    /** Ends the time in which an order can be paid. It stays open until the merchant closes it. */
    public synchronized Payment expire(Payment payment) throws ProblemException {
        return keep(open(payment).ending(clock.instant()));
    }

    private void requirePayable(Payment payment) throws ProblemException {
        requireInTime(open(payment));
        if (!open(payment).isPayable(clock.instant())) {
            throw new ProblemException(Problem.PREPAY_EXPIRED);
        }
    }

    private static void requireWhole(Payment payment) throws ProblemException {
        if (payment.order().isPart()) {
            throw new ProblemException(Problem.PART_OF_COMBINED);
        }
    }

    private Payment receive(Payment payment) throws ProblemException {
        Instant now = clock.instant();
        Receipt receipt = new Receipt(numbers.transactionId(now), openid(payment.order()), "OTHERS", now);
        Payment paid = keep(open(payment).paid(receipt));
        listener.paid(paid);
        return paid;
    }

    /** Pays by code: at once, or, if a password is requested, when the payer enters it. */
    public synchronized Payment payByCode(Payment payment) throws ProblemException {
        Payment current = open(payment);
        if (current.state() == TradeState.USERPAYING) {
            return current;
        }
        if (passwords > 0) {
            passwords--;
            return keep(current.with(TradeState.USERPAYING));
        }
        return pay(current);
    }

    /** Makes one more payment by code request a password. */
    public synchronized void askForPassword() {
        passwords++;
    }

    /** Fails the payment, as the payer's bank does. */
    public synchronized Payment fail(Payment payment) throws ProblemException {
        return keep(open(payment).with(TradeState.PAYERROR));
    }

    /**
     * Reverses an order, whatever its state, and returns the money, but not a consumed deposit. Repeating it has no
     * effect.
     */
    public synchronized Payment reverse(Payment payment) throws ProblemException {
        Payment current = current(payment);
        if (current.consumed().isPresent()) {
            throw new ProblemException(Problem.DEPOSIT_CONSUMED);
        }
        if (current.state() == TradeState.REFUND) {
            throw new ProblemException(Problem.REFUNDED);
        }
        return keep(current.with(TradeState.REVOKED));
    }

    /**
     * Consumes a part of a deposit, or all of it, and returns the rest to the payer. Consuming the same amount again has
     * no effect.
     *
     * @param total the amount of the deposit according to the merchant, in fen
     * @param amount in fen
     */
    public synchronized Payment consume(Payment payment, long total, long amount) throws ProblemException {
        Payment current = current(payment);
        if (!current.order().isDeposit()) {
            throw new ProblemException(Problem.NOT_DEPOSIT);
        }
        if (total != current.order().total() || amount <= 0 || amount > total) {
            throw new ProblemException(Problem.DEPOSIT_AMOUNT);
        }
        if (current.consumed().isPresent()) {
            if (current.consumed().getAsLong() != amount) {
                throw new ProblemException(Problem.DEPOSIT_CONSUMED);
            }
            return current;
        }
        if (current.state() != TradeState.SUCCESS) {
            throw new ProblemException(Problem.NOT_PAID);
        }
        Payment consumed = keep(current.consumed(amount));
        return amount < total ? giveBack(consumed, total - amount, clock.instant()) : consumed;
    }

    /** Gives back the deposits that were not consumed in time. Reading a payment does the same for its own deposit. */
    public synchronized void returnOverdueDeposits() {
        new ArrayList<>(payments.values()).forEach(this::atNow);
    }

    /** Returns money to the payer without a request of the merchant, in a refund whose number is the gateway's. */
    private Payment giveBack(Payment payment, long amount, Instant time) {
        String id = numbers.refundId(time);
        Payment changed = keep(payment.with(TradeState.REFUND));
        Refund.Request request =
                new Refund.Request(Protocol.V2, id, amount, payment.order().total(), Map.of());
        process(new Refund(request, id, changed, time, Refund.State.PROCESSING, Optional.empty()), time);
        return changed;
    }

    /** Creates a refund of a payment. An equal request returns the existing refund. */
    public synchronized Refund refund(Payment payment, Refund.Request request) throws ProblemException {
        requireMoney(request.amount());
        Refund earlier = refunds.get(request.outRefundNo());
        if (earlier != null) {
            return repeated(earlier, payment, request);
        }
        Payment current = current(payment);
        if (!REFUNDABLE.contains(current.state())) {
            throw new ProblemException(Problem.NOT_PAID);
        }
        if (current.order().isDeposit() && current.consumed().isEmpty()) {
            throw new ProblemException(Problem.DEPOSIT_NOT_CONSUMED);
        }
        if (request.total() != payment.order().total()) {
            throw new ProblemException(Problem.AMOUNT_DIFFERS);
        }
        long rest = payment.order().total() - refunded(payment);
        if (request.amount() > rest) {
            throw new ProblemException(Problem.REFUND_TOO_LARGE);
        }
        if (request.amount() > rest - shares(payment).away()) {
            throw new ProblemException(Problem.REFUND_OF_SHARES);
        }
        if (refundsOf(payment).count() >= MOST_REFUNDS) {
            throw new ProblemException(Problem.TOO_MANY_REFUNDS);
        }
        Instant now = clock.instant();
        if (now.isAfter(current.receipt().orElseThrow().time().plus(REFUND_PERIOD))) {
            throw new ProblemException(Problem.REFUND_TOO_LATE);
        }
        Payment changed = keep(current.with(TradeState.REFUND));
        Refund refund =
                new Refund(request, numbers.refundId(now), changed, now, Refund.State.PROCESSING, Optional.empty());
        return process(refund, now);
    }

    /** Retries a failed refund. */
    public synchronized Refund retry(Refund refund) throws ProblemException {
        Refund current = refund(refund.request().outRefundNo());
        if (current.state() != Refund.State.ABNORMAL) {
            throw new ProblemException(Problem.REFUND_SETTLED);
        }
        return process(current.processing(), clock.instant());
    }

    private Refund process(Refund refund, Instant now) {
        refunds.put(refund.request().outRefundNo(), refund);
        if (!refundsHeld) {
            finish(refund, Refund.State.SUCCESS, now);
        }
        return refund;
    }

    /**
     * Returns the refund with an {@code out_refund_no}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized Refund refund(String outRefundNo) throws ProblemException {
        Refund refund = refunds.get(outRefundNo);
        if (refund == null) {
            throw new ProblemException(Problem.NO_REFUND);
        }
        return refund;
    }

    /**
     * Returns the matching refunds, oldest first.
     *
     * @throws ProblemException if there are none
     */
    public synchronized List<Refund> refunds(Predicate<Refund> fits) throws ProblemException {
        List<Refund> found = refunds().stream().filter(fits).toList();
        if (found.isEmpty()) {
            throw new ProblemException(Problem.NO_REFUND);
        }
        return found;
    }

    /** Settles a refund that is being processed. */
    public synchronized Refund settle(Refund refund, Refund.State state) throws ProblemException {
        if (refund(refund.request().outRefundNo()).state() != Refund.State.PROCESSING) {
            throw new ProblemException(Problem.REFUND_SETTLED);
        }
        return finish(refund, state, clock.instant());
    }

    private Refund finish(Refund refund, Refund.State state, Instant now) {
        Refund settled = refund.settled(state, now);
        refunds.put(settled.request().outRefundNo(), settled);
        listener.settled(settled);
        return settled;
    }

    /** Keeps later refunds in processing until {@link #settle} is called; otherwise they are settled at once. */
    public synchronized void holdRefunds() {
        refundsHeld = true;
    }

    /** Returns what became of the frozen money of a payment. */
    public synchronized Shares shares(Payment payment) {
        return shares.getOrDefault(Key.of(payment.order()), Shares.NONE);
    }

    /** Changes what became of the frozen money of a payment. */
    public synchronized void share(Payment payment, UnaryOperator<Shares> change) {
        shares.put(Key.of(payment.order()), change.apply(shares(payment)));
    }

    /** Returns the amount of a payment that is still frozen, so that it can be shared. */
    public synchronized long frozen(Payment payment) {
        Shares current = shares(payment);
        boolean released = current.unfrozen()
                || clock.instant()
                        .isAfter(payment.receipt().orElseThrow().time().plus(FREEZE));
        return released ? 0 : Math.max(0, payment.order().total() - refunded(payment) - current.shared());
    }

    /** Removes all orders and refunds, and settles later refunds at once. Ids are not assigned again. */
    public synchronized void clear() {
        payments.clear();
        refunds.clear();
        shares.clear();
        refundsHeld = false;
        passwords = 0;
    }

    /** Returns all payments, oldest first. */
    public synchronized List<Payment> payments() {
        return new ArrayList<>(payments.values()).stream().map(this::atNow).toList();
    }

    /** Returns all refunds, oldest first. */
    public synchronized List<Refund> refunds() {
        return new ArrayList<>(refunds.values());
    }

    private Optional<Payment> find(String subMchid, String outTradeNo) {
        return Optional.ofNullable(payments.get(new Key(subMchid, outTradeNo))).map(this::atNow);
    }

    /** Returns the present state of a payment, whose deposit may have been given back. */
    private Payment atNow(Payment payment) {
        Instant now = clock.instant();
        Optional<Instant> end = payment.depositEnd().filter(time -> !now.isBefore(time));
        return end.isPresent() ? giveBack(payment, payment.order().total(), end.get()) : payment;
    }

    private Payment keep(Payment payment) {
        payments.put(Key.of(payment.order()), payment);
        if (Retention.trim(payments, each -> each.state().isFinal())) {
            // What is left of a payment goes with it: a refund that was forgotten alone could be made again.
            shares.keySet().retainAll(payments.keySet());
            refunds.values()
                    .removeIf(refund ->
                            !payments.containsKey(Key.of(refund.payment().order())));
        }
        return payment;
    }

    /** Returns the current state of a payment; the snapshot of the caller may be outdated. */
    private Payment current(Payment payment) throws ProblemException {
        return byNumber(payment.order().subMchid(), payment.order().outTradeNo());
    }

    /**
     * Returns the current state of a payment that can still be paid.
     *
     * @throws ProblemException if it cannot
     */
    private Payment open(Payment payment) throws ProblemException {
        Payment current = current(payment);
        return switch (current.state()) {
            case NOTPAY, USERPAYING, PAYERROR -> current;
            case SUCCESS, REFUND -> throw new ProblemException(Problem.PAID);
            case CLOSED -> throw new ProblemException(Problem.CLOSED);
            case REVOKED -> throw new ProblemException(Problem.REVERSED);
        };
    }

    private static void requireMoney(long amount) throws ProblemException {
        if (amount <= 0) {
            throw new ProblemException(Problem.NO_MONEY);
        }
    }

    private static Refund repeated(Refund earlier, Payment payment, Refund.Request request) throws ProblemException {
        Refund.Request before = earlier.request();
        boolean sameMoney = before.amount() == request.amount() && before.total() == request.total();
        if (!sameMoney) {
            throw new ProblemException(Problem.AMOUNT_DIFFERS);
        }
        if (!before.equals(request) || !earlier.payment().order().equals(payment.order())) {
            throw new ProblemException(Problem.REFUND_DIFFERS);
        }
        return earlier;
    }

    private long refunded(Payment payment) {
        return refundsOf(payment).mapToLong(refund -> refund.request().amount()).sum();
    }

    /** Returns the refunds of a payment without those that were closed. */
    private Stream<Refund> refundsOf(Payment payment) {
        return refunds.values().stream()
                .filter(refund -> refund.payment().order().equals(payment.order()))
                .filter(refund -> refund.state().holdsMoney());
    }

    /** Returns the payer that the order names, or a sample. */
    private static String openid(Order order) {
        return order.field("payer.openid")
                .or(() -> order.field("payer.sp_openid"))
                .or(() -> order.field("openid"))
                .orElse("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o");
    }
}
