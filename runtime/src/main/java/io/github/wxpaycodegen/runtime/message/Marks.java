package io.github.wxpaycodegen.runtime.message;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Members that store, in the JSON of a message, what its names and values cannot show. No field has such a name.
 *
 * <p>{@value #PUT} lists the put fields, and {@value #PUT_ENCRYPTED} those of them that are encrypted when they are
 * sent. {@value #UNKNOWN} is an object with the unknown fields that would not be recognized as unknown in their own
 * place.
 */
final class Marks {
    static final String PUT = "$put";
    static final String PUT_ENCRYPTED = "$putEncrypted";
    static final String UNKNOWN = "$unknown";

    private Marks() {}

    /** Returns true if an unknown field of this name could be mistaken for a mark. */
    static boolean resembles(String name) {
        return name.startsWith("$");
    }

    /** Adds the marks of a message's put fields, in the order of the members. */
    static void add(Map<String, @Nullable Object> members, PutFields fields) {
        List<String> plain = new ArrayList<>();
        List<String> encrypted = new ArrayList<>();
        for (String name : members.keySet()) {
            PutField field = fields.asMap().get(name);
            if (field != null) {
                (field.encrypted() ? encrypted : plain).add(name);
            }
        }
        if (!plain.isEmpty()) {
            members.put(PUT, List.copyOf(plain));
        }
        if (!encrypted.isEmpty()) {
            members.put(PUT_ENCRYPTED, List.copyOf(encrypted));
        }
    }

    /**
     * Returns the members without the marks, and moves put and unknown fields to the two maps.
     *
     * @throws IllegalArgumentException if a mark is invalid
     */
    static Map<String, @Nullable Object> take(
            Map<String, ? extends @Nullable Object> members,
            Map<String, PutField> put,
            Map<String, @Nullable Object> unknown) {
        Set<?> plain = names(PUT, members);
        Set<?> encrypted = names(PUT_ENCRYPTED, members);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (name.equals(UNKNOWN)) {
                unknown.putAll(unknownFields(value));
            } else if (encrypted.contains(name) || plain.contains(name)) {
                put.put(name, putField(name, value, encrypted.contains(name)));
            } else if (!name.equals(PUT) && !name.equals(PUT_ENCRYPTED)) {
                fields.put(name, value);
            }
        });
        return fields;
    }

    private static Set<?> names(String mark, Map<String, ? extends @Nullable Object> members) {
        if (!members.containsKey(mark)) {
            return Set.of();
        }
        if (members.get(mark) instanceof List<?> names && members.keySet().containsAll(names)) {
            return new HashSet<>(names);
        }
        throw new IllegalArgumentException("the member " + mark + " must be a list of names of other members");
    }

    private static PutField putField(String name, @Nullable Object value, boolean encrypted) {
        MessageBuilder.requireName(name);
        if (encrypted && !(value instanceof String)) {
            throw new IllegalArgumentException("the member " + name + " must be a text, since it is encrypted");
        }
        return new PutField(JsonValue.ofTree(value), encrypted);
    }

    private static Map<String, @Nullable Object> unknownFields(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> kept)) {
            throw new IllegalArgumentException("the member " + UNKNOWN + " must be an object of unknown fields");
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        kept.forEach((name, field) -> fields.put((String) name, field));
        return fields;
    }
}
