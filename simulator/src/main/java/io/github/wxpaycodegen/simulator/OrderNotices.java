package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Protocol;
import io.github.wxpaycodegen.runtime.message.SignType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Tells merchants what became of their orders, at the URLs that they named. */
final class OrderNotices implements Ledger.Listener {
    private final Notifications notifications;

    OrderNotices(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public void paid(Payment payment) {
        Order order = payment.order();
        Notice notice = order.protocol() == Protocol.V3
                ? Notice.exactly(Protocol.V3, "TRANSACTION.SUCCESS", V3Fields.of(payment))
                : Notice.exactly(Protocol.V2, "transaction-success", v2Payment(payment))
                        .signType(SignType.ofValue(order.field("sign_type").orElse(""))
                                .orElse(SignType.MD5));
        order.notifyUrl().ifPresent(url -> notifications.tell(url, notice));
    }

    @Override
    public void settled(Refund refund) {
        Notice notice = refund.request().protocol() == Protocol.V3
                ? Notice.exactly(Protocol.V3, "REFUND." + refund.state(), resource(refund))
                : Notice.exactly(Protocol.V2, "refund-processed", v2Refund(refund));
        refund.request().field("notify_url").ifPresent(url -> notifications.tell(url, notice));
    }

    /** A query tells the state; whoever is notified of a payment knows it. */
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

    /** What a query of the refund tells, and whose it is. */
    private static Map<String, String> resource(Refund refund) {
        Map<String, String> fields = new LinkedHashMap<>(V3Fields.of(refund));
        Map<String, String> order = V3Fields.of(refund.payment());
        for (String name : new String[] {"mchid", "sp_mchid", "sub_mchid"}) {
            Optional.ofNullable(order.get(name)).ifPresent(value -> fields.put(name, value));
        }
        return fields;
    }
}
