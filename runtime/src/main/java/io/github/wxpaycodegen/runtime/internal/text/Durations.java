package io.github.wxpaycodegen.runtime.internal.text;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations in messages. */
public final class Durations {
    private Durations() {}

    /**
     * Returns the duration in milliseconds: {@code 30000 ms}. One of less than a second has as many decimals as it needs,
     * {@code 0.000001 ms}. A longer one has none: often it is what is left of another one.
     */
    public static String shown(Duration duration) {
        BigDecimal millis = duration.getSeconds() == 0
                ? BigDecimal.valueOf(duration.getNano(), 6).stripTrailingZeros()
                : BigDecimal.valueOf(duration.toMillis());
        return millis.toPlainString() + " ms";
    }
}
