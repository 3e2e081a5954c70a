package io.github.wxpaycodegen.simulator.internal.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An order and its state; a snapshot.
 *
 * @param created the time at which the prepay id was assigned
 * @param receipt present once the order was paid, whatever happened later
 * @param consumed the part of a deposit that the merchant consumed, in fen; empty before, and for other orders
 */
public record Payment(
        Order order,
        String prepayId,
        Instant created,
        TradeState state,
        Optional<Receipt> receipt,
        OptionalLong consumed) {
    private static final Duration PREPAY_LIFE = Duration.ofHours(2);
    private static final Duration H5_LIFE = Duration.ofMinutes(5);
    /** The official page of {@code deposit/unifiedorder}: what is not consumed by then is returned. */
    private static final Duration DEPOSIT_LIFE = Duration.ofDays(30);

    Payment with(TradeState next) {
        return new Payment(order, prepayId, created, next, receipt, consumed);
    }

    Payment renewed(String newPrepayId, Instant now) {
        return new Payment(order, newPrepayId, now, state, receipt, consumed);
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
        return new Payment(order, prepayId, created, TradeState.SUCCESS, Optional.of(given), consumed);
    }

    Payment consumed(long amount) {
        return new Payment(order, prepayId, created, state, receipt, OptionalLong.of(amount));
    }

    /** Returns the time at which a paid deposit is returned because it was not consumed; empty if it is not. */
    Optional<Instant> depositEnd() {
        boolean open = order.isDeposit() && state == TradeState.SUCCESS && consumed.isEmpty();
        return receipt.filter(paid -> open).map(paid -> paid.time().plus(DEPOSIT_LIFE));
    }

    /** Returns the payment at a point in time: an order that was not paid in time is closed. */
    Payment at(Instant now) {
        boolean late = order.expires().filter(end -> !now.isBefore(end)).isPresent();
        return late && state == TradeState.NOTPAY ? with(TradeState.CLOSED) : this;
    }
}
