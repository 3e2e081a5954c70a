package io.github.wxpaycodegen.runtime.internal.call;

import java.time.Duration;

/**
 * Limits of the duration and size of calls.
 *
 * @param timeout the time for a whole call
 * @param fileTimeout the time for a whole download to a file
 * @param maxResponseBytes the maximum number of response bytes in memory
 * @param maxFileBytes the maximum number of bytes of a downloaded file, both as received and decompressed
 * @param maxAttempts the maximum number of attempts of a v3 call
 */
public record CallLimits(
        Duration timeout, Duration fileTimeout, long maxResponseBytes, long maxFileBytes, int maxAttempts) {}
