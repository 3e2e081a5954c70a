package io.github.wxpaycodegen.runtime.internal.call;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a call, unpacked from the public {@code CallOptions}; null means that the configuration decides.
 *
 * @param timeout the time for the whole call
 * @param host the host to call
 * @param maxAttempts the maximum number of attempts of a v3 call
 * @param headers additional headers
 * @param files the options of downloads
 * @param hostIfServed true if an operation that is not available at {@code host} is called at its default host instead
 *     of failing
 */
public record CallSettings(
        @Nullable Duration timeout,
        @Nullable URI host,
        @Nullable Integer maxAttempts,
        Map<String, String> headers,
        FileOptions files,
        boolean hostIfServed) {
    /** Returns the same options with another timeout of the whole call. */
    public CallSettings within(Duration time) {
        return new CallSettings(time, host, maxAttempts, headers, files, hostIfServed);
    }
}
