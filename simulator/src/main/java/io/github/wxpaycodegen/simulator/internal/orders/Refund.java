package io.github.wxpaycodegen.simulator.internal.orders;

import io.github.wxpaycodegen.generator.model.Protocol;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A refund and what has become of it; a snapshot.
 *
 * @param payment as it was when the refund was accepted
 * @param settled when its state became final; empty while it is being processed
 */
public record Refund(
        Request request, String refundId, Payment payment, Instant created, State state, Optional<Instant> settled) {
    /** Where a refund stands, by the names of the wire. */
    public enum State {
        PROCESSING,
        SUCCESS,
        CLOSED,
        ABNORMAL;

        /** Whether its money can no longer be given back by another refund: only where it was given up it can. */
        boolean holdsMoney() {
            return this != CLOSED;
        }
    }

    /**
     * What the merchant asks to be given back. Two are equal when they were asked for in the same words.
     *
     * @param protocol in which it was asked for, and so the one of its notification
     * @param amount in fen
     * @param total what the merchant takes the order's amount to be, in fen
     * @param fields of the request by their path, without nonce and signature
     */
    public record Request(Protocol protocol, String outRefundNo, long amount, long total, Map<String, String> fields) {
        public Request {
            fields = Map.copyOf(fields);
        }

        /** A field of the request; empty where it has none. */
        public Optional<String> field(String name) {
            return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
        }
    }

    /** The same on its way once more. */
    Refund processing() {
        return new Refund(request, refundId, payment, created, State.PROCESSING, Optional.empty());
    }

    Refund settled(State next, Instant now) {
        return new Refund(request, refundId, payment, created, next, Optional.of(now));
    }

    public Receipt receipt() {
        return payment.receipt().orElseThrow();
    }
}
