package io.github.wxpaycodegen.simulator.internal.orders;

import io.github.wxpaycodegen.generator.model.Protocol;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a merchant asks to be paid. Two are equal when they were asked for in the same words.
 *
 * @param protocol in which it was asked for, and so the one of its notification
 * @param subMchid the merchant of a service provider's order; empty for any other
 * @param total in fen
 * @param currency such as {@code CNY}
 * @param expires when it can no longer be paid; empty if never
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

    /** A field of the request; empty where it has none. */
    public Optional<String> field(String name) {
        return Optional.ofNullable(request.get(name)).filter(value -> !value.isEmpty());
    }

    /** Where the merchant wants to hear of the payment. */
    public Optional<String> notifyUrl() {
        return field("notify_url");
    }
}
