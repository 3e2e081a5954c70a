package io.github.wxpaycodegen.runtime.internal.call;

import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import io.github.wxpaycodegen.runtime.internal.wire.RequestParts;
import io.github.wxpaycodegen.runtime.operation.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a response repeats from its request, with the values that were sent. A correctly signed response with
 * another value belongs to another call.
 *
 * @param sent the values by name
 */
public record Echoes(Map<String, String> sent) {
    /** No fields. */
    public static final Echoes NONE = new Echoes(Map.of());

    /** Returns the fields of a v3 request, from its path, query and body. */
    public static Echoes of(Operation<?, ?> operation, List<String> segments, RequestParts parts) {
        if (operation.echoes().isEmpty()) {
            return NONE;
        }
        Map<String, String> candidates = new LinkedHashMap<>();
        if (parts.hasJsonFields()) {
            JsonDocument.read(parts.json()).forEach((name, value) -> put(candidates, name, value));
        }
        parts.query().forEach(parameter -> candidates.put(parameter.name(), parameter.value()));
        candidates.putAll(PathTemplate.values(operation.path(), segments));
        return of(operation, candidates);
    }

    /** Returns the fields of a v2 request. */
    public static Echoes of(Operation<?, ?> operation, Map<String, String> fields) {
        Map<String, String> echoed = new LinkedHashMap<>();
        for (String name : operation.echoes()) {
            String value = fields.get(name);
            if (value != null && !value.isEmpty()) {
                echoed.put(name, value);
            }
        }
        return new Echoes(echoed);
    }

    /** Returns a problem if a field differs from the request. A missing field is not a problem. */
    public Optional<String> findDifference(Map<String, ? extends @Nullable Object> received) {
        Map<String, String> values = new LinkedHashMap<>();
        received.forEach((name, value) -> put(values, name, value));
        return sent.entrySet().stream()
                .filter(each -> values.containsKey(each.getKey())
                        && !values.get(each.getKey()).equals(each.getValue()))
                .map(each -> "the response belongs to another call: its " + each.getKey()
                        + " differs from the value that was sent")
                .findFirst();
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value instanceof String text && !text.isEmpty()) {
            values.put(name, text);
        } else if (value instanceof Number) {
            values.put(name, value.toString());
        }
    }
}
