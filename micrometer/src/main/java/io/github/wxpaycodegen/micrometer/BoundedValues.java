package io.github.wxpaycodegen.micrometer;

import io.micrometer.common.KeyValue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Limits the number of values of a tag, because the registry keeps a time series for each. The first values are kept,
 * and all others become {@code other}. Thread-safe.
 */
final class BoundedValues {
    /** Replacement for all values beyond the limit, and for values that do not look like an error code or a host. */
    static final String OTHER = "other";

    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]{1,64}");

    private final int most;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /**
     * Creates a limit.
     *
     * @param most the number of different values to keep
     */
    BoundedValues(int most) {
        this.most = most;
    }

    /** Returns the value itself, {@code other}, or {@code none} for null. */
    String bounded(@Nullable String value) {
        if (value == null) {
            return KeyValue.NONE_VALUE;
        }
        if (known.contains(value)) {
            return value;
        }
        return PLAIN.matcher(value).matches() && learn(value) ? value : OTHER;
    }

    private synchronized boolean learn(String value) {
        return known.contains(value) || (known.size() < most && known.add(value));
    }
}
