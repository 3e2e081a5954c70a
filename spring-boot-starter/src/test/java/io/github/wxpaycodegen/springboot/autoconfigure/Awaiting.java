package io.github.wxpaycodegen.springboot.autoconfigure;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do. */
final class Awaiting {
    private static final Duration LONG = Duration.ofMinutes(2);

    private Awaiting() {}

    /** Returns once a condition holds. The machine may be busy, so it waits for long. */
    static void until(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > LONG.toNanos()) {
                throw new AssertionError("the condition did not hold within " + LONG);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
