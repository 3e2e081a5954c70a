package io.github.wxpaycodegen.simulator.internal.notices;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Ledger;
import io.github.wxpaycodegen.simulator.internal.orders.Order;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Refund;
import io.github.wxpaycodegen.simulator.internal.v2.V2Algorithm;
import io.github.wxpaycodegen.simulator.internal.v2.V2Fields;
import io.github.wxpaycodegen.simulator.internal.v3.V3Fields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Notifies merchants of the outcome of orders and refunds, at the URLs in their requests. */
public final class OrderNotices implements Ledger.Listener {
    private final NoticeDispatcher dispatcher;

    /** Creates a listener that sends through a dispatcher. */
    public OrderNotices(NoticeDispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @Override
    public void paid(Payment payment) {
        Order order = payment.order();
        NoticeDraft notice = order.protocol() == Protocol.V3
                ? NoticeDraft.exactly(Protocol.V3, "TRANSACTION.SUCCESS", V3Fields.of(payment))
                : NoticeDraft.exactly(Protocol.V2, "transaction-success", v2Payment(payment))
                        .withAlgorithm(
                                V2Algorithm.named(order.field("sign_type").orElse(""))
                                        .orElse(V2Algorithm.MD5));
        order.notifyUrl().ifPresent(url -> dispatcher.dispatch(url, notice));
    }

    @Override
    public void settled(Refund refund) {
        NoticeDraft notice = refund.request().protocol() == Protocol.V3
                ? NoticeDraft.exactly(Protocol.V3, "REFUND." + refund.state(), resource(refund))
                : NoticeDraft.exactly(Protocol.V2, "refund-processed", v2Refund(refund));
        refund.request().field("notify_url").ifPresent(url -> dispatcher.dispatch(url, notice));
    }

    /** Unlike the response to a query, the notification of a payment has no state. */
    private static Map<String, String> v2Payment(Payment payment) {
        Map<String, String> fields = V2Fields.of(payment);
        fields.remove("trade_state");
        return fields;
    }

    private static Map<String, String> v2Refund(Refund refund) {
        Map<String, String> accepted = V2Fields.accepted(refund);
        Map<String, String> secret = new LinkedHashMap<>(accepted);
        secret.putAll(V2Fields.of(refund));
        secret.put("settlement_total_fee", accepted.getOrDefault("total_fee", ""));
        secret.put("refund_request_source", "API");
        Map<String, String> fields = new LinkedHashMap<>(accepted);
        secret.forEach((name, value) -> fields.put("req_info." + name, value));
        return fields;
    }

    /** Returns the fields of a query of the refund, and those of its merchants. */
    private static Map<String, String> resource(Refund refund) {
        Map<String, String> fields = new LinkedHashMap<>(V3Fields.of(refund));
        Map<String, String> order = V3Fields.of(refund.payment());
        for (String name : new String[] {"mchid", "sp_mchid", "sub_mchid"}) {
            Optional.ofNullable(order.get(name)).ifPresent(value -> fields.put(name, value));
        }
        return fields;
    }
}
