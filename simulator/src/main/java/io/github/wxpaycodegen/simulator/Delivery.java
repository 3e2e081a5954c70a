package io.github.wxpaycodegen.simulator;

import java.time.Duration;

/**
 * How an answer goes over the wire.
 *
 * @param delay how long the client waits for its first byte
 * @param pause how long it waits before each byte of the body; zero sends the body as a whole
 * @param end where the body ends
 */
record Delivery(Duration delay, Duration pause, End end) {
    static final Delivery PROMPT = new Delivery(Duration.ZERO, Duration.ZERO, End.WHOLE);

    /** Where the body ends, and how. */
    enum End {
        WHOLE,
        /** Halfway, with its connection; the head or the last chunk promised more. */
        HALFWAY,
        /** Halfway, with its connection, and nothing promised more. */
        HALFWAY_UNMARKED
    }

    static Delivery delayed(Duration delay) {
        return new Delivery(delay, Duration.ZERO, End.WHOLE);
    }

    static Delivery dripping(Duration pause) {
        return new Delivery(Duration.ZERO, pause, End.WHOLE);
    }

    static Delivery ending(End end) {
        return new Delivery(Duration.ZERO, Duration.ZERO, end);
    }
}
