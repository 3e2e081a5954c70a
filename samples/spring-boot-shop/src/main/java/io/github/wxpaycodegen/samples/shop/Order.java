package io.github.wxpaycodegen.samples.shop;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order and its state machine. Immutable. A repeated notification changes nothing, and what would pay or refund a second
 * time is refused.
 *
 * @param number the {@code out_trade_no}
 * @param fen the price in fen
 * @param codeUrl the text of the QR code; null until WeChat Pay has accepted the order
 * @param paidAt when the customer paid; null before
 * @param refundedAt when the customer got the money back; null before
 */
record Order(
        String number,
        long fen,
        @Nullable String codeUrl,
        Instant createdAt,
        State state,
        @Nullable Instant paidAt,
        @Nullable Instant refundedAt) {

    enum State {
        AWAITING_PAYMENT,
        /** The customer did not pay in time. */
        CLOSED,
        PAID,
        /** The refund was requested, and its result is not known yet. */
        REFUNDING,
        REFUNDED,
        /** WeChat Pay could not return the money. A person has to look at it in the merchant platform. */
        REFUND_FAILED
    }

    static Order placed(String number, long fen, Instant now) {
        return new Order(number, fen, null, now, State.AWAITING_PAYMENT, null, null);
    }

    Order withCodeUrl(String link) {
        return new Order(number, fen, link, createdAt, state, paidAt, refundedAt);
    }

    /** Returns the {@code out_refund_no}. An order is refunded once, so one number keeps repeated requests idempotent. */
    String refundNumber() {
        return number + "-R";
    }

    Order paid(Instant when) {
        return switch (state) {
            // Money that arrives after closing has arrived nevertheless.
            case AWAITING_PAYMENT, CLOSED -> new Order(number, fen, codeUrl, createdAt, State.PAID, when, null);
            default -> this;
        };
    }

    Order closed() {
        return state == State.AWAITING_PAYMENT ? in(State.CLOSED) : this;
    }

    /** @throws Refusal if the order is not paid, or if a refund was requested before */
    Order refunding() {
        if (state != State.PAID) {
            throw Refusal.notRefundable(this);
        }
        return in(State.REFUNDING);
    }

    /** The gateway refused the refund: it may be requested again. */
    Order refundRefused() {
        return state == State.REFUNDING ? in(State.PAID) : this;
    }

    Order refunded(Instant when) {
        return switch (state) {
            case PAID, REFUNDING, REFUND_FAILED ->
                new Order(number, fen, codeUrl, createdAt, State.REFUNDED, paidAt, when);
            default -> this;
        };
    }

    Order refundFailed() {
        return state == State.REFUNDING ? in(State.REFUND_FAILED) : this;
    }

    private Order in(State next) {
        return new Order(number, fen, codeUrl, createdAt, next, paidAt, refundedAt);
    }
}
