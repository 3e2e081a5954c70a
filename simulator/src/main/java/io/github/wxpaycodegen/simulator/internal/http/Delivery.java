package io.github.wxpaycodegen.simulator.internal.http;

import java.time.Duration;

/**
 * How an answer goes over the wire.
 *
 * @param delay how long the client waits for its first byte
 * @param pause how long it waits before each byte of the body; zero sends the body as a whole
 * @param end where the body ends
 */
public record Delivery(Duration delay, Duration pause, End end) {
    public static final Delivery PROMPT = new Delivery(Duration.ZERO, Duration.ZERO, End.WHOLE);

    /** Where the body ends, and how. */
    public enum End {
        WHOLE,
        /** Halfway, with its connection; the head or the last chunk promised more. */
        HALFWAY,
        /** Halfway, with its connection, and nothing promised more. */
        HALFWAY_UNMARKED
    }

    public static Delivery delayed(Duration delay) {
        return new Delivery(delay, Duration.ZERO, End.WHOLE);
    }

    public static Delivery dripping(Duration pause) {
        return new Delivery(Duration.ZERO, pause, End.WHOLE);
    }

    public static Delivery ending(End end) {
        return new Delivery(Duration.ZERO, Duration.ZERO, end);
    }
}
