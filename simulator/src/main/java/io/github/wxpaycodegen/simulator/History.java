package io.github.wxpaycodegen.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * The newest entries of a log, oldest first. Older entries are dropped so that a simulator can run for days; reading all of them
 * then fails.
 */
final class History<T> {
    private final String name;
    private final String latestMethod;
    private final HistoryLimits limits;
    private final ToLongFunction<T> size;
    private final Deque<T> entries = new ArrayDeque<>();
    private long bytes;
    private long dropped;

    /**
     * Creates an empty history.
     *
     * @param name of its entries, in the plural, for messages
     * @param latestMethod the public method that returns what is kept, for messages
     * @param size the bytes of an entry
     */
    History(String name, String latestMethod, HistoryLimits limits, ToLongFunction<T> size) {
        this.name = name;
        this.latestMethod = latestMethod;
        this.limits = limits;
        this.size = size;
    }

    synchronized void add(T entry) {
        entries.add(entry);
        bytes += size.applyAsLong(entry);
        while (entries.size() > 1 && !limits.allow(entries.size(), bytes)) {
            bytes -= size.applyAsLong(entries.remove());
            dropped++;
        }
        notifyAll();
    }

    /** Removes all entries, and forgets that older ones were dropped. */
    synchronized void clear() {
        entries.clear();
        bytes = 0;
        dropped = 0;
    }

    /**
     * Returns all entries.
     *
     * @throws IllegalStateException if some were dropped
     */
    synchronized List<T> all() {
        if (dropped > 0) {
            throw new IllegalStateException(incomplete());
        }
        return latest();
    }

    /** Returns the entries that are kept. */
    synchronized List<T> latest() {
        return List.copyOf(entries);
    }

    /**
     * Returns the oldest matching entry, and waits for one if there is none; empty if none arrives in time.
     *
     * @throws IllegalStateException if none arrives in time, and an earlier one may have been dropped
     */
    synchronized Optional<T> await(Predicate<T> fits, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        Optional<T> found = first(fits);
        for (long left = timeout.toMillis();
                found.isEmpty() && left > 0;
                left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
            found = first(fits);
        }
        if (found.isEmpty() && dropped > 0) {
            throw new IllegalStateException("no matching entry arrived in time, unless it is among the " + dropped + " "
                    + name + " that were dropped: " + incomplete());
        }
        return found;
    }

    private Optional<T> first(Predicate<T> fits) {
        return entries.stream().filter(fits).findFirst();
    }

    private String incomplete() {
        return "only the newest " + entries.size() + " of " + (dropped + entries.size()) + " " + name
                + " are kept (" + limits + "): read these with " + latestMethod
                + ", or keep more with SimulatorBuilder.history(entries, bytes)";
    }
}
