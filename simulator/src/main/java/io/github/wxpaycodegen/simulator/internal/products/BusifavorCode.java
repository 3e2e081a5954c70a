package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Register;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A code that the merchant uploaded for coupons of a stock (预存code); a snapshot.
 *
 * @param request the request that uploaded it
 * @param given to whom and when it was given; empty before
 */
public record BusifavorCode(
        String stockId, String code, Map<String, String> request, Instant uploaded, Optional<Given> given)
        implements Register.Entry {
    /** The coupon with the code. */
    public record Given(String openid, Instant time) {}

    public BusifavorCode {
        request = Map.copyOf(request);
    }

    static String key(String stockId, String code) {
        return stockId + "/" + code;
    }

    @Override
    public String key() {
        return key(stockId, code);
    }

    @Override
    public boolean isFinished() {
        return given.isPresent();
    }

    /** Returns the {@code code_status} on the wire. */
    public String status() {
        return given.isPresent() ? "DISPATCHED" : "AVAILABLE";
    }

    BusifavorCode givenTo(String openid, Instant now) {
        return new BusifavorCode(stockId, code, request, uploaded, Optional.of(new Given(openid, now)));
    }
}
