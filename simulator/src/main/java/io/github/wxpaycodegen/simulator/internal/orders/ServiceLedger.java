package io.github.wxpaycodegen.simulator.internal.orders;

import io.github.wxpaycodegen.simulator.internal.orders.ServiceOrder.Change;
import io.github.wxpaycodegen.simulator.internal.orders.ServiceOrder.Kind;
import io.github.wxpaycodegen.simulator.internal.orders.ServiceOrder.State;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The rental and hotel orders of the merchant, in memory, and the rules for changing their states. */
public final class ServiceLedger {
    private final Clock clock;
    private final Numbers numbers;
    private final Map<String, ServiceOrder> orders = new LinkedHashMap<>();

    /** Creates an empty ledger. */
    public ServiceLedger(Clock clock, Numbers numbers) {
        this.clock = clock;
        this.numbers = numbers;
    }

    /** Creates an order. An equal request returns the existing one. */
    public synchronized ServiceOrder create(Kind kind, Map<String, String> request) throws ProblemException {
        ServiceOrder earlier = orders.get(request.getOrDefault("out_order_no", ""));
        if (earlier != null) {
            if (earlier.kind() != kind || !earlier.request().equals(request)) {
                throw new ProblemException(Problem.SERVICE_ORDER_USED);
            }
            return earlier;
        }
        Instant now = clock.instant();
        String id = numbers.serviceOrderId(now);
        return keep(new ServiceOrder(kind, request, id, now, "ticket-" + id, State.CREATED, Map.of(), ""));
    }

    /**
     * Returns the order with an {@code out_order_no}.
     *
     * @throws ProblemException if there is none
     */
    public synchronized ServiceOrder find(String number) throws ProblemException {
        ServiceOrder order = orders.get(number);
        if (order == null) {
            throw new ProblemException(Problem.NO_SERVICE_ORDER);
        }
        return order;
    }

    /**
     * Returns the order that a request identifies.
     *
     * @throws ProblemException if there is none
     */
    public synchronized ServiceOrder find(Map<String, String> request) throws ProblemException {
        ServiceOrder order = find(request.getOrDefault("out_order_no", ""));
        if (!order.serviceId().equals(request.get("service_id"))) {
            throw new ProblemException(Problem.NO_SERVICE_ORDER);
        }
        return order;
    }

    /** Pays the amount of a finished order. */
    public synchronized ServiceOrder pay(String number) throws ProblemException {
        Instant now = clock.instant();
        return change(find(number), Change.PAY.from(), order -> order.paid(numbers.transactionId(now)));
    }

    /**
     * Changes an order.
     *
     * @throws ProblemException if it is in none of the given states
     */
    public synchronized ServiceOrder change(ServiceOrder order, Set<State> from, UnaryOperator<ServiceOrder> change)
            throws ProblemException {
        ServiceOrder current = find(order.number());
        if (!from.contains(current.state())) {
            throw new ProblemException(current.state().problem());
        }
        return keep(change.apply(current));
    }

    /** Returns all orders, oldest first. */
    public synchronized List<ServiceOrder> orders() {
        return new ArrayList<>(orders.values());
    }

    /** Removes all orders. Ids are not assigned again. */
    public synchronized void clear() {
        orders.clear();
    }

    private ServiceOrder keep(ServiceOrder order) {
        orders.put(order.number(), order);
        Retention.trim(orders, each -> each.state().isFinal());
        return order;
    }
}
