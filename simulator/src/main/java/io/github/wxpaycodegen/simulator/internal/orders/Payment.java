package io.github.wxpaycodegen.simulator.internal.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An order and its state; a snapshot.
 *
 * @param created the time at which the prepay id was assigned
 * @param receipt present once the order was paid, whatever happened later
 */
public record Payment(Order order, String prepayId, Instant created, TradeState state, Optional<Receipt> receipt) {
    private static final Duration PREPAY_LIFE = Duration.ofHours(2);
    private static final Duration H5_LIFE = Duration.ofMinutes(5);

    Payment with(TradeState next) {
        return new Payment(order, prepayId, created, next, receipt);
    }

    Payment renewed(String newPrepayId, Instant now) {
        return new Payment(order, newPrepayId, now, state, receipt);
    }

    /** Returns true if the payer can still open the payment: a prepay id lives two hours, the link of an H5 payment five minutes. */
    boolean isPayable(Instant now) {
        return switch (order.tradeType()) {
            // The payer's code or the payer's contract takes the place of the prepay id.
            case "MICROPAY", "PAP" -> true;
            case "MWEB" -> now.isBefore(created.plus(H5_LIFE));
            default -> now.isBefore(created.plus(PREPAY_LIFE));
        };
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
