package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Announcer;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
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
        fields.put("description", stock.text("pattern_info.description"));
        if (stock.text("pattern_info.description").isEmpty()) {
            fields.put("description", stock.text("stock_name"));
        }
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
            String sub = use.payment().order().subMchid();
            String path = "consume_information.";
            fields.put(path + "consume_time", BeijingTime.v3(use.time()));
            fields.put(path + "consume_mchid", sub.isEmpty() ? mchid : sub);
            fields.put(
                    path + "transaction_id",
                    use.payment().receipt().orElseThrow().transactionId());
            fields.put(path + "consume_amount", Long.toString(coupon.value()));
        });
        return fields;
    }
}
