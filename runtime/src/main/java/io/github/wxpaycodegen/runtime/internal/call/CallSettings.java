package io.github.wxpaycodegen.runtime.internal.call;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a call, unpacked from the public {@code CallOptions}; null where the configuration decides.
 *
 * @param timeout the time for the whole call
 * @param host the host to call
 * @param maxAttempts the most attempts of a v3 call
 * @param headers further headers
 * @param files the options of downloads
 * @param hostIfServed whether an operation that is not at {@code host} is called at its usual host instead of failing
 */
public record CallSettings(
        @Nullable Duration timeout,
        @Nullable URI host,
        @Nullable Integer maxAttempts,
        Map<String, String> headers,
        FileOptions files,
        boolean hostIfServed) {
    /** Returns the same options with another time for the whole call. */
    public CallSettings within(Duration time) {
        return new CallSettings(time, host, maxAttempts, headers, files, hostIfServed);
    }
}
