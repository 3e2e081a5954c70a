package io.github.wxpaycodegen.generator.emit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Builds a JSON object on one line. Members keep the order in which they were added. */
final class Json {
    private final Map<String, String> members = new LinkedHashMap<>();

    /** Adds a string. */
    Json text(String name, String value) {
        members.put(name, quote(value));
        return this;
    }

    /** Adds a string, if present. */
    Json text(String name, Optional<String> value) {
        value.ifPresent(text -> text(name, text));
        return this;
    }

    /** Adds a list of strings. */
    Json texts(String name, List<String> values) {
        members.put(name, list(values.stream().map(Json::quote).toList()));
        return this;
    }

    /** Adds a value that is already JSON. */
    Json raw(String name, Object value) {
        members.put(name, value.toString());
        return this;
    }

    /** Adds a list of objects, unless it is empty. */
    Json objects(String name, List<Json> values) {
        if (!values.isEmpty()) {
            members.put(name, list(values.stream().map(Json::toString).toList()));
        }
        return this;
    }

    /** Adds {@code true}, if the flag is set. */
    Json flag(String name, boolean holds) {
        if (holds) {
            members.put(name, "true");
        }
        return this;
    }

    @Override
    public String toString() {
        return members.entrySet().stream()
                .map(member -> quote(member.getKey()) + ": " + member.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String list(List<String> values) {
        return values.stream().collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                // Surrogates are escaped too: half of a pair cannot be written as UTF-8.
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
