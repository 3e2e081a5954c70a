package io.github.wxpaycodegen.samples.shop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/**
 * All orders, in memory: a restart forgets them, and they are never deleted. A real shop has a database, whose transactions
 * do what {@link #change} does here: no two changes of one order happen at the same time.
 */
@Repository
class Orders {
    private final Map<String, Order> orders = new ConcurrentHashMap<>();
    private final ApplicationEventPublisher events;

    Orders(ApplicationEventPublisher events) {
        this.events = events;
    }

    Optional<Order> find(String number) {
        return Optional.ofNullable(orders.get(number));
    }

    /** @throws Refusal if there is no such order */
    Order get(String number) {
        return find(number).orElseThrow(() -> Refusal.unknown(number));
    }

    List<Order> list() {
        return List.copyOf(orders.values());
    }

    /** Stores an order, unless its number is taken; returns the order that has this number. */
    Order add(Order order) {
        Order other = orders.putIfAbsent(order.number(), order);
        return other == null ? order : other;
    }

    /**
     * Changes an order and publishes the result as an event.
     *
     * @throws Refusal if there is no such order, or if its state does not allow the change
     */
    Order change(String number, UnaryOperator<Order> change) {
        Order changed = orders.computeIfPresent(number, (key, order) -> change.apply(order));
        if (changed == null) {
            throw Refusal.unknown(number);
        }
        events.publishEvent(changed);
        return changed;
    }
}
