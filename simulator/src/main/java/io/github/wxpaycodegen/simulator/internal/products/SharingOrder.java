package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * An order of profit sharing, or one that unfreezes the rest; a snapshot.
 *
 * @param key the sub-merchant and the merchant's number
 * @param payment the payment that is shared, as it was when the order was created
 */
public record SharingOrder(
        String key, Map<String, String> request, Payment payment, String orderId, Instant created, List<Share> shares)
        implements Register.Entry {
    public SharingOrder {
        request = Map.copyOf(request);
        shares = List.copyOf(shares);
    }

    @Override
    public boolean isFinished() {
        return shares.stream().noneMatch(Share::isPending);
    }

    /** Returns the merchant's number. */
    public String number() {
        return text("out_order_no");
    }

    /** Returns the state as on the wire. */
    public String state() {
        return isFinished() ? "FINISHED" : "PROCESSING";
    }

    SharingOrder with(UnaryOperator<Share> change) {
        return new SharingOrder(
                key,
                request,
                payment,
                orderId,
                created,
                shares.stream().map(change).toList());
    }
}
