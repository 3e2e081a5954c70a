package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A merchant coupon that a user has (商家券); a snapshot.
 *
 * @param key the merchant's {@code out_request_no} of sending it
 * @param stock the stock, as it was when the user got the coupon
 * @param code the {@code coupon_code}, unique within the stock
 * @param begin from when on it can be used
 * @param end until when it can be used
 * @param steps what the merchant did with it, oldest first
 */
public record BusifavorCoupon(
        String key,
        Map<String, String> request,
        BusifavorStock stock,
        String code,
        Instant created,
        Instant begin,
        Instant end,
        State state,
        List<Step> steps)
        implements Register.Entry {
    /** The state of a coupon, named as on the wire. */
    public enum State {
        SENDED,
        USED,
        EXPIRED,
        DEACTIVATED
    }

    /** The end of its time. */
    public enum Change implements Transition<State> {
        EXPIRE;

        @Override
        public Set<State> from() {
            return Set.of(State.SENDED);
        }
    }

    /** Something that a merchant does with a coupon. */
    public enum Action {
        USE,
        RETURN,
        DEACTIVATE,
        ASSOCIATE,
        DISASSOCIATE;

        private static final Set<Action> ON_ORDER = Set.of(ASSOCIATE, DISASSOCIATE);

        /** Returns true if this action and another one change the same: the state, or the associated order. */
        boolean isLike(Action other) {
            return ON_ORDER.contains(this) == ON_ORDER.contains(other);
        }
    }

    /**
     * An action that was performed.
     *
     * @param number the merchant's number of the request
     * @param detail the order of an association, or the reason of a deactivation; empty for others
     * @param request the fields of the request that are the same at each attempt
     */
    public record Step(Action action, String number, String detail, Map<String, String> request, Instant time) {
        public Step {
            request = Map.copyOf(request);
        }

        boolean hasNumber(Action of, String wanted) {
            return action == of && number.equals(wanted);
        }
    }

    public BusifavorCoupon {
        request = Map.copyOf(request);
        steps = List.copyOf(steps);
    }

    /** Returns the user who has the coupon. */
    public String openid() {
        return text("openid");
    }

    @Override
    public boolean isFinished() {
        return state != State.SENDED;
    }

    /** Returns the last time that an action was performed; empty if it never was. */
    public Optional<Step> last(Action action) {
        return steps.stream().filter(step -> step.action() == action).reduce((earlier, later) -> later);
    }

    /** Returns the order that the coupon is associated with; empty if there is none. */
    public Optional<String> order() {
        return latestLike(Action.ASSOCIATE)
                .filter(step -> step.action() == Action.ASSOCIATE)
                .map(Step::detail);
    }

    /** Returns the latest step that changed what an action changes. */
    Optional<Step> latestLike(Action action) {
        return steps.stream().filter(step -> step.action().isLike(action)).reduce((earlier, later) -> later);
    }

    BusifavorCoupon expired() {
        return with(State.EXPIRED, steps);
    }

    BusifavorCoupon after(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return switch (step.action()) {
            case USE -> with(State.USED, all);
            case RETURN -> with(State.SENDED, all);
            case DEACTIVATE -> with(State.DEACTIVATED, all);
            case ASSOCIATE, DISASSOCIATE -> with(state, all);
        };
    }

    private BusifavorCoupon with(State next, List<Step> all) {
        return new BusifavorCoupon(key, request, stock, code, created, begin, end, next, all);
    }
}
