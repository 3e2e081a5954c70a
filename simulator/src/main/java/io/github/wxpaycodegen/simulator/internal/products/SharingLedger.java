package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Numbers;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.orders.Shares;
import io.github.wxpaycodegen.simulator.internal.orders.TradeState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The profit sharing of the merchant's payments, in memory, and its rules. The money is in the {@link Ledger} of the payments, so
 * that a refund and a share cannot both get it.
 */
public final class SharingLedger {
    /** Listener that is notified of shares that arrived and of returns. It must not block. */
    public interface Listener {
        void shared(SharingOrder order, Share share);

        void returned(SharingReturn back);
    }

    /** A share as the merchant requested it; {@code amount} is in fen. */
    public record Part(String type, String account, long amount, String description) {}

    /** An account that may get shares of a sub-merchant's payments, or of the merchant's own. */
    public record Receiver(String subMchid, String type, String account) {}

    private static final Duration READY = Duration.ofMinutes(1);
    /** The most requests that share one payment, and the most that take back from one of them. */
    private static final int MOST = 50;

    private static final Duration RETURN_PERIOD = Duration.ofDays(180);
    private static final int WHOLE = 10_000;
    private static final int USUAL_RATIO = 3_000;

    private final Ledger ledger;
    private final Clock clock;
    private final Numbers numbers;
    private final String mchid;
    private final Listener listener;
    private final Set<Receiver> receivers = new HashSet<>();
    private final Register<SharingOrder> orders = new Register<>(Problem.NO_SHARES, Problem.SHARES_DIFFER);
    private final Register<SharingReturn> returns =
            new Register<>(Problem.NO_SHARE_RETURN, Problem.SHARE_RETURN_DIFFERS);
    private int maxRatio = USUAL_RATIO;
    private boolean held;

    /** Creates a ledger without any shares. */
    public SharingLedger(Ledger ledger, Clock clock, Numbers numbers, String mchid, Listener listener) {
        this.ledger = ledger;
        this.clock = clock;
        this.numbers = numbers;
        this.mchid = mchid;
        this.listener = listener;
    }

    /** Sets the part of a payment that can be shared at most, in ten thousandths. */
    public synchronized void maxRatio(int permyriad) {
        maxRatio = permyriad;
    }

    /** Returns the part of a payment that can be shared at most, in ten thousandths. */
    public synchronized int maxRatio() {
        return maxRatio;
    }

    /** Keeps later shares and returns pending until they are settled; otherwise they are settled at once. */
    public synchronized void hold() {
        held = true;
    }

    /** Removes all receivers, orders and returns, and restores the usual ratio. Later shares are settled at once. */
    public synchronized void clear() {
        receivers.clear();
        orders.clear();
        returns.clear();
        maxRatio = USUAL_RATIO;
        held = false;
    }

    /** Adds a receiver. Adding it again has no effect. */
    public synchronized void add(Receiver receiver) {
        receivers.add(receiver);
    }

    /** Removes a receiver. Removing it again has no effect. */
    public synchronized void remove(Receiver receiver) {
        receivers.remove(receiver);
    }

    /**
     * Shares a payment. An equal request returns the existing order.
     *
     * @param request the fields of the request by their path
     * @param last true to release the rest to the merchant
     */
    public synchronized SharingOrder share(
            String subMchid, Map<String, String> request, String transactionId, List<Part> parts, boolean last)
            throws ProblemException {
        return create(subMchid, request, () -> {
            Payment payment = shareable(subMchid, transactionId);
            requireFewShares(payment);
            List<Share> shares = new ArrayList<>(take(payment, parts));
            if (last) {
                shares.addAll(release(payment, "解冻给分账方"));
            }
            return order(subMchid, request, payment, shares);
        });
    }

    /** A request that only releases the rest is none that shares. */
    private void requireFewShares(Payment payment) throws ProblemException {
        long earlier = orders.all().stream()
                .filter(order -> order.payment().order().equals(payment.order()))
                .filter(order -> order.shares().stream().anyMatch(share -> !share.own()))
                .count();
        if (earlier >= MOST) {
            throw new ProblemException(Problem.TOO_MANY_SHARES);
        }
    }

    /** Takes the amounts of the receivers from the payment. */
    private List<Share> take(Payment payment, List<Part> parts) throws ProblemException {
        long amount = 0;
        for (Part part : parts) {
            if (part.amount() <= 0) {
                throw new ProblemException(Problem.NO_MONEY);
            }
            if (!receivers.contains(new Receiver(payment.order().subMchid(), part.type(), part.account()))) {
                throw new ProblemException(Problem.NO_RECEIVER);
            }
            amount = saturated(amount, part.amount());
        }
        long shared = amount;
        // Otherwise a refund might take the same money in between.
        synchronized (ledger) {
            if (shared > ledger.frozen(payment)) {
                throw new ProblemException(Problem.NOTHING_TO_SHARE);
            }
            if (ledger.shares(payment).shared() + shared > payment.order().total() * maxRatio / WHOLE) {
                throw new ProblemException(Problem.SHARE_TOO_LARGE);
            }
            ledger.share(payment, money -> money.plus(shared));
        }
        return parts.stream().map(part -> pending(part, false)).toList();
    }

    /** Adds two positive amounts: a sum that overflowed would be negative, and so small enough to be shared. */
    private static long saturated(long first, long second) {
        return second > Long.MAX_VALUE - first ? Long.MAX_VALUE : first + second;
    }

    /** Releases what is still frozen to the merchant. An equal request returns the existing order. */
    public synchronized SharingOrder unfreeze(
            String subMchid, Map<String, String> request, String transactionId, String description)
            throws ProblemException {
        return create(subMchid, request, () -> {
            Payment payment = shareable(subMchid, transactionId);
            if (ledger.frozen(payment) == 0) {
                throw new ProblemException(Problem.NOTHING_TO_SHARE);
            }
            return order(subMchid, request, payment, release(payment, description));
        });
    }

    /** Returns the share that releases the rest to the merchant; none if there is no rest. */
    private List<Share> release(Payment payment, String description) {
        long rest;
        synchronized (ledger) {
            rest = ledger.frozen(payment);
            ledger.share(payment, Shares::asUnfrozen);
        }
        String subMchid = payment.order().subMchid();
        String owner = subMchid.isEmpty() ? mchid : subMchid;
        return rest == 0 ? List.of() : List.of(pending(new Part("MERCHANT_ID", owner, rest, description), true));
    }

    private Share pending(Part part, boolean own) {
        return new Share(
                part.type(),
                part.account(),
                own,
                part.amount(),
                part.description(),
                numbers.shareDetailId(),
                Share.Result.PENDING,
                Optional.empty(),
                Optional.empty());
    }

    private SharingOrder create(String subMchid, Map<String, String> request, Register.Creation<SharingOrder> creation)
            throws ProblemException {
        return orders.create(key(subMchid, request), request, creation, order -> {
            if (!held) {
                settle(order);
            }
        });
    }

    private static String key(String subMchid, Map<String, String> request) {
        return Register.key(subMchid, request.getOrDefault("out_order_no", ""));
    }

    private SharingOrder order(String subMchid, Map<String, String> request, Payment payment, List<Share> shares) {
        Instant now = clock.instant();
        return new SharingOrder(key(subMchid, request), request, payment, numbers.shareId(now), now, shares);
    }

    /** Lets the pending shares of an order arrive. */
    public synchronized SharingOrder settle(SharingOrder order) throws ProblemException {
        SharingOrder current = pending(order);
        Instant now = clock.instant();
        SharingOrder settled = orders.keep(current.with(share -> share.isPending() ? share.settled(now) : share));
        for (Share share : current.shares()) {
            if (share.isPending() && !share.own()) {
                listener.shared(settled, share.settled(now));
            }
        }
        return settled;
    }

    /** Closes the pending shares of a receiver, which does not get them. */
    public synchronized SharingOrder fail(SharingOrder order, String account, String reason) throws ProblemException {
        SharingOrder current = pending(order);
        List<Share> failing = current.shares().stream()
                .filter(share ->
                        share.isPending() && !share.own() && share.account().equals(account))
                .toList();
        if (failing.isEmpty()) {
            throw new ProblemException(Problem.NO_RECEIVER);
        }
        for (Share share : failing) {
            ledger.share(current.payment(), money -> money.plus(-share.amount()));
        }
        Instant now = clock.instant();
        return orders.keep(current.with(share -> failing.contains(share) ? share.closed(reason, now) : share));
    }

    private SharingOrder pending(SharingOrder order) throws ProblemException {
        SharingOrder current = orders.find(order.key());
        if (current.state().equals("FINISHED")) {
            throw new ProblemException(Problem.SHARE_SETTLED);
        }
        return current;
    }

    /**
     * Returns the order with an {@code out_order_no}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized SharingOrder order(String subMchid, String outOrderNo) throws ProblemException {
        return orders.find(Register.key(subMchid, outOrderNo));
    }

    /**
     * Returns the first order with an {@code out_order_no}, whatever its sub-merchant.
     *
     * @throws ProblemException if there is none
     */
    public synchronized SharingOrder order(String outOrderNo) throws ProblemException {
        return orders.first(order -> order.number().equals(outOrderNo));
    }

    /**
     * Returns the order of a sub-merchant with an {@code order_id}.
     *
     * @throws ProblemException if the sub-merchant has none
     */
    public synchronized SharingOrder orderById(String subMchid, String orderId) throws ProblemException {
        return orders.first(order -> order.orderId().equals(orderId)
                && order.payment().order().subMchid().equals(subMchid));
    }

    /** Returns all orders, oldest first. */
    public synchronized List<SharingOrder> orders() {
        return orders.all();
    }

    /**
     * Returns the amount of a payment that can still be shared, in fen.
     *
     * @throws ProblemException if there is no such payment, or if it cannot be shared
     */
    public synchronized long unshared(String transactionId) throws ProblemException {
        return ledger.frozen(marked(transactionId));
    }

    /** Takes back the share of a merchant. An equal request returns the existing return. */
    public synchronized SharingReturn takeBack(
            String subMchid, Map<String, String> request, SharingOrder order, String account, long amount)
            throws ProblemException {
        String key = Register.key(subMchid, request.getOrDefault("out_return_no", ""));
        return returns.create(
                key,
                request,
                () -> {
                    if (amount <= 0) {
                        throw new ProblemException(Problem.NO_MONEY);
                    }
                    SharingOrder current = orders.find(order.key());
                    requireReturnable(current);
                    if (amount > returnable(current, account)) {
                        throw new ProblemException(Problem.SHARE_RETURN_TOO_LARGE);
                    }
                    Instant now = clock.instant();
                    return new SharingReturn(
                            key,
                            request,
                            order,
                            account,
                            amount,
                            numbers.shareId(now),
                            now,
                            SharingReturn.Result.PROCESSING,
                            Optional.empty(),
                            Optional.empty());
                },
                back -> {
                    if (!held) {
                        settle(back);
                    }
                });
    }

    private void requireReturnable(SharingOrder order) throws ProblemException {
        if (!order.isFinished()) {
            throw new ProblemException(Problem.SHARE_RETURN_TOO_EARLY);
        }
        if (clock.instant().isAfter(order.created().plus(RETURN_PERIOD))) {
            throw new ProblemException(Problem.SHARE_RETURN_TOO_LATE);
        }
        if (returnsOf(order).count() >= MOST) {
            throw new ProblemException(Problem.TOO_MANY_SHARE_RETURNS);
        }
    }

    private Stream<SharingReturn> returnsOf(SharingOrder order) {
        return returns.all().stream().filter(back -> back.order().key().equals(order.key()));
    }

    private long returnable(SharingOrder order, String account) {
        long received = order.shares().stream()
                .filter(share -> share.account().equals(account) && share.type().equals("MERCHANT_ID") && !share.own())
                .filter(share -> share.result() == Share.Result.SUCCESS)
                .mapToLong(Share::amount)
                .sum();
        long returned = returnsOf(order)
                .filter(back -> back.account().equals(account) && back.holdsMoney())
                .mapToLong(SharingReturn::amount)
                .sum();
        return received - returned;
    }

    /** Completes a return: the merchant has the money again. */
    public synchronized SharingReturn settle(SharingReturn back) throws ProblemException {
        SharingReturn settled = finish(back, SharingReturn.Result.SUCCESS, Optional.empty());
        ledger.share(settled.order().payment(), money -> money.plusReturned(settled.amount()));
        listener.returned(settled);
        return settled;
    }

    /** Fails a return: the receiver keeps the money. */
    public synchronized SharingReturn fail(SharingReturn back, String reason) throws ProblemException {
        return finish(back, SharingReturn.Result.FAILED, Optional.of(reason));
    }

    private SharingReturn finish(SharingReturn back, SharingReturn.Result result, Optional<String> reason)
            throws ProblemException {
        SharingReturn current = returns.find(back.key());
        if (current.result() != SharingReturn.Result.PROCESSING) {
            throw new ProblemException(Problem.SHARE_SETTLED);
        }
        return returns.keep(current.finished(result, reason, clock.instant()));
    }

    /**
     * Returns the return with an {@code out_return_no}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized SharingReturn back(String subMchid, String outReturnNo) throws ProblemException {
        return returns.find(Register.key(subMchid, outReturnNo));
    }

    /**
     * Returns the first return with an {@code out_return_no}, whatever its sub-merchant.
     *
     * @throws ProblemException if there is none
     */
    public synchronized SharingReturn back(String outReturnNo) throws ProblemException {
        return returns.first(back -> back.number().equals(outReturnNo));
    }

    /** Returns all returns, oldest first. */
    public synchronized List<SharingReturn> returns() {
        return returns.all();
    }

    /** Returns a payment that can be shared now. */
    private Payment shareable(String subMchid, String transactionId) throws ProblemException {
        Payment payment = marked(transactionId);
        if (!payment.order().subMchid().equals(subMchid)) {
            throw new ProblemException(Problem.NO_ORDER_TO_SHARE);
        }
        if (clock.instant().isBefore(payment.receipt().orElseThrow().time().plus(READY))) {
            throw new ProblemException(Problem.SHARED_TOO_EARLY);
        }
        if (payment.state() == TradeState.REVOKED) {
            throw new ProblemException(Problem.NOTHING_TO_SHARE);
        }
        return payment;
    }

    /** Returns a payment whose order was placed for profit sharing. */
    private Payment marked(String transactionId) throws ProblemException {
        Payment payment;
        try {
            payment = ledger.byTransaction(transactionId);
        } catch (ProblemException e) {
            throw new ProblemException(Problem.NO_ORDER_TO_SHARE);
        }
        if (!payment.order().sharesProfit()) {
            throw new ProblemException(Problem.NOT_SHARED);
        }
        return payment;
    }
}
