package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.internal.json.JsonTree;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A JSON value of any type. Immutable. */
public final class JsonValue {
    private static final int MAX_DIGITS = 1000;
    private static final int MAX_DECIMALS = 100;

    private final @Nullable Object tree;

    private JsonValue(@Nullable Object tree) {
        this.tree = tree;
    }

    static JsonValue ofTree(@Nullable Object tree) {
        return new JsonValue(frozen(tree));
    }

    static JsonValue of(String text) {
        return new JsonValue(Objects.requireNonNull(text, "value"));
    }

    static JsonValue of(boolean value) {
        return new JsonValue(value);
    }

    static JsonValue of(BigDecimal number) {
        boolean tooLong = number.precision() > MAX_DIGITS
                || number.scale() > MAX_DECIMALS
                || number.precision() - (long) number.scale() > MAX_DIGITS;
        if (tooLong) {
            throw new IllegalArgumentException("a number must have at most " + MAX_DIGITS + " digits, " + MAX_DECIMALS
                    + " of them after its decimal point (was " + ForeignText.shown(number) + ")");
        }
        // In plain notation a negative scale would be lost.
        return new JsonValue(number.scale() < 0 ? number.setScale(0) : number);
    }

    static JsonValue parse(String json) {
        Objects.requireNonNull(json, "json");
        try {
            return ofTree(JsonTree.read(json));
        } catch (JacksonException e) {
            // Without the cause, which quotes the text: it may be personal data.
            throw new IllegalArgumentException("a value must be one JSON document: " + JsonTree.problem(e, json));
        }
    }

    /** Returns a copy that cannot be changed. */
    static @Nullable Object frozen(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, member) -> copy.put(name, frozen(member)));
            return Collections.unmodifiableMap(copy);
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(frozen(element)));
            return Collections.unmodifiableList(copy);
        }
        return tree;
    }

    /** Returns the value as unmodifiable maps and lists, String, BigDecimal, Boolean and null. */
    public @Nullable Object tree() {
        return tree;
    }

    /** Returns the value for formats that have only text: a string itself, otherwise the JSON. */
    public String text() {
        return tree instanceof String text ? text : JsonTree.write(tree);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonValue that && Objects.equals(tree, that.tree);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(tree);
    }

    /** Returns the JSON of the value. */
    @Override
    public String toString() {
        return JsonTree.write(tree);
    }
}
