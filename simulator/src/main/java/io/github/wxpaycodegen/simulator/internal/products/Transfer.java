package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A transfer to a user's balance; a snapshot.
 *
 * @param key the merchant's number
 * @param request the fields with which it was created; those of a batch's detail
 * @param id the gateway's number
 * @param failReason empty unless it failed or was canceled
 * @param updated the time of its last change
 */
public record Transfer(
        String key,
        Map<String, String> request,
        String id,
        Instant created,
        State state,
        String failReason,
        Instant updated)
        implements Register.Entry {
    /** The state of a transfer, named as in v3. */
    public enum State {
        WAIT_USER_CONFIRM,
        PROCESSING,
        SUCCESS,
        FAIL,
        CANCELLED;

        /** Returns true if the state does not change anymore. */
        public boolean isFinal() {
            return this == SUCCESS || this == FAIL || this == CANCELLED;
        }
    }

    /** The end of a transfer that the user confirms. */
    public enum Change implements Transition<State> {
        CONFIRM(State.SUCCESS),
        EXPIRE(State.FAIL),
        FAIL(State.FAIL);

        private final State to;

        Change(State to) {
            this.to = to;
        }

        @Override
        public Set<State> from() {
            return Set.of(State.WAIT_USER_CONFIRM);
        }

        /** Returns the state to which it leads. */
        public State to() {
            return to;
        }
    }

    public Transfer {
        request = Map.copyOf(request);
    }

    @Override
    public boolean isFinished() {
        return state.isFinal();
    }

    /** Returns the amount in fen. */
    public long amount() {
        String v3 = text("transfer_amount");
        return Long.parseLong(v3.isEmpty() ? text("amount") : v3);
    }

    Transfer with(State next, String reason, Instant now) {
        return new Transfer(key, request, id, created, next, reason, now);
    }
}
