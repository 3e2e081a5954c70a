package io.github.wxpaycodegen.simulator.internal.http;

import java.time.Duration;

/**
 * The delivery of a response.
 *
 * @param delay before the first byte
 * @param pause before each byte of the body; zero sends the body as a whole
 * @param end the end of the body
 */
public record Delivery(Duration delay, Duration pause, End end) {
    /** Delivery without delay or fault. */
    public static final Delivery PROMPT = new Delivery(Duration.ZERO, Duration.ZERO, End.WHOLE);

    /** The end of the body. */
    public enum End {
        WHOLE,
        /** The connection ends halfway; head or chunks show that the body is incomplete. */
        HALFWAY,
        /** The connection ends halfway; nothing shows that the body is incomplete. */
        HALFWAY_UNMARKED
    }

    /** Returns a delivery that starts after a delay. */
    public static Delivery delayed(Duration delay) {
        return new Delivery(delay, Duration.ZERO, End.WHOLE);
    }

    /** Returns a delivery with a pause before each byte. */
    public static Delivery dripping(Duration pause) {
        return new Delivery(Duration.ZERO, pause, End.WHOLE);
    }

    /** Returns a delivery with this end. */
    public static Delivery ending(End end) {
        return new Delivery(Duration.ZERO, Duration.ZERO, end);
    }
}
