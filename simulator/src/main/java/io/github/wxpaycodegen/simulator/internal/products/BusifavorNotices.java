package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Announcer;
import io.github.wxpaycodegen.simulator.internal.products.BusifavorCoupon.Action;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fields of merchant coupons in responses, and their notification. */
public final class BusifavorNotices implements BusifavorLedger.Listener {
    private final Announcer announcer;
    private final String mchid;

    /** Creates a listener that sends through an announcer. */
    public BusifavorNotices(Announcer announcer, String mchid) {
        this.announcer = announcer;
        this.mchid = mchid;
    }

    @Override
    public void received(BusifavorCoupon coupon, BusifavorLedger.Channel channel, String url) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("event_type", "EVENT_TYPE_BUSICOUPON_SEND");
        fields.put("coupon_code", coupon.code());
        fields.put("stock_id", coupon.stock().id());
        fields.put("send_time", BeijingTime.v3(coupon.created()));
        // WeChat Pay computes the openid for this app, and omits it without one.
        if (!coupon.stock().text("notify_config.notify_appid").isEmpty()) {
            fields.put("openid", coupon.openid());
        }
        fields.put("send_channel", "BUSICOUPON_SEND_CHANNEL_" + channel.name());
        fields.put("send_merchant", mchid);
        announcer.announce(url, Protocol.V3, "COUPON.SEND", fields);
    }

    /** Returns the fields for a query of a coupon. */
    public static Map<String, String> fields(BusifavorCoupon coupon) {
        BusifavorStock stock = coupon.stock();
        Map<String, String> fields = new LinkedHashMap<>(stock.rules());
        fields.put("stock_id", stock.id());
        fields.put("coupon_code", coupon.code());
        fields.put("coupon_state", coupon.state().name());
        for (String name : new String[] {"transferable", "shareable"}) {
            fields.put(name, stock.rules().getOrDefault("stock_send_rule." + name, "false"));
        }
        fields.put("available_start_time", BeijingTime.v3(coupon.begin()));
        fields.put("expire_time", BeijingTime.v3(coupon.end()));
        fields.put("receive_time", BeijingTime.v3(coupon.created()));
        fields.put("send_request_no", coupon.key());
        fields.put("associate_out_trade_no", coupon.order().orElse(""));
        // The use that was returned is over. What remains of it is the return.
        if (coupon.state() == BusifavorCoupon.State.USED) {
            putStep(fields, coupon, Action.USE, "use");
        }
        putStep(fields, coupon, Action.RETURN, "return");
        putStep(fields, coupon, Action.DEACTIVATE, "deactivate");
        coupon.last(Action.DEACTIVATE).ifPresent(step -> fields.put("deactivate_reason", step.detail()));
        return fields;
    }

    private static void putStep(Map<String, String> fields, BusifavorCoupon coupon, Action action, String prefix) {
        coupon.last(action).ifPresent(step -> {
            fields.put(prefix + "_request_no", step.number());
            fields.put(prefix + "_time", BeijingTime.v3(step.time()));
        });
    }
}
