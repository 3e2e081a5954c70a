package io.github.wxpaycodegen.runtime.notification;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Store of the latest notifications of this process, in memory. The gateway repeats notifications for about a day; a
 * restart loses the store. Thread-safe.
 */
public final class InMemoryDeduplication implements Deduplication {
    /** About a day of notifications at one payment per second. */
    private static final int USUAL_CAPACITY = 100_000;

    private final int capacity;
    /** The notifications, oldest first; true means handled. */
    private final Map<String, Boolean> done = new LinkedHashMap<>();

    /** Creates a store of the latest 100,000 notifications, which needs about 20 MB. */
    public InMemoryDeduplication() {
        this(USUAL_CAPACITY);
    }

    /**
     * Creates a store of the latest notifications.
     *
     * @param capacity the maximum number of notifications
     * @throws IllegalArgumentException if it is not positive
     */
    public InMemoryDeduplication(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("the capacity must be positive (was " + capacity + ")");
        }
        this.capacity = capacity;
    }

    @Override
    public synchronized Claim claim(String id) {
        Boolean known = done.putIfAbsent(id, false);
        if (known != null) {
            return known ? Claim.DONE : Claim.IN_PROGRESS;
        }
        forgetEldestDone();
        return Claim.CLAIMED;
    }

    /** A claimed notification is never removed. */
    private void forgetEldestDone() {
        if (done.size() > capacity) {
            done.entrySet().stream()
                    .filter(Map.Entry::getValue)
                    .findFirst()
                    .map(Map.Entry::getKey)
                    .ifPresent(done::remove);
        }
    }

    @Override
    public synchronized void done(String id) {
        // Inserts it again, so that it counts as the latest.
        done.remove(id);
        done.put(id, true);
    }

    @Override
    public synchronized void release(String id) {
        done.remove(id);
    }
}
