package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.Refund;
import java.util.List;
import java.util.function.Predicate;

/**
 * What happens to orders and refunds outside of the merchant's sight: payers pay, and banks settle. Given by {@link
 * Simulator#orders()}.
 *
 * <p>An order is named by its {@code out_trade_no}, whichever protocol created it; where several sub-merchants have one of
 * that number, the oldest is meant. What cannot happen, for there is no such order, or its state does not allow it, throws
 * {@link IllegalStateException}.
 */
public final class Orders {
    private final Ledger ledger;

    Orders(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The payer pays the whole order, and its {@code notify_url} hears of it.
     *
     * @return the {@code transaction_id}
     */
    public String pay(String outTradeNo) {
        Payment paid = DirectActions.perform(outTradeNo, () -> ledger.pay(find(outTradeNo)));
        return paid.receipt().orElseThrow().transactionId();
    }

    /**
     * The next payment by code asks for the payer's password: it is {@code USERPAYING} until {@link #pay} or {@link
     * #failPayment}. Otherwise it is paid at once.
     */
    public void askForPassword() {
        ledger.askForPassword();
    }

    /** The payer's attempt fails: {@code PAYERROR}. The order can still be paid or closed. */
    public void failPayment(String outTradeNo) {
        DirectActions.perform(outTradeNo, () -> ledger.fail(find(outTradeNo)));
    }

    /** The order's time is over: {@code CLOSED}. One with a {@code time_expire} closes by itself then. */
    public void expire(String outTradeNo) {
        DirectActions.perform(outTradeNo, () -> ledger.close(find(outTradeNo)));
    }

    /**
     * From now on an accepted refund stays {@code PROCESSING} until it is settled here. Otherwise it succeeds as soon as it
     * is answered, and its {@code notify_url} hears of it.
     */
    public void holdRefunds() {
        ledger.holdRefunds();
    }

    /** A refund that is being processed succeeds, and its {@code notify_url} hears of it. */
    public void settleRefund(String outRefundNo) {
        settle(outRefundNo, Refund.State.SUCCESS);
    }

    /** A refund that is being processed is given up: {@code CLOSED}. Its amount can be refunded anew. */
    public void closeRefund(String outRefundNo) {
        settle(outRefundNo, Refund.State.CLOSED);
    }

    /** The payer's bank does not take the money: {@code ABNORMAL}. */
    public void failRefund(String outRefundNo) {
        settle(outRefundNo, Refund.State.ABNORMAL);
    }

    /** The state of an order by the name that a query answers: {@code NOTPAY}, {@code SUCCESS}, {@code REFUND}. */
    public String state(String outTradeNo) {
        return DirectActions.perform(outTradeNo, () -> find(outTradeNo)).state().name();
    }

    /** The state of a refund by the name that a v3 query answers: {@code PROCESSING}, {@code SUCCESS}. */
    public String refundState(String outRefundNo) {
        return DirectActions.perform(outRefundNo, () -> ledger.refund(outRefundNo))
                .state()
                .name();
    }

    /** Snapshots of all orders, oldest first. */
    List<Payment> payments() {
        return ledger.payments();
    }

    /** Snapshots of all refunds, oldest first. */
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
