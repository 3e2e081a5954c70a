package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.products.CombinedLedger;

/**
 * Actions of payers on combined orders (合单). Returned by {@link Simulator#combinedOrders()}.
 *
 * <p>An order is identified by its {@code combine_out_trade_no}. Its sub-orders are orders, too: {@link Orders#state} knows them, and
 * each is refunded on its own; but they are paid and closed only together. An action on an order that does not exist, or whose state does
 * not allow it, throws {@link IllegalStateException}.
 */
public final class CombinedOrders {
    private final CombinedLedger ledger;

    CombinedOrders(CombinedLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Pays all sub-orders, and notifies the order's {@code notify_url} once.
     *
     * @return the {@code combine_transaction_id}; each sub-order has a {@code transaction_id} of its own
     */
    public String pay(String combineOutTradeNo) {
        return DirectActions.perform(combineOutTradeNo, () -> ledger.pay(combineOutTradeNo))
                .transactionId();
    }

    /** Ends the time in which the sub-orders can be paid. They stay {@code NOTPAY} until the merchant closes them. */
    public void expire(String combineOutTradeNo) {
        DirectActions.perform(combineOutTradeNo, () -> {
            ledger.expire(combineOutTradeNo);
            return combineOutTradeNo;
        });
    }

    void reset() {
        ledger.clear();
    }
}
