package io.github.wxpaycodegen.simulator.internal.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An order and its state; a snapshot.
 *
 * @param created the time at which the prepay id was assigned
 * @param end the time from which the order cannot be paid any more
 * @param receipt present once the order was paid, whatever happened later
 * @param consumed the part of a deposit that the merchant consumed, in fen; empty before, and for other orders
 */
public record Payment(
        Order order,
        String prepayId,
        Instant created,
        Instant end,
        TradeState state,
        Optional<Receipt> receipt,
        OptionalLong consumed) {
    private static final Duration PREPAY_LIFE = Duration.ofHours(2);
    private static final Duration H5_LIFE = Duration.ofMinutes(5);
    /** The official page of {@code deposit/unifiedorder}: what is not consumed by then is returned. */
    private static final Duration DEPOSIT_LIFE = Duration.ofDays(30);

    /** The official pages of orders: an earlier or later end is moved to these. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofDays(15);
    private static final Duration LONGEST_OF_PART = Duration.ofDays(7);
    private static final Duration USUAL = Duration.ofDays(7);

    /** Creates the payment of an order that has just been placed. */
    static Payment of(Order order, String prepayId, Instant now) {
        Instant first = now.plus(SHORTEST);
        Instant last = now.plus(order.isPart() ? LONGEST_OF_PART : LONGEST);
        Instant asked = order.expires().orElse(now.plus(USUAL));
        Instant end = asked.isBefore(first) ? first : asked.isAfter(last) ? last : asked;
        return new Payment(order, prepayId, now, end, TradeState.NOTPAY, Optional.empty(), OptionalLong.empty());
    }

    Payment ending(Instant time) {
        return new Payment(order, prepayId, created, time, state, receipt, consumed);
    }

    /** Returns true if the order cannot be paid any more, although it is not closed. */
    boolean isOver(Instant now) {
        return !now.isBefore(end);
    }

    Payment with(TradeState next) {
        return new Payment(order, prepayId, created, end, next, receipt, consumed);
    }

    Payment renewed(String newPrepayId, Instant now) {
        return new Payment(order, newPrepayId, now, end, state, receipt, consumed);
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
        return new Payment(order, prepayId, created, end, TradeState.SUCCESS, Optional.of(given), consumed);
    }

    Payment consumed(long amount) {
        return new Payment(order, prepayId, created, end, state, receipt, OptionalLong.of(amount));
    }

    /** Returns the time at which a paid deposit is returned because it was not consumed; empty if it is not. */
    Optional<Instant> depositEnd() {
        boolean open = order.isDeposit() && state == TradeState.SUCCESS && consumed.isEmpty();
        return receipt.filter(paid -> open).map(paid -> paid.time().plus(DEPOSIT_LIFE));
    }
}
