package io.github.wxpaycodegen.simulator.internal.endpoints;

import io.github.wxpaycodegen.simulator.internal.orders.CouponUrl;
import io.github.wxpaycodegen.simulator.internal.orders.StatefulOperations;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Clock;
import java.util.Map;

/** The operations of the URL for notifications of coupons: {@code callbacks}. */
final class CouponUrlEndpoints {
    private final CouponUrl url;
    private final String mchid;
    private final Clock clock;

    CouponUrlEndpoints(CouponUrl url, String mchid, Clock clock) {
        this.url = url;
        this.mchid = mchid;
        this.clock = clock;
    }

    /** Adds the operations below the URI of a product. */
    void addTo(StatefulOperations operations, String home) {
        operations.add("POST", home + "callbacks", this::set);
        operations.add("GET", home + "callbacks", request -> Map.of("mchid", mchid, "notify_url", url.get()));
    }

    /** Sets the URL. Only coupons (代金券) have a switch; fields that a response does not have are omitted from it. */
    private Map<String, String> set(Map<String, String> request) {
        String given = Fields.text(request, "notify_url");
        url.set(given, !Fields.text(request, "switch").equals("false"));
        return Map.of("mchid", mchid, "notify_url", given, "update_time", BeijingTime.v3(clock.instant()));
    }
}
