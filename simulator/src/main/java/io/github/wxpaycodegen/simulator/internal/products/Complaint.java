package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Payment;
import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A complaint of a payer; a snapshot.
 *
 * @param key the gateway's number
 * @param payment what it is about, as it was when the complaint was filed
 * @param refundAmount the amount that the payer wants back, in fen; 0 if the payer does not ask for a refund
 * @param phone the payer's phone number
 * @param times how often the payer has complained
 * @param waiting true if a message of the payer waits for a response
 * @param log what happened, oldest first
 */
public record Complaint(
        String key,
        Payment payment,
        Instant created,
        String text,
        long refundAmount,
        String phone,
        State state,
        int times,
        boolean waiting,
        List<Entry> log)
        implements Register.Entry {
    /** The state of a complaint, named as on the wire. */
    public enum State {
        PENDING,
        PROCESSING,
        PROCESSED
    }

    /** An action of the payer. */
    public enum Change implements Transition<State> {
        REPLY,
        CONTINUE_COMPLAINT,
        REVOKE;

        @Override
        public Set<State> from() {
            return switch (this) {
                case REPLY, REVOKE -> Set.of(State.PENDING, State.PROCESSING);
                case CONTINUE_COMPLAINT -> Set.of(State.PROCESSED);
            };
        }
    }

    /**
     * A step of the negotiation.
     *
     * @param type the {@code operate_type} on the wire
     * @param byMerchant true if the merchant took it, and not the payer
     * @param more further fields by their path
     */
    public record Entry(
            String id, Instant time, String type, boolean byMerchant, String details, Map<String, String> more) {
        public Entry {
            more = Map.copyOf(more);
        }
    }

    public Complaint {
        log = List.copyOf(log);
    }

    /** A complaint was not created by a request of the merchant. */
    @Override
    public Map<String, String> request() {
        return Map.of();
    }

    @Override
    public boolean isFinished() {
        return state == State.PROCESSED;
    }

    /** Returns the sub-merchant whose payment it is; an empty text for the merchant's own. */
    public String subMchid() {
        return payment.order().subMchid();
    }

    Complaint with(State next, boolean isWaiting, int newTimes, Entry step) {
        List<Entry> steps = new ArrayList<>(log);
        steps.add(step);
        return new Complaint(key, payment, created, text, refundAmount, phone, next, newTimes, isWaiting, steps);
    }
}
