package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Announcer;
import io.github.wxpaycodegen.simulator.internal.orders.Order;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Receipt;
import io.github.wxpaycodegen.simulator.internal.values.ArrayNode;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import io.github.wxpaycodegen.simulator.internal.values.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields of combined orders in responses, and their notifications. */
public final class CombinedNotices implements CombinedLedger.Listener {
    private static final List<String> COPIED =
            List.of("mchid", "sub_mchid", "sub_appid", "attach", "individual_auth_id");

    private final Announcer announcer;

    /** Creates a listener that sends through an announcer. */
    public CombinedNotices(Announcer announcer) {
        this.announcer = announcer;
    }

    @Override
    public void paid(CombinedOrder order, List<Payment> parts) {
        boolean v3 = order.protocol() == Protocol.V3;
        announcer.announce(
                order.text("notify_url"),
                order.protocol(),
                v3 ? "TRANSACTION.SUCCESS" : "combined-transactions-success",
                v3 ? v3(order, parts) : v2Paid(order, parts));
    }

    /** Returns the fields for a v3 query. */
    public static Map<String, String> v3(CombinedOrder order, List<Payment> parts) {
        Map<String, String> fields = new LinkedHashMap<>(order.request());
        fields.keySet().removeIf(name -> name.startsWith("sub_orders[") || name.startsWith("combine_payer_info."));
        if (!order.transactionId().isEmpty()) {
            fields.put("combine_transaction_id", order.transactionId());
            fields.put("combine_payer_info.openid", receipt(parts.get(0)).openid());
        }
        for (int i = 0; i < parts.size(); i++) {
            String path = Flattened.element("sub_orders", i) + ".";
            v3(parts.get(i)).forEach((name, value) -> fields.put(path + name, value));
        }
        return fields;
    }

    private static Map<String, String> v3(Payment part) {
        Order order = part.order();
        Map<String, String> fields = new LinkedHashMap<>();
        COPIED.forEach(name -> order.field(name).ifPresent(value -> fields.put(name, value)));
        fields.put("out_trade_no", order.outTradeNo());
        fields.put("trade_type", order.tradeType());
        fields.put("trade_state", part.state().name());
        fields.put("amount.total_amount", Long.toString(order.total()));
        fields.put("amount.currency", order.currency());
        part.receipt().ifPresent(receipt -> {
            fields.put("transaction_id", receipt.transactionId());
            fields.put("bank_type", receipt.bankType());
            fields.put("success_time", BeijingTime.v3(receipt.time()));
            fields.put("amount.payer_amount", Long.toString(order.total()));
            fields.put("amount.payer_currency", order.currency());
        });
        return fields;
    }

    /** Returns the fields for a v2 query. */
    public static Map<String, String> v2(CombinedOrder order, List<Payment> parts) {
        Map<String, String> fields = new LinkedHashMap<>(order.request());
        Payment first = parts.get(0);
        fields.put("result_msg", "OK");
        fields.put("trade_state", first.state().name());
        fields.put("trade_state_desc", first.state().description());
        ArrayNode list = new ArrayNode();
        for (Payment part : parts) {
            ObjectNode amount =
                    new ObjectNode().put("total_amount", part.order().total());
            amount.put("currency", part.order().currency());
            ObjectNode node = new ObjectNode()
                    .put("mchid", part.order().field("mch_id").orElse(""))
                    .put("trade_type", part.order().tradeType())
                    .put("attach", part.order().field("attach").orElse(""))
                    .put("out_trade_no", part.order().outTradeNo())
                    .put("description", part.order().field("body").orElse(""));
            node.set("amount", amount);
            part.receipt().ifPresent(receipt -> node.put("transaction_id", receipt.transactionId()));
            list.add(node);
        }
        fields.put("sub_order_list", list(list));
        return fields;
    }

    private static Map<String, String> v2Paid(CombinedOrder order, List<Payment> parts) {
        Map<String, String> fields = new LinkedHashMap<>(order.request());
        Receipt first = receipt(parts.get(0));
        fields.put("combine_openid", first.openid());
        fields.put("trade_type", order.tradeType());
        fields.put("bank_type", first.bankType());
        ArrayNode list = new ArrayNode();
        for (Payment part : parts) {
            ObjectNode node = new ObjectNode()
                    .put("appid", part.order().field("appid").orElse(""))
                    .put("mch_id", part.order().field("mch_id").orElse(""))
                    .put("openid", receipt(part).openid())
                    .put("transaction_id", receipt(part).transactionId())
                    .put("out_trade_no", part.order().outTradeNo())
                    .put("attach", part.order().field("attach").orElse(""))
                    .put("time_end", BeijingTime.compact(receipt(part).time()));
            node.put("total_fee", part.order().total());
            node.put("cash_fee", part.order().total());
            list.add(node);
        }
        fields.put("sub_order_list", list(list));
        return fields;
    }

    private static String list(ArrayNode orders) {
        ObjectNode list = new ObjectNode().put("order_num", orders.size());
        list.set("order_list", orders);
        return list.toString();
    }

    private static Receipt receipt(Payment part) {
        return part.receipt().orElseThrow();
    }
}
