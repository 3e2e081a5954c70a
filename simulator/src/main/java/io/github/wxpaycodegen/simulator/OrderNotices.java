package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Protocol;
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
        Notice notice = Notice.exactly(Protocol.V3, "TRANSACTION.SUCCESS", V3Fields.of(payment));
        order.notifyUrl().ifPresent(url -> notifications.tell(url, notice));
    }

    @Override
    public void settled(Refund refund) {
        Notice notice = Notice.exactly(Protocol.V3, "REFUND." + refund.state(), resource(refund));
        refund.request().field("notify_url").ifPresent(url -> notifications.tell(url, notice));
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
