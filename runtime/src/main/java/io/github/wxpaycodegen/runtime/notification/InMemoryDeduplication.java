package io.github.wxpaycodegen.runtime.notification;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the latest notifications of this process. The gateway sends again within about a day; a restart forgets. Safe for
 * use by many threads.
 */
public final class InMemoryDeduplication implements Deduplication {
    /** Of what a merchant with one payment a second receives within a day. */
    private static final int USUAL_CAPACITY = 100_000;

    private final int capacity;
    /** Whether each is done; the eldest first. */
    private final Map<String, Boolean> done = new LinkedHashMap<>();

    /** Remembers the latest 100,000 notifications, in some 20 MB. */
    public InMemoryDeduplication() {
        this(USUAL_CAPACITY);
    }

    /**
     * Remembers the latest notifications.
     *
     * @param capacity how many
     * @throws IllegalArgumentException if that is not positive
     */
    public InMemoryDeduplication(int capacity) {
        if (capacity <= 0) {
            throw new IllegalArgumentException("the capacity must be positive");
        }
        this.capacity = capacity;
    }

    @Override
    public synchronized Claim claim(String id) {
        Boolean known = done.putIfAbsent(id, false);
        if (known != null) {
            return known ? Claim.DONE : Claim.UNDER_WAY;
        }
        forgetEldestDone();
        return Claim.CLAIMED;
    }

    /** One that is under way is never forgotten. */
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
        // Anew, so that it counts as the latest.
        done.remove(id);
        done.put(id, true);
    }

    @Override
    public synchronized void release(String id) {
        done.remove(id);
    }
}
