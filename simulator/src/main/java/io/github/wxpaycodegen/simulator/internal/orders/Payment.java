package io.github.wxpaycodegen.simulator.internal.orders;

import java.time.Instant;
import java.util.Optional;

/**
 * An order and what has become of it; a snapshot.
 *
 * @param receipt present from the moment when it was paid, whatever came later
 */
public record Payment(Order order, String prepayId, Instant created, TradeState state, Optional<Receipt> receipt) {
    Payment with(TradeState next) {
        return new Payment(order, prepayId, created, next, receipt);
    }

    Payment paid(Receipt given) {
        return new Payment(order, prepayId, created, TradeState.SUCCESS, Optional.of(given));
    }

    /** The same at a point in time: an order that nobody paid in time is closed. */
    Payment at(Instant now) {
        boolean late = order.expires().filter(end -> !now.isBefore(end)).isPresent();
        return late && state == TradeState.NOTPAY ? with(TradeState.CLOSED) : this;
    }
}
