package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Order;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Receipt;
import io.github.wxpaycodegen.simulator.internal.orders.Refund;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of payments and refunds in v3 responses and notifications, by their path. */
public final class V3Fields {
    private V3Fields() {}

    /** Returns the fields for a query: those of the order, and its state. */
    public static Map<String, String> of(Payment payment) {
        Order order = payment.order();
        Map<String, String> fields = order.protocol() == Protocol.V3 ? new LinkedHashMap<>(order.request()) : v3(order);
        fields.keySet().removeIf(name -> name.startsWith("payer."));
        fields.put("amount.total", Long.toString(order.total()));
        fields.put("amount.currency", order.currency());
        fields.put("trade_state", payment.state().name());
        fields.put("trade_state_desc", payment.state().description());
        payment.receipt().ifPresent(receipt -> addReceipt(fields, order, receipt));
        return fields;
    }

    private static void addReceipt(Map<String, String> fields, Order order, Receipt receipt) {
        fields.put("transaction_id", receipt.transactionId());
        fields.put("trade_type", order.tradeType());
        fields.put("bank_type", receipt.bankType());
        fields.put("success_time", BeijingTime.v3(receipt.time()));
        fields.put(fields.containsKey("sp_mchid") ? "payer.sp_openid" : "payer.openid", receipt.openid());
        order.field("payer.sub_openid").ifPresent(openid -> fields.put("payer.sub_openid", openid));
        fields.put("amount.payer_total", Long.toString(order.total()));
        fields.put("amount.payer_currency", order.currency());
    }

    /** Returns the fields of an order that was created in v2, with their names in v3. */
    private static Map<String, String> v3(Order order) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("out_trade_no", order.outTradeNo());
        String caller = order.subMchid().isEmpty() ? "" : "sp_";
        order.field("appid").ifPresent(value -> fields.put(caller + "appid", value));
        order.field("mch_id").ifPresent(value -> fields.put(caller + "mchid", value));
        order.field("sub_appid").ifPresent(value -> fields.put("sub_appid", value));
        order.field("sub_mch_id").ifPresent(value -> fields.put("sub_mchid", value));
        order.field("attach").ifPresent(value -> fields.put("attach", value));
        return fields;
    }

    /** Returns the fields for a query of a refund. */
    public static Map<String, String> of(Refund refund) {
        Map<String, String> fields = new LinkedHashMap<>(refund.request().fields());
        Order order = refund.payment().order();
        fields.put("refund_id", refund.refundId());
        fields.put("out_refund_no", refund.request().outRefundNo());
        fields.put("transaction_id", refund.receipt().transactionId());
        fields.put("out_trade_no", order.outTradeNo());
        fields.put("channel", "ORIGINAL");
        fields.put("user_received_account", "支付用户零钱");
        fields.put("create_time", BeijingTime.v3(refund.created()));
        fields.put("status", refund.state().name());
        fields.put("refund_status", refund.state().name());
        fields.putIfAbsent("funds_account", "AVAILABLE");
        if (refund.state() == Refund.State.SUCCESS) {
            fields.put("success_time", BeijingTime.v3(refund.settled().orElseThrow()));
        }
        addAmounts(fields, refund);
        return fields;
    }

    private static void addAmounts(Map<String, String> fields, Refund refund) {
        Order order = refund.payment().order();
        String total = Long.toString(order.total());
        String amount = Long.toString(refund.request().amount());
        fields.put("amount.total", total);
        fields.put("amount.payer_total", total);
        fields.put("amount.settlement_total", total);
        fields.put("amount.refund", amount);
        fields.put("amount.payer_refund", amount);
        fields.put("amount.settlement_refund", amount);
        fields.put("amount.discount_refund", "0");
        fields.put("amount.currency", order.currency());
        fields.put("amount.payer_currency", order.currency());
    }
}
