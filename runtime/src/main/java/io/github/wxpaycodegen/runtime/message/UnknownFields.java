package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a message was received with beside the fields that its spec names: fields that WeChat Pay has added since, and
 * values that are not of their field's type. They took part in the verification of the signature like any other.
 */
public final class UnknownFields {
    /** No unknown fields. */
    public static final UnknownFields EMPTY = new UnknownFields(Map.of());

    private final Map<String, String> texts;

    private UnknownFields(Map<String, String> texts) {
        this.texts = texts;
    }

    /** Keeps the given fields: by name their text, or the JSON text of a value that is not a string. */
    public static UnknownFields of(Map<String, String> texts) {
        return texts.isEmpty() ? EMPTY : new UnknownFields(Collections.unmodifiableMap(new LinkedHashMap<>(texts)));
    }

    /** The names, in the order in which they came. */
    public Set<String> names() {
        return texts.keySet();
    }

    /** The text of a field, or the JSON text of a value that is not a string; null if there is no such field. */
    public @Nullable String text(String name) {
        return texts.get(name);
    }

    /** All of them, by name; unmodifiable. */
    public Map<String, String> asMap() {
        return texts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnknownFields that && texts.equals(that.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    /** The names alone: nobody knows which of the values are sensitive. */
    @Override
    public String toString() {
        return texts.keySet().stream().map(ForeignText::shown).toList().toString();
    }
}
