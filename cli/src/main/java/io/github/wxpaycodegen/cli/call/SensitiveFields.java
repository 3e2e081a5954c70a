package io.github.wxpaycodegen.cli.call;

import io.github.wxpaycodegen.cli.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a request that its specs declare as encrypted: names, numbers of identity cards, of banks. They are
 * written as plain text, and never sent as such.
 */
final class SensitiveFields {
    private final Set<String> paths;

    /**
     * Creates the fields of an operation.
     *
     * @param paths their names, with dots between levels
     */
    SensitiveFields(List<String> paths) {
        this.paths = Set.copyOf(paths);
    }

    /** Returns true if a field of the top level must be encrypted. */
    boolean contains(String name) {
        return paths.contains(name);
    }

    /**
     * Returns the first field in a document that must be encrypted; empty if it has none.
     *
     * @throws IllegalArgumentException if the document is not JSON
     */
    Optional<String> firstIn(String json) {
        if (paths.isEmpty()) {
            return Optional.empty();
        }
        Found found = new Found();
        encrypted("", Json.read(json), found);
        return Optional.ofNullable(found.path);
    }

    /**
     * Returns a document with these fields encrypted. It is the given text if there are none, so that it is sent byte for
     * byte.
     *
     * @param encryption returns the ciphertext of a text
     * @throws IllegalArgumentException if the document is not JSON, or such a field is neither a text nor null
     */
    String encrypt(String json, UnaryOperator<String> encryption) {
        return firstIn(json).isEmpty() ? json : Json.line(encrypted("", Json.read(json), new Encrypting(encryption)));
    }

    private @Nullable Object encrypted(String path, @Nullable Object value, Visitor visitor) {
        if (value instanceof Map<?, ?> members) {
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            members.forEach((name, member) -> result.put(
                    (String) name, encrypted(path.isEmpty() ? (String) name : path + "." + name, member, visitor)));
            return result;
        }
        if (value instanceof List<?> elements) {
            return elements.stream()
                    .map(element -> encrypted(path, element, visitor))
                    .toList();
        }
        return value != null && paths.contains(path) ? visitor.visit(path, value) : value;
    }

    /** Receives the values that must be encrypted. */
    private interface Visitor {
        Object visit(String path, Object value);
    }

    private static final class Found implements Visitor {
        private @Nullable String path;

        @Override
        public Object visit(String at, Object value) {
            path = path == null ? at : path;
            return value;
        }
    }

    private record Encrypting(UnaryOperator<String> encryption) implements Visitor {
        @Override
        public Object visit(String at, Object value) {
            if (!(value instanceof String text)) {
                throw new IllegalArgumentException(at + " must be a text, which is encrypted");
            }
            return encryption.apply(text);
        }
    }
}
