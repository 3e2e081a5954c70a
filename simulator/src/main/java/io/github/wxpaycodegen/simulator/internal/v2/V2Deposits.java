package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import java.util.LinkedHashMap;
import java.util.Map;

/** The v2 operations of deposits (押金): orders that are paid, queried and reversed as others, and consumed. */
public final class V2Deposits {
    private static final String HOME = "v2/deposit/";

    private final Ledger ledger;
    private final V2Payments payments;

    /**
     * Creates the operations on the orders of a ledger.
     *
     * @param payments what deposits have in common with other orders
     */
    public V2Deposits(Ledger ledger, V2Payments payments) {
        this.ledger = ledger;
        this.payments = payments;
    }

    /** Adds the operations. */
    public void addTo(StatefulOperations operations) {
        operations.add("POST", HOME + "unifiedorder", request -> payments.unifiedOrder(deposit(request)));
        operations.add("POST", HOME + "micropay", request -> payments.payByCode(deposit(request), "MICROPAY"));
        operations.add("POST", HOME + "facepay", request -> payments.payByCode(deposit(request), "FACEPAY"));
        operations.add("POST", HOME + "orderquery", request -> V2Fields.of(payments.payment(request)));
        operations.add("POST", HOME + "reverse", payments::reverse);
        operations.add("POST", HOME + "consume", this::consume);
        operations.add("POST", HOME + "refund", payments::refund);
        operations.add("POST", HOME + "refundquery", payments::refunds);
    }

    /** Marks an order as a deposit. The request of a payment by code can say that it is none. */
    private static Map<String, String> deposit(Map<String, String> request) {
        Map<String, String> order = new LinkedHashMap<>(request);
        order.putIfAbsent("deposit", "Y");
        return order;
    }

    private Map<String, String> consume(Map<String, String> request) throws ProblemException {
        return V2Fields.of(ledger.consume(
                payments.payment(request),
                V2Payments.amount(request, "total_fee"),
                V2Payments.amount(request, "consume_fee")));
    }
}
