package io.github.wxpaycodegen.simulator.internal.gateway;

import io.github.wxpaycodegen.simulator.internal.specs.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Behaviors queued for upcoming requests. */
public final class BehaviorQueue {
    private final List<Entry> entries = new ArrayList<>();
    private long clearings;

    private record Entry(Route route, ScriptedBehavior behavior) {}

    /**
     * Adds a behavior of an upcoming request.
     *
     * @param route the path of the request, or one with templates, which stand for any value
     */
    public synchronized void add(Route route, ScriptedBehavior behavior) {
        entries.add(new Entry(route, behavior));
    }

    /** Returns how many behaviors wait for requests, by the path for which they were added; paths without any are absent. */
    public synchronized Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new TreeMap<>();
        entries.forEach(entry -> sizes.merge(entry.route().path(), 1, Integer::sum));
        return sizes;
    }

    /** Removes all behaviors. */
    public synchronized void clear() {
        clearings++;
        entries.clear();
    }

    /** Returns how often the queue was cleared: a behavior that was taken before the last time no longer applies. */
    synchronized long clearings() {
        return clearings;
    }

    /**
     * Removes and returns the behavior of a request: the first of those whose path has the fewest templates. Returns the
     * default behavior if there is none.
     */
    synchronized ScriptedBehavior take(Route request) {
        Optional<Entry> next = entries.stream()
                .filter(entry -> entry.route().includes(request))
                .min(Comparator.comparingInt(entry -> entry.route().templates()));
        next.ifPresent(entries::remove);
        return next.map(Entry::behavior).orElse(ScriptedBehavior.USUAL);
    }
}
