package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A coupon of a user (代金券); a snapshot.
 *
 * @param key the merchant's {@code out_request_no}
 * @param stock the stock, as it was when the user got the coupon
 * @param value in fen
 * @param minimum the least amount of an order that can be paid with it, in fen
 * @param begin from when on it can be used
 * @param end until when it can be used
 * @param use the payment with it; empty unless it was used
 */
public record Coupon(
        String key,
        Map<String, String> request,
        CouponStock stock,
        String id,
        long value,
        long minimum,
        Instant created,
        Instant begin,
        Instant end,
        State state,
        Optional<Use> use)
        implements Register.Entry {
    /** The state of a coupon, named as on the wire. */
    public enum State {
        SENDED,
        USED,
        EXPIRED
    }

    /** An action of the user, or the end of its time. */
    public enum Change implements Transition<State> {
        USE,
        EXPIRE;

        @Override
        public Set<State> from() {
            return Set.of(State.SENDED);
        }
    }

    /** The payment of an order with a coupon. */
    public record Use(Payment payment, Instant time) {}

    public Coupon {
        request = Map.copyOf(request);
    }

    /** Returns the user who has the coupon. */
    public String openid() {
        return text("openid");
    }

    @Override
    public boolean isFinished() {
        return state != State.SENDED;
    }

    Coupon expired() {
        return new Coupon(key, request, stock, id, value, minimum, created, begin, end, State.EXPIRED, use);
    }

    Coupon used(Use by) {
        return new Coupon(key, request, stock, id, value, minimum, created, begin, end, State.USED, Optional.of(by));
    }
}
