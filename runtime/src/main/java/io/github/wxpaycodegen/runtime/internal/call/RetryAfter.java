package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Parses the header {@code Retry-After} in seconds. A date is ignored, because it requires synchronized clocks. */
public final class RetryAfter {
    private RetryAfter() {}

    /** Returns the time that the gateway asks to wait; null if the response has none. */
    public static @Nullable Duration of(TransportResponse response) {
        String seconds = ResponseHeaders.first(response, "Retry-After");
        return seconds == null || !seconds.matches("[0-9]{1,9}") ? null : Duration.ofSeconds(Long.parseLong(seconds));
    }
}
