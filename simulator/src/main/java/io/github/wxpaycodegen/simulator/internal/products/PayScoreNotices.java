package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Announcer;
import io.github.wxpaycodegen.simulator.internal.products.PayScoreOrder.State;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.util.Map;

/** Fields of payscore orders in responses, and their notifications. */
public final class PayScoreNotices implements PayScoreLedger.Listener {
    private final Announcer announcer;
    private final String mchid;

    /** Creates a listener that sends through an announcer. */
    public PayScoreNotices(Announcer announcer, String mchid) {
        this.announcer = announcer;
        this.mchid = mchid;
    }

    @Override
    public void confirmed(PayScoreOrder order) {
        announce("PAYSCORE.USER_CONFIRM", order);
    }

    @Override
    public void paid(PayScoreOrder order) {
        announce("PAYSCORE.USER_PAID", order);
    }

    private void announce(String specId, PayScoreOrder order) {
        announcer.announce(order.text("notify_url"), Protocol.V3, specId, fields(order, mchid));
    }

    /** Returns the fields for a query of an order. */
    public static Map<String, String> fields(PayScoreOrder order, String mchid) {
        Map<String, String> fields = order.fields();
        fields.put("mchid", mchid);
        fields.put("order_id", order.orderId());
        fields.put("state", order.state().wireName());
        fields.put("state_description", order.state().description());
        if (order.state() != State.CREATED) {
            fields.put("openid", order.openid());
        }
        order.total().ifPresent(total -> {
            boolean owed =
                    order.state() == State.MCH_COMPLETE || order.collection().isPresent();
            fields.put("total_amount", Long.toString(total));
            fields.put("need_collection", Boolean.toString(owed));
            if (owed) {
                addCollection(fields, order, total);
            }
        });
        return fields;
    }

    private static void addCollection(Map<String, String> fields, PayScoreOrder order, long total) {
        long paid = order.collection().isPresent() ? total : 0;
        fields.put("collection.state", paid == total ? "USER_PAID" : "USER_PAYING");
        fields.put("collection.total_amount", Long.toString(total));
        fields.put("collection.paying_amount", Long.toString(total - paid));
        fields.put("collection.paid_amount", Long.toString(paid));
        order.collection().ifPresent(collection -> {
            String path = "collection.details[0].";
            fields.put(path + "seq", "1");
            fields.put(path + "amount", Long.toString(total));
            fields.put(path + "paid_type", collection.transactionId().isEmpty() ? "MCH" : "NEWTON");
            fields.put(path + "paid_time", BeijingTime.compact(collection.time()));
            fields.put(path + "transaction_id", collection.transactionId());
        });
    }
}
