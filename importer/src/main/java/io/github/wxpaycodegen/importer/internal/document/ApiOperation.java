package io.github.wxpaycodegen.importer.internal.document;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation or a notification as a source describes it.
 *
 * @param span its place in the source
 * @param uri as specs have it: {@code v2/pay/orderquery}; of a notification, the path of its file:
 *     {@code notifications/v3/TRANSACTION.SUCCESS}
 * @param method in lower case: {@code post}; of a notification, {@link Section#NOTIFICATION}
 * @param attributes the keys of the spec language with their values, in order
 * @param messages the fields of each section that it has
 */
public record ApiOperation(
        SourceSpan span,
        String uri,
        String method,
        Map<String, Object> attributes,
        Map<Section, List<ApiField>> messages) {
    public ApiOperation {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        Map<Section, List<ApiField>> copy = new EnumMap<>(Section.class);
        messages.forEach((section, fields) -> copy.put(section, List.copyOf(fields)));
        messages = Collections.unmodifiableMap(copy);
    }

    /** Returns true for a notification. */
    public boolean isNotification() {
        return method.equals(Section.NOTIFICATION);
    }

    /** Returns the fields of a section; empty if the operation does not have it. */
    public List<ApiField> fields(Section section) {
        return messages.getOrDefault(section, List.of());
    }

    /** Returns this operation with other fields in a section. */
    public ApiOperation with(Section section, List<ApiField> fields) {
        Map<Section, List<ApiField>> changed = new EnumMap<>(Section.class);
        changed.putAll(messages);
        changed.put(section, fields);
        return new ApiOperation(span, uri, method, attributes, changed);
    }

    /** Returns this operation with another value of an attribute. */
    public ApiOperation with(String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(attributes);
        changed.put(key, value);
        return new ApiOperation(span, uri, method, changed, messages);
    }

    /** Returns this operation without an attribute. */
    public ApiOperation without(String key) {
        Map<String, Object> changed = new LinkedHashMap<>(attributes);
        changed.remove(key);
        return new ApiOperation(span, uri, method, changed, messages);
    }
}
