package io.github.wxpaycodegen.runtime.message;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a caller put on a message with {@link MessageBuilder#putField}. They are sent unchanged, and replace
 * declared fields of the same name. Immutable.
 */
public final class PutFields {
    /** No put fields. */
    public static final PutFields EMPTY = new PutFields(Map.of());

    private final Map<String, PutField> fields;

    private PutFields(Map<String, PutField> fields) {
        this.fields = fields;
    }

    static PutFields of(Map<String, PutField> fields) {
        return fields.isEmpty() ? EMPTY : new PutFields(Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
    }

    /** Returns the names in the order in which they were put; unmodifiable. */
    public Set<String> names() {
        return fields.keySet();
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    boolean contains(String name) {
        return fields.containsKey(name);
    }

    Map<String, PutField> asMap() {
        return fields;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PutFields that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** Returns only the names, because any of the values may be sensitive. */
    @Override
    public String toString() {
        return fields.keySet().stream().map(ForeignText::shown).toList().toString();
    }
}
