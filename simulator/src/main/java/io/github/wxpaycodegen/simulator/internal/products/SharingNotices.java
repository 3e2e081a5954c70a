package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.orders.Announcer;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Notifies the merchant of shares that arrived and of returns. Orders of v2 have such notifications, too, in v3. */
public final class SharingNotices implements SharingLedger.Listener {
    private final Announcer announcer;
    private final String mchid;
    private volatile String usualUrl = "";

    /** Creates a listener that sends through an announcer. */
    public SharingNotices(Announcer announcer, String mchid) {
        this.announcer = announcer;
        this.mchid = mchid;
    }

    /** Sets the URL for what has no URL of its own. */
    public void usualUrl(String url) {
        usualUrl = url;
    }

    @Override
    public void shared(SharingOrder order, Share share) {
        Map<String, String> fields = parties(order);
        fields.put("order_id", order.orderId());
        fields.put("out_order_no", order.number());
        add(fields, share.type(), share.account(), share.amount(), share.description());
        share.finished().ifPresent(time -> addTime(fields, time));
        String own = order.text("notify_url");
        announcer.announce(own.isEmpty() ? usualUrl : own, Protocol.V3, "PROFITSHARING.SUCCESS", fields);
    }

    @Override
    public void returned(SharingReturn back) {
        Map<String, String> fields = parties(back.order());
        fields.put("order_id", back.returnId());
        fields.put("out_order_no", back.number());
        add(fields, "MERCHANT_ID", back.account(), back.amount(), back.text("description"));
        back.finished().ifPresent(time -> addTime(fields, time));
        announcer.announce(usualUrl, Protocol.V3, "PROFITSHARING.RETURN", fields);
    }

    private Map<String, String> parties(SharingOrder order) {
        Map<String, String> fields = new LinkedHashMap<>();
        String sub = order.payment().order().subMchid();
        fields.put(sub.isEmpty() ? "mchid" : "sp_mchid", mchid);
        fields.put("sub_mchid", sub);
        fields.put("transaction_id", order.payment().receipt().orElseThrow().transactionId());
        return fields;
    }

    private static void add(Map<String, String> fields, String type, String account, long amount, String description) {
        fields.put("receiver.type", type);
        fields.put("receiver.account", account);
        fields.put("receiver.amount", Long.toString(amount));
        fields.put("receiver.description", description);
    }

    private static void addTime(Map<String, String> fields, Instant time) {
        fields.put("success_time", BeijingTime.v3(time));
    }
}
