package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.orders.Refund;
import java.time.Instant;
import java.util.Optional;

/**
 * A refund of a merchant at a point in time; returned by {@link Orders#listRefunds()}.
 *
 * @param outRefundNo the merchant's number of the refund; of a returned deposit, the {@code refundId}
 * @param refundId WeChat Pay's number of the refund
 * @param outTradeNo the merchant's number of the refunded order
 * @param state as a v3 query returns it: {@code PROCESSING}, {@code SUCCESS}, {@code CLOSED}, {@code ABNORMAL}
 * @param amount the refunded amount in fen
 * @param total the amount of the order in fen
 * @param created the time of the request that created it
 * @param settled the time at which its state became final; empty while it is being processed
 */
public record RefundSnapshot(
        String outRefundNo,
        String refundId,
        String outTradeNo,
        String state,
        long amount,
        long total,
        Instant created,
        Optional<Instant> settled) {
    static RefundSnapshot of(Refund refund) {
        return new RefundSnapshot(
                refund.request().outRefundNo(),
                refund.refundId(),
                refund.payment().order().outTradeNo(),
                refund.state().name(),
                refund.request().amount(),
                refund.request().total(),
                refund.created(),
                refund.settled());
    }
}
