package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Register;
import io.github.wxpaycodegen.simulator.internal.orders.Transition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A payscore order (支付分订单); a snapshot.
 *
 * @param key the sub-merchant and the merchant's number
 * @param request the fields with which it was created
 * @param orderId the gateway's number
 * @param later the fields of the requests that completed and changed it
 * @param total the amount in fen; empty until the merchant has completed the order
 * @param collection how it was paid; empty until it is
 */
public record PayScoreOrder(
        String key,
        Map<String, String> request,
        String orderId,
        Instant created,
        State state,
        Map<String, String> later,
        Optional<Long> total,
        Optional<Collection> collection)
        implements Register.Entry {
    /** The state of an order. On the wire, the two states of an order in progress are one, with a description. */
    public enum State {
        CREATED("CREATED", ""),
        USER_CONFIRM("DOING", "USER_CONFIRM"),
        MCH_COMPLETE("DOING", "MCH_COMPLETE"),
        DONE("DONE", ""),
        REVOKED("REVOKED", ""),
        EXPIRED("EXPIRED", "");

        private final String wireName;
        private final String description;

        State(String wireName, String description) {
            this.wireName = wireName;
            this.description = description;
        }

        /** Returns the {@code state} on the wire. */
        public String wireName() {
            return wireName;
        }

        /** Returns the {@code state_description} on the wire; an empty text if there is none. */
        public String description() {
            return description;
        }
    }

    /** An action of the user. */
    public enum Change implements Transition<State> {
        CONFIRM,
        PAY,
        EXPIRE;

        @Override
        public Set<State> from() {
            return switch (this) {
                case CONFIRM, EXPIRE -> Set.of(State.CREATED);
                case PAY -> Set.of(State.MCH_COMPLETE);
            };
        }
    }

    /**
     * The payment of an order.
     *
     * @param transactionId empty if the merchant received the money by other means
     */
    public record Collection(String transactionId, Instant time) {}

    private static final Set<String> LISTS = Set.of("post_payments", "post_discounts");

    public PayScoreOrder {
        request = Map.copyOf(request);
        later = Map.copyOf(later);
    }

    /** Returns the merchant's number. */
    public String number() {
        return text("out_order_no");
    }

    /** Returns the sub-merchant; an empty text for the merchant's own orders. */
    public String subMchid() {
        return text("sub_mchid");
    }

    /** Returns the user; a sample if the request names none, because the user is known once the order is opened. */
    public String openid() {
        String given = text("openid");
        return given.isEmpty() ? "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o" : given;
    }

    @Override
    public boolean isFinished() {
        return state == State.DONE || state == State.REVOKED || state == State.EXPIRED;
    }

    /** Returns the fields of all its requests. Once the order is completed, its parts are those of the last request. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>(request);
        if (total.isPresent()) {
            fields.keySet().removeIf(PayScoreOrder::isPart);
        }
        fields.putAll(later);
        return fields;
    }

    /** Returns true for a field of a part of the amount. */
    static boolean isPart(String name) {
        return LISTS.stream().anyMatch(list -> name.startsWith(list + "["));
    }

    PayScoreOrder with(State next) {
        return new PayScoreOrder(key, request, orderId, created, next, later, total, collection);
    }

    /** Returns the order with the fields of another request. */
    PayScoreOrder with(State next, Map<String, String> changes, Optional<Long> amount) {
        Map<String, String> all = new LinkedHashMap<>(later);
        all.keySet().removeIf(PayScoreOrder::isPart);
        all.putAll(changes);
        return new PayScoreOrder(key, request, orderId, created, next, all, amount, collection);
    }

    PayScoreOrder paid(Collection payment) {
        return new PayScoreOrder(key, request, orderId, created, State.DONE, later, total, Optional.of(payment));
    }
}
