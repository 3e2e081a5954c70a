package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.LimitedStock;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A stock of coupons (代金券批次); a snapshot.
 *
 * @param key the merchant's {@code out_request_no}
 * @param id the {@code stock_id}
 * @param started when it was activated; empty before
 * @param stopped when it was stopped for good; empty before
 * @param distributed how many coupons users have
 * @param spent the value of these coupons, in fen
 */
public record CouponStock(
        String key,
        Map<String, String> request,
        String id,
        Instant created,
        State state,
        Optional<Instant> started,
        Optional<Instant> stopped,
        long distributed,
        long spent)
        implements LimitedStock {
    /** The state of a stock, named as on the wire. */
    public enum State {
        UNACTIVATED("unactivated", 1),
        RUNNING("running", 4),
        PAUSED("paused", 16),
        STOPPED("stoped", 8);

        private final String wireName;
        private final int v2;

        State(String wireName, int v2) {
            this.wireName = wireName;
            this.v2 = v2;
        }

        /** Returns the {@code status} on the wire. */
        public String wireName() {
            return wireName;
        }

        /** Returns the {@code coupon_stock_status} of v2. */
        int v2() {
            return v2;
        }
    }

    public CouponStock {
        request = Map.copyOf(request);
    }

    @Override
    public boolean isFinished() {
        return state == State.STOPPED;
    }

    @Override
    public String limitsPath() {
        return "stock_use_rule.";
    }

    /** Returns a time of the request, which the field rules have validated; empty if it is absent. */
    Optional<Instant> time(String field) {
        return Optional.of(text(field)).filter(value -> !value.isEmpty()).flatMap(BeijingTime::read);
    }

    CouponStock started(Instant now) {
        return new CouponStock(key, request, id, created, State.RUNNING, Optional.of(now), stopped, distributed, spent);
    }

    CouponStock with(State next) {
        return new CouponStock(key, request, id, created, next, started, stopped, distributed, spent);
    }

    CouponStock stopped(Instant now) {
        return new CouponStock(key, request, id, created, State.STOPPED, started, Optional.of(now), distributed, spent);
    }

    CouponStock distributed(long value) {
        return new CouponStock(key, request, id, created, state, started, stopped, distributed + 1, spent + value);
    }
}
