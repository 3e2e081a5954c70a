package io.github.wxpaycodegen.samples.shop;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Pages that watch orders, by server-sent events. */
@Component
class OrderEvents {
    /** Then the browser connects again by itself. */
    private static final long TIMEOUT_MILLIS = 10 * 60_000;

    private final Map<String, List<SseEmitter>> watchers = new ConcurrentHashMap<>();
    private final Orders orders;

    OrderEvents(Orders orders) {
        this.orders = orders;
    }

    /** Sends the state of an order, now and whenever it changes. */
    SseEmitter watch(String number) {
        orders.get(number);
        SseEmitter watcher = new SseEmitter(TIMEOUT_MILLIS);
        Runnable forget = () -> watchers.computeIfPresent(number, (key, all) -> {
            all.remove(watcher);
            return all.isEmpty() ? null : all;
        });
        watcher.onCompletion(forget);
        watcher.onTimeout(watcher::complete);
        watcher.onError(e -> forget.run());
        watchers.compute(number, (key, all) -> {
            List<SseEmitter> extended = all == null ? new CopyOnWriteArrayList<>() : all;
            extended.add(watcher);
            return extended;
        });
        // After it is registered: a change between the two is sent twice, not lost.
        send(watcher, number);
        return watcher;
    }

    @EventListener
    void changed(Order order) {
        watchers.getOrDefault(order.number(), List.of()).forEach(watcher -> send(watcher, order.number()));
    }

    /** A graceful shutdown waits for the end of requests, and these would not end. */
    @EventListener(ContextClosedEvent.class)
    void complete() {
        watchers.values().forEach(all -> all.forEach(SseEmitter::complete));
    }

    private void send(SseEmitter watcher, String number) {
        // One at a time, and each the newest state: so the last one that arrives is the newest.
        synchronized (watcher) {
            try {
                watcher.send(SseEmitter.event().data(OrderView.of(orders.get(number))));
            } catch (IOException | IllegalStateException e) {
                // The page was closed, and the container completes the watcher.
            }
        }
    }
}
