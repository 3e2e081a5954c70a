package io.github.wxpaycodegen.importer.internal.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field of a message, or a parameter.
 *
 * @param name its name on the wire
 * @param attributes the keys of the spec language with their values, in order: texts, booleans, numbers, lists
 *     and maps. An object has no {@code type}
 * @param fields the fields of an object; empty for other types
 */
public record ApiField(String name, Map<String, Object> attributes, List<ApiField> fields) {
    public ApiField {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        fields = List.copyOf(fields);
    }

    /** Returns true if the field is an object whose fields are declared in place. */
    public boolean isObject() {
        return !fields.isEmpty();
    }

    /** Returns this field with another value of an attribute. */
    public ApiField with(String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(attributes);
        changed.put(key, value);
        return new ApiField(name, changed, fields);
    }

    /** Returns this field without an attribute. */
    public ApiField without(String key) {
        Map<String, Object> changed = new LinkedHashMap<>(attributes);
        changed.remove(key);
        return new ApiField(name, changed, fields);
    }
}
