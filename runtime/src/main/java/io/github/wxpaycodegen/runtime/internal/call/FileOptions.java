package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.internal.download.FileTarget;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of calls that download to a file.
 *
 * @param maxBytes null for the configured limit
 * @param firstPause between two questions whether a file is prepared
 */
record FileOptions(
        boolean replace, boolean gunzip, @Nullable Long maxBytes, Duration firstPause) {
    static final FileOptions NONE = new FileOptions(false, false, null, Duration.ofSeconds(5));

    FileOptions replacing(boolean value) {
        return new FileOptions(value, gunzip, maxBytes, firstPause);
    }

    FileOptions gunzipping(boolean value) {
        return new FileOptions(replace, value, maxBytes, firstPause);
    }

    FileOptions upTo(long value) {
        return new FileOptions(replace, gunzip, value, firstPause);
    }

    FileOptions polling(Duration value) {
        return new FileOptions(replace, gunzip, maxBytes, value);
    }

    FileTarget target(Path path, WxPayConfig config) {
        return new FileTarget(path, replace, gunzip, maxBytes == null ? config.maxFileBytes() : maxBytes);
    }
}
