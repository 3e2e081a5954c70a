package io.github.wxpaycodegen.simulator;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the next requests to each path are to meet, in the order in which it was asked for. */
final class Programme {
    private final Map<String, Queue<Behaviour>> byPath = new ConcurrentHashMap<>();

    void add(String path, Behaviour behaviour) {
        byPath.computeIfAbsent(path, each -> new ConcurrentLinkedQueue<>()).add(behaviour);
    }

    /** The next behaviour for the path, which is then used up. */
    Behaviour take(String path) {
        Queue<Behaviour> queue = byPath.get(path);
        Behaviour next = queue == null ? null : queue.poll();
        return next == null ? Behaviour.usual() : next;
    }
}
