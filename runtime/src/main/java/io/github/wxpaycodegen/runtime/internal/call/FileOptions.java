package io.github.wxpaycodegen.runtime.internal.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Options of downloads to a file.
 *
 * @param maxBytes null for the configured limit
 * @param firstPause the first pause between two queries for a file that is being prepared
 */
public record FileOptions(
        boolean replace, boolean gunzip, @Nullable Long maxBytes, Duration firstPause) {
    /** The default options. */
    public static final FileOptions NONE = new FileOptions(false, false, null, Duration.ofSeconds(5));

    /** Returns the same options with another {@link #replace}. */
    public FileOptions replacing(boolean value) {
        return new FileOptions(value, gunzip, maxBytes, firstPause);
    }

    /** Returns the same options with another {@link #gunzip}. */
    public FileOptions gunzipping(boolean value) {
        return new FileOptions(replace, value, maxBytes, firstPause);
    }

    /** Returns the same options with another limit in bytes. */
    public FileOptions upTo(long value) {
        return new FileOptions(replace, gunzip, value, firstPause);
    }

    /** Returns the same options with another first pause. */
    public FileOptions polling(Duration value) {
        return new FileOptions(replace, gunzip, maxBytes, value);
    }
}
