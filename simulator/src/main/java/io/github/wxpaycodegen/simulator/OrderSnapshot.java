package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Receipt;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An order of a merchant at a point in time; returned by {@link Orders#list()}.
 *
 * @param outTradeNo the merchant's number of the order
 * @param tradeType {@code JSAPI}, {@code NATIVE}, {@code APP}, {@code MWEB}, {@code MICROPAY}
 * @param state as a query returns it: {@code NOTPAY}, {@code SUCCESS}, {@code REFUND}
 * @param total the amount in fen
 * @param currency such as {@code CNY}
 * @param created the time of the request that created it
 * @param transactionId WeChat Pay's number of the payment; empty until the order is paid
 * @param notifyUrl the URL that is notified of the payment; empty if there is none
 * @param request the fields of the request that created it, by their path, without nonce and signature
 */
public record OrderSnapshot(
        String outTradeNo,
        String tradeType,
        String state,
        long total,
        String currency,
        Instant created,
        Optional<String> transactionId,
        Optional<String> notifyUrl,
        Map<String, String> request) {
    /** Creates a snapshot; the fields of the request are copied. */
    public OrderSnapshot {
        request = Map.copyOf(request);
    }

    static OrderSnapshot of(Payment payment) {
        return new OrderSnapshot(
                payment.order().outTradeNo(),
                payment.order().tradeType(),
                payment.state().name(),
                payment.order().total(),
                payment.order().currency(),
                payment.created(),
                payment.receipt().map(Receipt::transactionId),
                payment.order().notifyUrl(),
                payment.order().request());
    }

    /** Returns the numbers and the state, but not the request, because some of its fields are personal data. */
    @Override
    public String toString() {
        return outTradeNo + " " + state + " " + total + " " + currency;
    }
}
