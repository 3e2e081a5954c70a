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
 * @param expires the requested time until which it can be paid; empty if the request has none
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

    /** Returns true unless the payer's code cannot be one of WeChat Pay. */
    boolean hasRightCode() {
        return field("auth_code").or(() -> field("payer.auth_code")).stream()
                .allMatch(code -> code.matches("1[0-5][0-9]{16}"));
    }

    /** Returns true if it is a sub-order of a combined order. */
    public boolean isPart() {
        return field("combine_out_trade_no").isPresent();
    }

    /** Returns true if it is a deposit (押金), of which the merchant consumes a part or all. */
    public boolean isDeposit() {
        return field("deposit").filter("Y"::equals).isPresent();
    }

    /** Returns true if the money of the payment is frozen for profit sharing. */
    public boolean sharesProfit() {
        return field("settle_info.profit_sharing").or(() -> field("profit_sharing")).stream()
                .anyMatch(value -> value.equals("true") || value.equals("Y"));
    }

    /** Returns the URL at which the merchant is notified of the payment; empty if there is none. */
    public Optional<String> notifyUrl() {
        return field("notify_url");
    }
}
