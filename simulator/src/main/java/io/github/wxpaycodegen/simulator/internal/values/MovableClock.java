package io.github.wxpaycodegen.simulator.internal.values;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs like another one, and can be moved forward. */
public final class MovableClock extends Clock {
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

    /** Moves the clock forward, and every clock that {@link #withZone} returned. */
    public void advance(Duration duration) {
        ahead.accumulateAndGet(duration, Duration::plus);
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
