package io.github.wxpaycodegen.simulator.internal.orders;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Bounds the number of things that are remembered, so that a simulator that runs for weeks does not run out of memory.
 * The oldest finished things are forgotten first, many at once, so that this costs little.
 */
final class Retention {
    /** The most things of one kind. With their requests they take about 100 MB. */
    static final int MOST = 50_000;

    private static final int PARTS = 10;

    private Retention() {}

    /**
     * Forgets a tenth if there are more than {@link #MOST}.
     *
     * @param entries oldest first
     * @param finished selects those that nothing more is expected of
     * @return true if something was forgotten
     */
    static <K, V> boolean trim(Map<K, V> entries, Predicate<V> finished) {
        return trim(entries, finished, MOST);
    }

    static <K, V> boolean trim(Map<K, V> entries, Predicate<V> finished, int most) {
        if (entries.size() <= most) {
            return false;
        }
        int target = most - most / PARTS;
        removeOldest(entries, finished, target);
        removeOldest(entries, any -> true, target);
        return true;
    }

    private static <K, V> void removeOldest(Map<K, V> entries, Predicate<V> removable, int target) {
        Iterator<V> oldest = entries.values().iterator();
        while (entries.size() > target && oldest.hasNext()) {
            if (removable.test(oldest.next())) {
                oldest.remove();
            }
        }
    }
}
