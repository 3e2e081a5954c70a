package io.github.wxpaycodegen.simulator.internal.values;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs like another one, and can be moved forward. */
public final class MovableClock extends Clock {
    private static final Duration FURTHEST = Duration.ofDays(365_000);

    private final Clock base;
    private final AtomicReference<Duration> ahead;

    /** Creates a clock that shows the time of another one until it is moved. */
    public MovableClock(Clock base) {
        this(base, new AtomicReference<>(Duration.ZERO));
    }

    private MovableClock(Clock base, AtomicReference<Duration> ahead) {
        this.base = base;
        this.ahead = ahead;
    }

    /**
     * Moves the clock forward, and every clock that {@link #withZone} returned.
     *
     * @throws IllegalArgumentException if the clock would be more than a thousand years ahead, where the formats of the
     *     gateway end; it is not moved then
     */
    public void advance(Duration duration) {
        ahead.updateAndGet(earlier -> {
            // Compared first, because the sum of two durations may overflow.
            if (duration.compareTo(FURTHEST.minus(earlier)) > 0) {
                throw new IllegalArgumentException("time can be moved forward by at most " + FURTHEST.toDays()
                        + " days in all (was " + duration + ", after " + earlier + ")");
            }
            return earlier.plus(duration);
        });
    }

    /** Moves the clock back to the time of the other one. */
    public void reset() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(base.withZone(zone), ahead);
    }
}
