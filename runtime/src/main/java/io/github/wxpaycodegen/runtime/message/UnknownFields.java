package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Received fields that the spec of the message does not declare: fields that WeChat Pay has added since, and values
 * that do not have the type of their field. The signature covers them like any other field.
 */
public final class UnknownFields {
    /** No unknown fields. */
    public static final UnknownFields EMPTY = new UnknownFields(Map.of(), Map.of());

    private final Map<String, @Nullable Object> trees;
    private final Map<String, String> texts;

    private UnknownFields(Map<String, @Nullable Object> trees, Map<String, String> texts) {
        this.trees = trees;
        this.texts = texts;
    }

    /** Returns the given fields: by name a tree of maps, lists, String, BigDecimal, Boolean and null. */
    static UnknownFields of(Map<String, ? extends @Nullable Object> trees) {
        if (trees.isEmpty()) {
            return EMPTY;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        trees.forEach((name, tree) -> texts.put(name, JsonValue.ofTree(tree).text()));
        return new UnknownFields(new LinkedHashMap<>(trees), Collections.unmodifiableMap(texts));
    }

    Map<String, @Nullable Object> trees() {
        return trees;
    }

    /** Returns the names, in the order in which they were received; unmodifiable. */
    public Set<String> names() {
        return texts.keySet();
    }

    /** Returns the text of a field, or the JSON text of a value that is not a string; null if there is no such field. */
    public @Nullable String text(String name) {
        return texts.get(name);
    }

    /** Returns the {@link #text texts} of all fields, by name; unmodifiable. */
    public Map<String, String> asMap() {
        return texts;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnknownFields that && trees.equals(that.trees);
    }

    @Override
    public int hashCode() {
        return trees.hashCode();
    }

    /** Returns only the names, because any of the values may be sensitive. */
    @Override
    public String toString() {
        return texts.keySet().stream().map(ForeignText::shown).toList().toString();
    }
}
