package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Order;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import java.util.List;
import java.util.Map;

/**
 * An order of several sub-orders, which are paid together; a snapshot. The state is that of the sub-orders.
 *
 * @param key the merchant's number
 * @param protocol of the request, and so of the notification
 * @param parts the sub-orders
 * @param transactionId of the payment; empty before the payment
 */
public record CombinedOrder(
        String key, Map<String, String> request, Protocol protocol, List<Order> parts, String transactionId)
        implements Register.Entry {
    public CombinedOrder {
        request = Map.copyOf(request);
        parts = List.copyOf(parts);
    }

    @Override
    public boolean isFinished() {
        return !transactionId.isEmpty();
    }

    /** Returns the trade type of the sub-orders. */
    public String tradeType() {
        return parts.get(0).tradeType();
    }

    CombinedOrder paid(String transaction) {
        return new CombinedOrder(key, request, protocol, parts, transaction);
    }
}
