package io.github.wxpaycodegen.simulator.internal.orders;

import io.github.wxpaycodegen.generator.model.Protocol;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An order as the merchant requested it. Orders with the same fields are equal.
 *
 * @param protocol of the request, and so of the notification
 * @param subMchid the sub-merchant of a service provider's order; empty for other orders
 * @param total in fen
 * @param currency such as {@code CNY}
 * @param expires the time until which it can be paid; empty for no limit
 * @param request the fields of the request by their path, without nonce and signature
 */
public record Order(
        Protocol protocol,
        String tradeType,
        String outTradeNo,
        String subMchid,
        long total,
        String currency,
        Optional<Instant> expires,
        Map<String, String> request) {
    public Order {
        request = Map.copyOf(request);
    }

    /** Returns a field of the request; empty if it is absent or has no value. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(request.get(name)).filter(value -> !value.isEmpty());
    }

    /** Returns the URL at which the merchant is notified of the payment; empty if there is none. */
    public Optional<String> notifyUrl() {
        return field("notify_url");
    }
}
