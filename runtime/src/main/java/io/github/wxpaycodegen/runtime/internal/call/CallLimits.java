package io.github.wxpaycodegen.runtime.internal.call;

import java.time.Duration;

/**
 * How long and how large calls may be.
 *
 * @param timeout the time for a whole call
 * @param fileTimeout the time for a whole download to a file
 * @param maxResponseBytes the most bytes of a response that are held in memory
 * @param maxFileBytes the most bytes of a downloaded file, as received and unpacked
 * @param maxAttempts the most attempts of a v3 call
 */
public record CallLimits(
        Duration timeout, Duration fileTimeout, long maxResponseBytes, long maxFileBytes, int maxAttempts) {}
