package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Order;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Refund;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Actions of payers and banks on orders and refunds, which the merchant does not see. Returned by {@link
 * Simulator#orders()}.
 *
 * <p>Deposits (押金) and their refunds are among them.
 *
 * <p>An order is identified by its {@code out_trade_no}, whatever protocol created it; if several sub-merchants use the
 * same number, it is the oldest. An action on an order that does not exist, or whose state does not allow it, throws
 * {@link IllegalStateException}.
 */
public final class Orders {
    private final Ledger ledger;
    private final Consumer<Order> paid;

    /**
     * Creates the actions.
     *
     * @param paid called after the user paid an order, without a lock
     */
    Orders(Ledger ledger, Consumer<Order> paid) {
        this.ledger = ledger;
        this.paid = paid;
    }

    /**
     * Pays the whole order, and notifies its {@code notify_url}. The user also signs the contract that the order offers
     * ({@code contractorder}).
     *
     * @return the {@code transaction_id}
     */
    public String pay(String outTradeNo) {
        Payment payment = DirectActions.perform(outTradeNo, () -> ledger.pay(find(outTradeNo)));
        paid.accept(payment.order());
        return payment.receipt().orElseThrow().transactionId();
    }

    /**
     * Makes the next payment by code ask for the payer's password: the order is {@code USERPAYING} until {@link #pay}
     * or {@link #failPayment} is called. Otherwise it is paid at once.
     */
    public void askForPassword() {
        ledger.askForPassword();
    }

    /** Fails the payer's attempt: {@code PAYERROR}. The order can still be paid or closed. */
    public void failPayment(String outTradeNo) {
        DirectActions.perform(outTradeNo, () -> ledger.fail(find(outTradeNo)));
    }

    /**
     * Ends the time in which the order can be paid, as its {@code time_expire} does, or the end of seven days without one. It
     * stays {@code NOTPAY} until the merchant closes it.
     */
    public void expire(String outTradeNo) {
        DirectActions.perform(outTradeNo, () -> ledger.expire(find(outTradeNo)));
    }

    /**
     * Keeps refunds that are accepted from now on {@code PROCESSING} until they are settled here. Otherwise a refund
     * succeeds as soon as it is requested, and its {@code notify_url} is notified.
     */
    public void holdRefunds() {
        ledger.holdRefunds();
    }

    /** Completes a refund that is being processed, and notifies its {@code notify_url}. */
    public void settleRefund(String outRefundNo) {
        settle(outRefundNo, Refund.State.SUCCESS);
    }

    /** Closes a refund that is being processed: {@code CLOSED}. Its amount can be refunded again. */
    public void closeRefund(String outRefundNo) {
        settle(outRefundNo, Refund.State.CLOSED);
    }

    /** Fails a refund that is being processed because the payer's bank rejects it: {@code ABNORMAL}. */
    public void failRefund(String outRefundNo) {
        settle(outRefundNo, Refund.State.ABNORMAL);
    }

    /** Returns the state of an order as a query returns it: {@code NOTPAY}, {@code SUCCESS}, {@code REFUND}. */
    public String state(String outTradeNo) {
        return DirectActions.perform(outTradeNo, () -> find(outTradeNo)).state().name();
    }

    /** Returns the state of a refund as a v3 query returns it: {@code PROCESSING}, {@code SUCCESS}. */
    public String refundState(String outRefundNo) {
        return DirectActions.perform(outRefundNo, () -> ledger.refund(outRefundNo))
                .state()
                .name();
    }

    /** Returns all orders, oldest first. */
    public List<OrderSnapshot> list() {
        return payments().stream().map(OrderSnapshot::of).toList();
    }

    /** Returns all refunds, oldest first. */
    public List<RefundSnapshot> listRefunds() {
        return refunds().stream().map(RefundSnapshot::of).toList();
    }

    void reset() {
        ledger.clear();
    }

    /** Returns snapshots of all orders, oldest first. */
    List<Payment> payments() {
        return ledger.payments();
    }

    /** Returns snapshots of all refunds, oldest first. */
    List<Refund> refunds() {
        return ledger.refunds();
    }

    private void settle(String outRefundNo, Refund.State state) {
        DirectActions.perform(outRefundNo, () -> ledger.settle(ledger.refund(outRefundNo), state));
    }

    private Payment find(String outTradeNo) throws ProblemException {
        Predicate<Payment> fits = payment -> payment.order().outTradeNo().equals(outTradeNo);
        return ledger.payments().stream()
                .filter(fits)
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NO_ORDER));
    }
}
