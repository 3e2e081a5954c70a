package io.github.wxpaycodegen.micrometer;

import io.micrometer.common.KeyValue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Limits the values of a tag that come from outside: each of them is a time series that the registry keeps for ever. The
 * first ones stay as they are, all others become one. Safe for use by many threads.
 */
final class BoundedValues {
    /** Stands for all values beyond the limit, and for those that no error code or host looks like. */
    static final String OTHER = "other";

    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]{1,64}");

    private final int most;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /**
     * Knows no value yet.
     *
     * @param most the number of different values that stay as they are
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
