package io.github.wxpaycodegen.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Something that a simulator remembers besides orders and refunds, as it was at one moment: a rental, a payscore order,
 * a complaint.
 *
 * @param number by which the actions of its product identify it; of a merchant coupon, the {@code stock_id}, a colon and
 *     the {@code coupon_code}
 * @param state named as its product names it
 * @param title what people call it; may be empty
 * @param amount in fen; empty if it has none, or none yet
 * @param created when it was created
 * @param actions the methods of its part that its state allows, such as {@code confirm} of {@link Transfers}
 */
public record ProductSnapshot(
        String number, String state, String title, OptionalLong amount, Instant created, List<String> actions) {
    /** Checks that nothing is null, and copies the actions. */
    public ProductSnapshot {
        Objects.requireNonNull(number);
        Objects.requireNonNull(state);
        Objects.requireNonNull(title);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(created);
        actions = List.copyOf(actions);
    }
}
