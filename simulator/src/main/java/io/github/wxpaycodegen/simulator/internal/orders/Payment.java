package io.github.wxpaycodegen.simulator.internal.orders;

import java.time.Instant;
import java.util.Optional;

/**
 * An order and its state; a snapshot.
 *
 * @param receipt present once the order was paid, whatever happened later
 */
public record Payment(Order order, String prepayId, Instant created, TradeState state, Optional<Receipt> receipt) {
    Payment with(TradeState next) {
        return new Payment(order, prepayId, created, next, receipt);
    }

    Payment paid(Receipt given) {
        return new Payment(order, prepayId, created, TradeState.SUCCESS, Optional.of(given));
    }

    /** Returns the payment at a point in time: an order that was not paid in time is closed. */
    Payment at(Instant now) {
        boolean late = order.expires().filter(end -> !now.isBefore(end)).isPresent();
        return late && state == TradeState.NOTPAY ? with(TradeState.CLOSED) : this;
    }
}
