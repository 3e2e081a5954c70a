package io.github.wxpaycodegen.simulator.internal.products;

import java.time.Instant;
import java.util.Optional;

/**
 * A part of a payment that a receiver gets; a snapshot.
 *
 * @param own true for the rest that is released to the merchant
 * @param amount in fen
 * @param failReason empty unless the share is closed
 * @param finished empty while the share is pending
 */
public record Share(
        String type,
        String account,
        boolean own,
        long amount,
        String description,
        String detailId,
        Result result,
        Optional<String> failReason,
        Optional<Instant> finished) {
    /** The result of a share, named as on the wire. */
    public enum Result {
        PENDING,
        SUCCESS,
        CLOSED
    }

    Share settled(Instant now) {
        return new Share(
                type, account, own, amount, description, detailId, Result.SUCCESS, Optional.empty(), Optional.of(now));
    }

    Share closed(String reason, Instant now) {
        return new Share(
                type,
                account,
                own,
                amount,
                description,
                detailId,
                Result.CLOSED,
                Optional.of(reason),
                Optional.of(now));
    }

    boolean isPending() {
        return result == Result.PENDING;
    }
}
