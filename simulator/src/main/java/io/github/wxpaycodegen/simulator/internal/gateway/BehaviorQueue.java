package io.github.wxpaycodegen.simulator.internal.gateway;

import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Behaviors queued for upcoming requests, by path. */
public final class BehaviorQueue {
    private final Map<String, Queue<ScriptedBehavior>> byPath = new ConcurrentHashMap<>();
    private final AtomicLong clearings = new AtomicLong();

    /** Adds a behavior of an upcoming request. */
    public void add(String path, ScriptedBehavior behavior) {
        byPath.computeIfAbsent(path, each -> new ConcurrentLinkedQueue<>()).add(behavior);
    }

    /** Returns how many behaviors wait for requests, by path; paths without any are absent. */
    public Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        byPath.forEach((path, queue) -> {
            if (!queue.isEmpty()) {
                sizes.put(path, queue.size());
            }
        });
        return sizes;
    }

    /** Removes all behaviors. */
    public void clear() {
        clearings.incrementAndGet();
        byPath.clear();
    }

    /** Returns how often the queue was cleared: a behavior that was taken before the last time no longer applies. */
    long clearings() {
        return clearings.get();
    }

    /** Removes and returns the next behavior of a path; the default behavior if there is none. */
    ScriptedBehavior take(String path) {
        Queue<ScriptedBehavior> queue = byPath.get(path);
        ScriptedBehavior next = queue == null ? null : queue.poll();
        return next == null ? ScriptedBehavior.USUAL : next;
    }
}
