package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.simulator.internal.orders.Order;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Refund;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields of payments and refunds in v2 responses and notifications. */
public final class V2Fields {
    /** The names in v2 and v3 of fields that are copied from the order. */
    private static final Map<String, String> WORDS =
            Map.of("appid", "appid", "sub_appid", "sub_appid", "sub_mch_id", "sub_mchid", "attach", "attach");

    private V2Fields() {}

    /** Returns the fields for a query; for an unpaid order only its number and state. */
    public static Map<String, String> of(Payment payment) {
        Map<String, String> fields = words(payment.order());
        fields.put("trade_state", payment.state().name());
        fields.put("trade_state_desc", payment.state().description());
        payment.receipt().ifPresent(receipt -> {
            addMoney(fields, payment.order());
            fields.put("trade_type", payment.order().tradeType());
            fields.put("openid", receipt.openid());
            fields.put("is_subscribe", "N");
            payment.order().field("sub_openid").ifPresent(openid -> {
                fields.put("sub_openid", openid);
                fields.put("sub_is_subscribe", "N");
            });
            fields.put("bank_type", receipt.bankType());
            fields.put("cash_fee_type", payment.order().currency());
            fields.put("transaction_id", receipt.transactionId());
            fields.put("time_end", BeijingTime.compact(receipt.time()));
        });
        payment.consumed().ifPresent(amount -> fields.put("consume_fee", Long.toString(amount)));
        return fields;
    }

    /** Returns the fields of the response to a refund request. */
    public static Map<String, String> accepted(Refund refund) {
        Map<String, String> fields = words(refund.payment().order());
        addMoney(fields, refund.payment().order());
        fields.put("transaction_id", refund.receipt().transactionId());
        fields.put("out_refund_no", refund.request().outRefundNo());
        fields.put("refund_id", refund.refundId());
        fields.put("refund_fee", Long.toString(refund.request().amount()));
        fields.put("cash_refund_fee", Long.toString(refund.request().amount()));
        fields.put("coupon_refund_fee", "0");
        fields.put("coupon_refund_count", "0");
        return fields;
    }

    /**
     * Returns the fields for a query of refunds.
     *
     * @param payment the payment that was refunded
     * @param all the total number of its refunds
     */
    public static Map<String, String> of(Payment payment, List<Refund> refunds, long all) {
        Map<String, String> fields = words(payment.order());
        addMoney(fields, payment.order());
        fields.put("transaction_id", payment.receipt().orElseThrow().transactionId());
        fields.put("total_refund_count", Long.toString(all));
        fields.put("refund_count", Integer.toString(refunds.size()));
        for (int i = 0; i < refunds.size(); i++) {
            String position = "_" + i;
            of(refunds.get(i)).forEach((name, value) -> fields.put(name + position, value));
        }
        return fields;
    }

    /** Returns the fields of a refund in a notification, and in a query of refunds. */
    public static Map<String, String> of(Refund refund) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("out_refund_no", refund.request().outRefundNo());
        fields.put("refund_id", refund.refundId());
        fields.put("refund_channel", "ORIGINAL");
        fields.put("refund_fee", Long.toString(refund.request().amount()));
        fields.put("settlement_refund_fee", Long.toString(refund.request().amount()));
        fields.put("refund_status", status(refund.state()));
        fields.put("refund_account", refund.request().field("refund_account").orElse("REFUND_SOURCE_RECHARGE_FUNDS"));
        fields.put("refund_recv_accout", "支付用户零钱");
        if (refund.state() == Refund.State.SUCCESS) {
            String time = BeijingTime.spaced(refund.settled().orElseThrow());
            fields.put("refund_success_time", time);
            fields.put("success_time", time);
        }
        return fields;
    }

    private static String status(Refund.State state) {
        return switch (state) {
            case PROCESSING -> "PROCESSING";
            case SUCCESS -> "SUCCESS";
            case CLOSED -> "REFUNDCLOSE";
            case ABNORMAL -> "CHANGE";
        };
    }

    private static Map<String, String> words(Order order) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("out_trade_no", order.outTradeNo());
        WORDS.forEach((v2, v3) -> order.field(v2).or(() -> order.field(v3)).ifPresent(value -> fields.put(v2, value)));
        for (String name : List.of("device_info", "contract_id")) {
            order.field(name).ifPresent(value -> fields.put(name, value));
        }
        return fields;
    }

    private static void addMoney(Map<String, String> fields, Order order) {
        fields.put("total_fee", Long.toString(order.total()));
        fields.put("cash_fee", Long.toString(order.total()));
        fields.put("fee_type", order.currency());
    }
}
