package io.github.wxpaycodegen.simulator.internal.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The orders and refunds of the merchant, in memory, and the rules by which their states change: the same for both
 * protocols, for the gateway behind them is one. Whatever has a state is handed out as a snapshot.
 */
public final class Ledger {
    /** Who is told what becomes of orders; it must not wait for anything. */
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

    private final Clock clock;
    private final Numbers numbers;
    private final Listener listener;
    private final Map<Key, Payment> payments = new LinkedHashMap<>();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();
    private boolean refundsHeld;
    private int passwords;

    public Ledger(Clock clock, Numbers numbers, Listener listener) {
        this.clock = clock;
        this.numbers = numbers;
        this.listener = listener;
    }

    /** Takes an order. Asked again in the same words while it is unpaid it answers the same. */
    public synchronized Payment create(Order order) throws ProblemException {
        requireMoney(order.total());
        Optional<Payment> earlier = find(order.subMchid(), order.outTradeNo());
        if (earlier.isEmpty()) {
            Instant now = clock.instant();
            return keep(new Payment(order, numbers.prepayId(now), now, TradeState.NOTPAY, Optional.empty()));
        }
        open(earlier.get());
        if (!earlier.get().order().equals(order)) {
            throw new ProblemException(Problem.NUMBER_USED);
        }
        return earlier.get();
    }

    public synchronized Payment byNumber(String subMchid, String outTradeNo) throws ProblemException {
        return find(subMchid, outTradeNo).orElseThrow(() -> new ProblemException(Problem.NO_ORDER));
    }

    public synchronized Payment byTransaction(String transactionId) throws ProblemException {
        return payments().stream()
                .filter(payment -> payment.receipt()
                        .filter(receipt -> receipt.transactionId().equals(transactionId))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NO_ORDER));
    }

    /** Takes an order that nobody has paid from the payer. */
    public synchronized Payment close(Payment payment) throws ProblemException {
        return keep(open(payment).with(TradeState.CLOSED));
    }

    /** The payer pays the whole of it. */
    public synchronized Payment pay(Payment payment) throws ProblemException {
        Instant now = clock.instant();
        Receipt receipt = new Receipt(numbers.transactionId(now), openid(payment.order()), "OTHERS", now);
        Payment paid = keep(open(payment).paid(receipt));
        listener.paid(paid);
        return paid;
    }

    /** The payer shows a code, which pays at once, unless a password is asked for: then it is the payer's turn. */
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

    /** One more payment by code asks for a password. */
    public synchronized void askForPassword() {
        passwords++;
    }

    /** The payer's bank refuses. */
    public synchronized Payment fail(Payment payment) throws ProblemException {
        return keep(open(payment).with(TradeState.PAYERROR));
    }

    /** Undoes an order whatever its outcome: what was paid goes back. Once more changes nothing. */
    public synchronized Payment reverse(Payment payment) throws ProblemException {
        Payment current = current(payment);
        if (current.state() == TradeState.REFUND) {
            throw new ProblemException(Problem.REFUNDED);
        }
        return keep(current.with(TradeState.REVOKED));
    }

    /** Takes a refund of a payment. Asked again in the same words it answers how far it is. */
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
        if (request.total() != payment.order().total()) {
            throw new ProblemException(Problem.AMOUNT_DIFFERS);
        }
        if (request.amount() > payment.order().total() - refunded(payment)) {
            throw new ProblemException(Problem.REFUND_TOO_LARGE);
        }
        Instant now = clock.instant();
        Payment changed = keep(current.with(TradeState.REFUND));
        Refund refund =
                new Refund(request, numbers.refundId(now), changed, now, Refund.State.PROCESSING, Optional.empty());
        return process(refund);
    }

    /** Tries once more to give back what could not be given back. */
    public synchronized Refund retry(Refund refund) throws ProblemException {
        Refund current = refund(refund.request().outRefundNo());
        if (current.state() != Refund.State.ABNORMAL) {
            throw new ProblemException(Problem.REFUND_SETTLED);
        }
        return process(current.processing());
    }

    private Refund process(Refund refund) throws ProblemException {
        refunds.put(refund.request().outRefundNo(), refund);
        if (!refundsHeld) {
            settle(refund, Refund.State.SUCCESS);
        }
        return refund;
    }

    public synchronized Refund refund(String outRefundNo) throws ProblemException {
        Refund refund = refunds.get(outRefundNo);
        if (refund == null) {
            throw new ProblemException(Problem.NO_REFUND);
        }
        return refund;
    }

    /** The refunds that fit, oldest first. */
    public synchronized List<Refund> refunds(Predicate<Refund> fits) throws ProblemException {
        List<Refund> found = refunds().stream().filter(fits).toList();
        if (found.isEmpty()) {
            throw new ProblemException(Problem.NO_REFUND);
        }
        return found;
    }

    /** Ends a refund that is being processed. */
    public synchronized Refund settle(Refund refund, Refund.State state) throws ProblemException {
        if (refund(refund.request().outRefundNo()).state() != Refund.State.PROCESSING) {
            throw new ProblemException(Problem.REFUND_SETTLED);
        }
        Refund settled = refund.settled(state, clock.instant());
        refunds.put(settled.request().outRefundNo(), settled);
        listener.settled(settled);
        return settled;
    }

    /** From now on a refund is being processed until someone settles it; otherwise that is as soon as it is answered. */
    public synchronized void holdRefunds() {
        refundsHeld = true;
    }

    /** All of them, oldest first. */
    public synchronized List<Payment> payments() {
        Instant now = clock.instant();
        return payments.values().stream().map(payment -> payment.at(now)).toList();
    }

    /** All of them, oldest first. */
    public synchronized List<Refund> refunds() {
        return new ArrayList<>(refunds.values());
    }

    private Optional<Payment> find(String subMchid, String outTradeNo) {
        return Optional.ofNullable(payments.get(new Key(subMchid, outTradeNo)))
                .map(payment -> payment.at(clock.instant()));
    }

    private Payment keep(Payment payment) {
        payments.put(Key.of(payment.order()), payment);
        return payment;
    }

    /** As it stands now: what the caller has may be older. */
    private Payment current(Payment payment) {
        return find(payment.order().subMchid(), payment.order().outTradeNo()).orElseThrow();
    }

    /** The same, if it can still be paid. */
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
        return refunds.values().stream()
                .filter(refund -> refund.payment().order().equals(payment.order()))
                .filter(refund -> refund.state().holdsMoney())
                .mapToLong(refund -> refund.request().amount())
                .sum();
    }

    /** The payer whom the order names, or one whom the payment finds. */
    private static String openid(Order order) {
        return order.field("payer.openid")
                .or(() -> order.field("payer.sp_openid"))
                .or(() -> order.field("openid"))
                .orElse("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o");
    }
}
