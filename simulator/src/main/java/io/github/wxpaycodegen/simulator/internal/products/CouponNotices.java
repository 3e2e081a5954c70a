package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Announcer;
import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of coupons and their stocks in responses, and their notifications. */
public final class CouponNotices implements CouponLedger.Listener {
    private final Announcer announcer;
    private final String mchid;

    /** Creates a listener that sends through an announcer. */
    public CouponNotices(Announcer announcer, String mchid) {
        this.announcer = announcer;
        this.mchid = mchid;
    }

    @Override
    public void used(Coupon coupon, String url) {
        announcer.announce(url, Protocol.V3, "COUPON.USE", fields(coupon, mchid));
    }

    /** Returns the fields for a query of a stock. */
    public static Map<String, String> fields(CouponStock stock, String mchid) {
        Map<String, String> fields = common(stock, mchid);
        for (String name : new String[] {"available_begin_time", "available_end_time", "stock_name", "stock_type"}) {
            fields.put(name, stock.text(name));
        }
        stock.request().forEach((name, value) -> {
            if (name.startsWith("stock_use_rule.")) {
                fields.put(name, value);
            }
            if (name.startsWith("coupon_use_rule.")) {
                // Both have the same fields for the value of a coupon, the tags of goods and the ways to pay. Only the
                // discount has two names.
                fields.put(
                        name.replaceFirst("coupon_use_rule\\.discount_coupon", "coupon_use_rule.fixed_discount_coupon")
                                .replaceFirst("coupon_use_rule", "stock_use_rule"),
                        value);
            }
        });
        fields.put("status", stock.state().wireName());
        fields.put("create_time", BeijingTime.v3(stock.created()));
        fields.put("distributed_coupons", Long.toString(stock.distributed()));
        return fields;
    }

    /** Returns the fields that a stock and its coupons have in common. */
    private static Map<String, String> common(CouponStock stock, String mchid) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("stock_id", stock.id());
        fields.put("stock_creator_mchid", mchid);
        fields.put("description", description(stock));
        fields.put("no_cash", stock.text("no_cash"));
        boolean ofGoods = !stock.text("coupon_use_rule.available_items[0]").isEmpty();
        fields.put("singleitem", Boolean.toString(ofGoods));
        stock.started().ifPresent(time -> fields.put("start_time", BeijingTime.v3(time)));
        stock.stopped().ifPresent(time -> fields.put("stop_time", BeijingTime.v3(time)));
        return fields;
    }

    /** Returns the fields for a query of a coupon. */
    public static Map<String, String> fields(Coupon coupon, String mchid) {
        Map<String, String> fields = common(coupon.stock(), mchid);
        fields.put("coupon_id", coupon.id());
        fields.put("coupon_name", coupon.stock().text("stock_name"));
        fields.put("coupon_type", "NORMAL");
        fields.put("status", coupon.state().name());
        fields.put("create_time", BeijingTime.v3(coupon.created()));
        fields.put("available_begin_time", BeijingTime.v3(coupon.begin()));
        fields.put("available_end_time", BeijingTime.v3(coupon.end()));
        fields.put("out_request_no", coupon.key());
        // A discount has no value of its own.
        if (coupon.value() > 0) {
            fields.put("normal_coupon_information.coupon_amount", Long.toString(coupon.value()));
            fields.put("normal_coupon_information.transaction_minimum", Long.toString(coupon.minimum()));
        }
        coupon.use().ifPresent(use -> {
            String path = "consume_information.";
            fields.put(path + "consume_time", BeijingTime.v3(use.time()));
            fields.put(path + "consume_mchid", consumer(use.payment(), mchid));
            fields.put(
                    path + "transaction_id",
                    use.payment().receipt().orElseThrow().transactionId());
            fields.put(path + "consume_amount", Long.toString(coupon.value()));
        });
        return fields;
    }

    /** Returns the fields for a query of a stock in v2. */
    public static Map<String, String> v2(CouponStock stock) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("coupon_stock_id", stock.id());
        fields.put("coupon_name", stock.text("stock_name"));
        fields.put("coupon_value", amount(stock, "coupon_amount"));
        fields.put("coupon_mininumn", amount(stock, "transaction_minimum"));
        fields.put("coupon_stock_status", Integer.toString(stock.state().v2()));
        fields.put("coupon_total", stock.text("stock_use_rule.max_coupons"));
        fields.put("max_quota", stock.text("stock_use_rule.max_coupons_per_user"));
        fields.put("is_send_num", Long.toString(stock.distributed()));
        fields.put("coupon_budget", stock.text("stock_use_rule.max_amount"));
        stock.time("available_begin_time").ifPresent(time -> putTime(fields, "begin_time", time));
        stock.time("available_end_time").ifPresent(time -> putTime(fields, "end_time", time));
        putTime(fields, "create_time", stock.created());
        return fields;
    }

    /** A discount has no value of its own, and no minimum here. */
    private static String amount(CouponStock stock, String name) {
        String amount = stock.text("coupon_use_rule.fixed_normal_coupon." + name);
        return amount.isEmpty() ? "0" : amount;
    }

    /** Puts a time in both forms that v2 has. */
    private static void putTime(Map<String, String> fields, String name, Instant time) {
        fields.put(name, Long.toString(time.getEpochSecond()));
        fields.put(name + "_t", BeijingTime.compact(time));
    }

    /** Returns the fields for a query of a coupon in v2. */
    public static Map<String, String> v2(Coupon coupon, String mchid) {
        String value = Long.toString(coupon.value());
        String minimum = Long.toString(coupon.minimum());
        boolean used = coupon.use().isPresent();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("coupon_stock_id", coupon.stock().id());
        fields.put("coupon_id", coupon.id());
        fields.put("coupon_value", value);
        // Both spellings are on the wire.
        fields.put("coupon_mininumn", minimum);
        fields.put("coupon_minimum", minimum);
        fields.put("coupon_name", coupon.stock().text("stock_name"));
        fields.put("coupon_state", coupon.state().name());
        fields.put("coupon_desc", description(coupon.stock()));
        fields.put("coupon_use_value", used ? value : "0");
        fields.put("coupon_remain_value", used ? "0" : value);
        fields.put("send_source", "NORMAL");
        putTime(fields, "begin_time", coupon.begin());
        putTime(fields, "end_time", coupon.end());
        putTime(fields, "send_time", coupon.created());
        coupon.use().ifPresent(use -> fields.put("consumer_mch_id", consumer(use.payment(), mchid)));
        return fields;
    }

    private static String description(CouponStock stock) {
        String description = stock.text("pattern_info.description");
        return description.isEmpty() ? stock.text("stock_name") : description;
    }

    private static String consumer(Payment payment, String mchid) {
        String sub = payment.order().subMchid();
        return sub.isEmpty() ? mchid : sub;
    }
}
