package io.github.wxpaycodegen.simulator.internal.orders;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A rental or hotel order and its state; a snapshot.
 *
 * @param request the fields with which it was created, without nonce and signature
 * @param later the fields of the request that finished it
 * @param finishTicket required to finish it
 * @param transactionId of the payment; empty before the payment
 */
public record ServiceOrder(
        Kind kind,
        Map<String, String> request,
        String orderId,
        Instant created,
        String finishTicket,
        State state,
        Map<String, String> later,
        String transactionId) {
    /** The kind of service. */
    public enum Kind {
        RENT,
        HOTEL
    }

    /** The state of an order, named as on the wire. */
    public enum State {
        CREATED,
        USER_ACCEPTED,
        FINISHED,
        USER_PAID,
        REVOKED,
        EXPIRED;

        /** Returns true if the state cannot change any more. */
        boolean isFinal() {
            return this == USER_PAID || this == REVOKED || this == EXPIRED;
        }

        /** Returns why an order in this state rejects an action. */
        Problem problem() {
            return switch (this) {
                case REVOKED -> Problem.SERVICE_ORDER_CANCELED;
                case EXPIRED -> Problem.SERVICE_ORDER_CLOSED;
                case FINISHED, USER_PAID -> Problem.SERVICE_ORDER_DONE;
                case CREATED, USER_ACCEPTED -> Problem.SERVICE_ORDER_STATE;
            };
        }
    }

    /** An action of the user. */
    public enum Change implements Transition<State> {
        CONFIRM(State.USER_ACCEPTED),
        FAIL_CONFIRMATION(State.CREATED),
        EXPIRE(State.EXPIRED),
        PAY(State.USER_PAID),
        FAIL_PAYMENT(State.FINISHED);

        private final State to;

        Change(State to) {
            this.to = to;
        }

        @Override
        public Set<State> from() {
            return switch (this) {
                case CONFIRM, FAIL_CONFIRMATION, EXPIRE -> Set.of(State.CREATED);
                case PAY, FAIL_PAYMENT -> Set.of(State.FINISHED);
            };
        }

        /** Returns the state to which it leads. */
        public State to() {
            return to;
        }
    }

    public ServiceOrder {
        request = Map.copyOf(request);
        later = Map.copyOf(later);
    }

    /** Returns the merchant's number. */
    public String number() {
        return request.getOrDefault("out_order_no", "");
    }

    String serviceId() {
        return request.getOrDefault("service_id", "");
    }

    /** Returns the order in another state. */
    public ServiceOrder with(State next) {
        return new ServiceOrder(kind, request, orderId, created, finishTicket, next, later, transactionId);
    }

    /** Returns the order in another state, with changed fields. */
    public ServiceOrder with(State next, Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>(later);
        all.putAll(changes);
        return new ServiceOrder(kind, request, orderId, created, finishTicket, next, all, transactionId);
    }

    ServiceOrder paid(String transaction) {
        return new ServiceOrder(kind, request, orderId, created, finishTicket, State.USER_PAID, later, transaction);
    }

    /** Returns the fields for a query: those of the requests that created and finished it, and its state. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>(request);
        fields.put("returned", "FALSE");
        fields.put("checked_in", "FALSE");
        fields.putAll(later);
        fields.put("state", state.name());
        fields.put("order_id", orderId);
        fields.put("finish_ticket", finishTicket);
        if (!transactionId.isEmpty()) {
            fields.put("finish_transaction_id", transactionId);
        }
        return fields;
    }
}
