package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import io.github.wxpaycodegen.simulator.internal.products.PayScoreLedger;
import io.github.wxpaycodegen.simulator.internal.products.PayScoreOrder;
import java.util.List;
import java.util.OptionalLong;

/**
 * Actions of users on payscore orders (支付分). Returned by {@link Simulator#payScore()}.
 *
 * <p>An order is identified by its {@code out_order_no}; if several sub-merchants use the same number, it is the
 * oldest. Its payment is refunded by the {@code transaction_id}. An action on an order that does not exist, or whose
 * state does not allow it, throws {@link IllegalStateException}.
 */
public final class PayScore {
    private final PayScoreLedger ledger;

    PayScore(PayScoreLedger ledger) {
        this.ledger = ledger;
    }

    /** Confirms the order: {@code DOING}, with the notification {@code PAYSCORE.USER_CONFIRM}. */
    public void confirm(String outOrderNo) {
        DirectActions.perform(outOrderNo, () -> ledger.confirm(outOrderNo));
    }

    /**
     * Pays an order that the merchant has completed: {@code DONE}, with the notification {@code PAYSCORE.USER_PAID}.
     *
     * @return the {@code transaction_id}
     */
    public String pay(String outOrderNo) {
        PayScoreOrder paid = DirectActions.perform(outOrderNo, () -> ledger.pay(ledger.order(outOrderNo)));
        return paid.collection().orElseThrow().transactionId();
    }

    /**
     * Lets the order expire as if the user had not confirmed it: {@code EXPIRED}. After 30 days, that happens by
     * itself.
     */
    public void expire(String outOrderNo) {
        DirectActions.perform(outOrderNo, () -> ledger.expire(outOrderNo));
    }

    /**
     * Returns the state of an order: {@code CREATED}, {@code DONE}; while it is {@code DOING}, the description, {@code
     * USER_CONFIRM} or {@code MCH_COMPLETE}.
     */
    public String state(String outOrderNo) {
        return DirectActions.perform(outOrderNo, () -> ledger.order(outOrderNo))
                .state()
                .name();
    }

    /** Returns all orders, oldest first, with the states of {@link #state}. */
    public List<ProductSnapshot> list() {
        return ledger.orders().stream()
                .map(order -> new ProductSnapshot(
                        order.number(),
                        order.state().name(),
                        order.text("service_introduction"),
                        order.total().map(OptionalLong::of).orElse(OptionalLong.empty()),
                        order.created(),
                        Transition.allowed(PayScoreOrder.Change.values(), order.state())))
                .toList();
    }

    void reset() {
        ledger.clear();
    }
}
