package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Register;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An upload of codes for the coupons of a stock.
 *
 * @param key the merchant's {@code upload_request_no}
 * @param added the codes that were new
 * @param existing the codes that the stock already had
 * @param repeated the codes that the request has more than once
 */
public record BusifavorUpload(
        String key,
        Map<String, String> request,
        Instant time,
        List<String> added,
        List<String> existing,
        List<String> repeated)
        implements Register.Entry {
    public BusifavorUpload {
        request = Map.copyOf(request);
        added = List.copyOf(added);
        existing = List.copyOf(existing);
        repeated = List.copyOf(repeated);
    }

    @Override
    public boolean isFinished() {
        return true;
    }
}
