package io.github.wxpaycodegen.simulator;

import java.time.Duration;

/**
 * How an answer goes over the wire.
 *
 * @param delay how long the client waits for its first byte
 * @param pause how long it waits before each byte of the body; zero sends the body as a whole
 * @param truncated whether the connection ends in the middle of the body
 */
record Delivery(Duration delay, Duration pause, boolean truncated) {
    static final Delivery PROMPT = new Delivery(Duration.ZERO, Duration.ZERO, false);

    static Delivery delayed(Duration delay) {
        return new Delivery(delay, Duration.ZERO, false);
    }

    static Delivery dripping(Duration pause) {
        return new Delivery(Duration.ZERO, pause, false);
    }

    static Delivery cutShort() {
        return new Delivery(Duration.ZERO, Duration.ZERO, true);
    }
}
