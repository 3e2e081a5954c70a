package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}, in seconds; a date, which needs clocks that agree, is ignored. */
public final class RetryAfter {
    private RetryAfter() {}

    /** Returns how long the gateway asks to wait; null if it does not. */
    public static @Nullable Duration of(TransportResponse response) {
        String seconds = ResponseHeaders.first(response, "Retry-After");
        return seconds == null || !seconds.matches("[0-9]{1,9}") ? null : Duration.ofSeconds(Long.parseLong(seconds));
    }
}
