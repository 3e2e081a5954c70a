package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.LimitedStock;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A stock of merchant coupons (商家券批次); a snapshot.
 *
 * @param key the merchant's {@code out_request_no}
 * @param request the request that created it
 * @param rules the fields of that request, with the modifications since then
 * @param id the {@code stock_id}
 * @param end until when its coupons can be used
 * @param sent how many coupons users got
 */
public record BusifavorStock(
        String key,
        Map<String, String> request,
        Map<String, String> rules,
        String id,
        Instant created,
        Instant end,
        long sent)
        implements LimitedStock {
    /** Assignment of codes to coupons, named as on the wire. */
    public enum CodeMode {
        /** WeChat Pay assigns the codes. */
        WECHATPAY_MODE,
        /** The merchant names the code of each coupon. */
        MERCHANT_API,
        /** The merchant uploads codes, from which WeChat Pay takes one for each coupon. */
        MERCHANT_UPLOAD
    }

    static final String TIMES = "coupon_use_rule.coupon_available_time.";
    static final String LIMITS = "stock_send_rule.";

    public BusifavorStock {
        request = Map.copyOf(request);
        rules = Map.copyOf(rules);
    }

    /** Creates a stock without coupons. */
    static BusifavorStock of(String key, Map<String, String> request, String id, Instant now) throws ProblemException {
        Instant end = BeijingTime.read(request.getOrDefault(TIMES + "available_end_time", ""))
                .orElseThrow(() -> new ProblemException(Problem.BAD_TIME));
        return new BusifavorStock(key, request, request, id, now, end, 0);
    }

    /** Returns a field as it is now, after all modifications; an empty text if it is absent. */
    @Override
    public String text(String field) {
        return rules.getOrDefault(field, "");
    }

    /** Returns false: a stock ends by time alone. */
    @Override
    public boolean isFinished() {
        return false;
    }

    /** Returns true if coupons can still be sent and used. */
    boolean isRunning(Instant now) {
        return now.isBefore(end);
    }

    /** Returns how coupons get their codes. */
    public CodeMode codeMode() {
        return CodeMode.valueOf(text("coupon_code_mode"));
    }

    /** Returns the value of a coupon in fen; 0 for discounts and exchanges, which have none of their own. */
    public long value() {
        return number("coupon_use_rule.fixed_normal_coupon.discount_amount").orElse(0L);
    }

    @Override
    public String limitsPath() {
        return LIMITS;
    }

    BusifavorStock withRules(Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>(rules);
        all.putAll(changed);
        return new BusifavorStock(key, request, all, id, created, end, sent);
    }

    BusifavorStock withLimit(String name, long limit) {
        return withRules(Map.of(LIMITS + name, Long.toString(limit)));
    }

    BusifavorStock withOneMoreSent() {
        return new BusifavorStock(key, request, rules, id, created, end, sent + 1);
    }
}
