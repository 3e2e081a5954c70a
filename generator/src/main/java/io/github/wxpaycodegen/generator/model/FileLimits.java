package io.github.wxpaycodegen.generator.model;

import java.util.List;
import java.util.OptionalLong;

/**
 * Limits of a file part.
 *
 * @param maxBytes the size limit
 * @param mediaTypes the media types that are accepted; empty for all
 */
public record FileLimits(OptionalLong maxBytes, List<String> mediaTypes) {
    /** No limits. */
    public static final FileLimits NONE = new FileLimits(OptionalLong.empty(), List.of());

    public FileLimits {
        mediaTypes = List.copyOf(mediaTypes);
    }
}
