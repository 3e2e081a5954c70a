package io.github.wxpaycodegen.simulator.internal.orders;

import io.github.wxpaycodegen.generator.model.Protocol;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A refund and its state; a snapshot.
 *
 * @param payment the payment when the refund was accepted
 * @param settled the time at which its state became final; empty while it is being processed
 */
public record Refund(
        Request request, String refundId, Payment payment, Instant created, State state, Optional<Instant> settled) {
    /** The state of a refund, named as on the wire. */
    public enum State {
        PROCESSING,
        SUCCESS,
        CLOSED,
        ABNORMAL;

        /** Returns true if the amount counts as refunded. The amount of a closed refund can be refunded again. */
        public boolean holdsMoney() {
            return this != CLOSED;
        }
    }

    /**
     * The request of a refund. Two are equal if they have the same fields.
     *
     * @param protocol of the request, and so of the notification
     * @param amount in fen
     * @param total the amount of the order according to the merchant, in fen
     * @param fields of the request by their path, without nonce and signature
     */
    public record Request(Protocol protocol, String outRefundNo, long amount, long total, Map<String, String> fields) {
        public Request {
            fields = Map.copyOf(fields);
        }

        /** Returns a field of the request; empty if it is absent or has no value. */
        public Optional<String> field(String name) {
            return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
        }
    }

    /** Returns the refund in processing again, for a retry. */
    Refund processing() {
        return new Refund(request, refundId, payment, created, State.PROCESSING, Optional.empty());
    }

    Refund settled(State next, Instant now) {
        return new Refund(request, refundId, payment, created, next, Optional.of(now));
    }

    /** Returns the receipt of the refunded payment. */
    public Receipt receipt() {
        return payment.receipt().orElseThrow();
    }
}
