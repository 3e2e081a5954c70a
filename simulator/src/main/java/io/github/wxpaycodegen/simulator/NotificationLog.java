package io.github.wxpaycodegen.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The attempts so far, oldest first. */
final class NotificationLog {
    private final List<NotificationAttempt> attempts = new ArrayList<>();

    synchronized void add(NotificationAttempt attempt) {
        attempts.add(attempt);
        notifyAll();
    }

    synchronized List<NotificationAttempt> all() {
        return List.copyOf(attempts);
    }

    /** The first that fits, waited for if there is none yet; empty if none comes in time. */
    synchronized Optional<NotificationAttempt> await(Predicate<NotificationAttempt> fits, Duration timeout)
            throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        Optional<NotificationAttempt> found = first(fits);
        for (long left = timeout.toMillis();
                found.isEmpty() && left > 0;
                left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
            found = first(fits);
        }
        return found;
    }

    private Optional<NotificationAttempt> first(Predicate<NotificationAttempt> fits) {
        return attempts.stream().filter(fits).findFirst();
    }
}
