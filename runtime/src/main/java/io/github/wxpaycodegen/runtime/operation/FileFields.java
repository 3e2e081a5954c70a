package io.github.wxpaycodegen.runtime.operation;

import io.github.wxpaycodegen.runtime.file.FileLink;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a response that link to a file. Each function returns the wire value of a field.
 *
 * @param <R> the response
 * @param url returns the link
 * @param hashType returns the algorithm of the digest; null, like {@code hashValue}, if the response has no digest
 * @param hashValue returns the digest in hex
 * @param state returns the state of the file; null if the file is always ready
 * @param waiting the states in which the gateway is still preparing the file
 */
public record FileFields<R>(
        Function<R, @Nullable Object> url,
        @Nullable Function<R, @Nullable Object> hashType,
        @Nullable Function<R, @Nullable Object> hashValue,
        @Nullable Function<R, @Nullable Object> state,
        Set<String> waiting) {
    public FileFields {
        waiting = Set.copyOf(waiting);
    }

    /** Returns whether the gateway is still preparing the file. */
    public boolean isWaiting(R response) {
        String value = state(response);
        return value != null && waiting.contains(value);
    }

    /** Returns the state as received; null if there is none. */
    public @Nullable String state(R response) {
        return text(state, response);
    }

    /**
     * Returns the link; null if the response has none.
     *
     * @throws IllegalArgumentException if the link is invalid, or the response has no digest
     */
    public @Nullable FileLink link(R response) {
        String link = text(url, response);
        if (link == null) {
            return null;
        }
        if (hashType == null) {
            return FileLink.of(link);
        }
        String type = text(hashType, response);
        String value = text(hashValue, response);
        if (type == null || value == null) {
            throw new IllegalArgumentException("it has no digest to verify the file with");
        }
        return FileLink.of(link, type, value);
    }

    private static <R> @Nullable String text(@Nullable Function<R, @Nullable Object> field, R response) {
        Object value = field == null ? null : field.apply(response);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }
}
