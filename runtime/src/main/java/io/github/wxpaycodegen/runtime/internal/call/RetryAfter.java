package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After}, in seconds; a date, which needs clocks that agree, is ignored. */
final class RetryAfter {
    private RetryAfter() {}

    static @Nullable Duration of(TransportResponse response) {
        List<String> values = response.headers().getOrDefault("Retry-After", List.of());
        return values.isEmpty() || !values.get(0).matches("[0-9]{1,9}")
                ? null
                : Duration.ofSeconds(Long.parseLong(values.get(0)));
    }
}
