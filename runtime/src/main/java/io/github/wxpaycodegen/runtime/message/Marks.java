package io.github.wxpaycodegen.runtime.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members by which the JSON of a message says what its names and values do not. No field has such a name.
 *
 * <p>{@value #PUT} lists the members that were put, {@value #PUT_ENCRYPTED} those that were put and are encrypted when they
 * are sent. {@value #UNKNOWN} is an object of the unknown fields that would not be read as such in their own place.
 */
final class Marks {
    static final String PUT = "$put";
    static final String PUT_ENCRYPTED = "$putEncrypted";
    static final String UNKNOWN = "$unknown";

    private Marks() {}

    /** Whether an unknown field of this name could be taken for a mark. */
    static boolean resembles(String name) {
        return name.startsWith("$");
    }

    /** Adds the marks of a message's put fields. */
    static void add(Map<String, @Nullable Object> members, PutFields fields) {
        List<String> plain = new ArrayList<>();
        List<String> encrypted = new ArrayList<>();
        fields.asMap().forEach((name, field) -> (field.encrypted() ? encrypted : plain).add(name));
        if (!plain.isEmpty()) {
            members.put(PUT, List.copyOf(plain));
        }
        if (!encrypted.isEmpty()) {
            members.put(PUT_ENCRYPTED, List.copyOf(encrypted));
        }
    }

    /**
     * Returns the members without the marks and without the fields that were put or are unknown, which the two maps take.
     *
     * @throws IllegalArgumentException if a mark is not what it must be
     */
    static Map<String, @Nullable Object> take(
            Map<String, ? extends @Nullable Object> members,
            Map<String, PutField> put,
            Map<String, @Nullable Object> unknown) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(members);
        take(fields, PUT, false, put);
        take(fields, PUT_ENCRYPTED, true, put);
        if (fields.containsKey(UNKNOWN)) {
            if (!(fields.remove(UNKNOWN) instanceof Map<?, ?> kept)) {
                throw new IllegalArgumentException("the member " + UNKNOWN + " must be an object of unknown fields");
            }
            kept.forEach((name, value) -> unknown.put((String) name, value));
        }
        return fields;
    }

    private static void take(
            Map<String, @Nullable Object> fields, String mark, boolean encrypted, Map<String, PutField> put) {
        if (!fields.containsKey(mark)) {
            return;
        }
        if (!(fields.remove(mark) instanceof List<?> names)) {
            throw new IllegalArgumentException("the member " + mark + " must be a list of names of other members");
        }
        for (Object each : names) {
            if (!(each instanceof String name) || !fields.containsKey(name)) {
                throw new IllegalArgumentException("the member " + mark + " must list names of other members alone");
            }
            MessageBuilder.requireName(name);
            Object value = fields.remove(name);
            if (encrypted && !(value instanceof String)) {
                throw new IllegalArgumentException("the member " + name + " must be a text, since it is encrypted");
            }
            put.put(name, new PutField(JsonValue.ofTree(value), encrypted));
        }
    }
}
