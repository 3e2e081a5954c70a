package io.github.wxpaycodegen.cli.call;

import io.github.wxpaycodegen.cli.catalog.Catalog;
import io.github.wxpaycodegen.cli.catalog.CatalogEntry;
import io.github.wxpaycodegen.cli.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The numbers of a request by which the query of its operation finds what the request was about. */
public final class QueryNumbers {
    /** Fields that identify the merchant, not what was requested. */
    private static final Set<String> CALLERS = Set.of(
            "mchid",
            "sp_mchid",
            "sub_mchid",
            "mch_id",
            "sub_mch_id",
            "brand_id",
            "appid",
            "sp_appid",
            "sub_appid",
            "mch_appid",
            "sign_type");

    private QueryNumbers() {}

    /** Returns the numbers by name; empty if no query is known, or it takes none of the request's. */
    public static Map<String, String> of(Catalog catalog, CallTarget target, CallRequest request) {
        Map<String, String> numbers = new LinkedHashMap<>();
        target.known().ifPresent(entry -> {
            List<String> taken = new ArrayList<>();
            catalog.withId(entry.settledBy()).forEach(query -> taken.addAll(query.requestFields()));
            values(target, entry, request).forEach((name, value) -> {
                if (taken.contains(name)
                        && !CALLERS.contains(name)
                        && !entry.encryptedFields().contains(name)) {
                    numbers.put(name, value);
                }
            });
        });
        return numbers;
    }

    private static Map<String, String> values(CallTarget target, CatalogEntry entry, CallRequest request) {
        Map<String, String> values = new LinkedHashMap<>(segments(entry.path(), target.path()));
        request.query().forEach(parameter -> values.put(parameter.getKey(), parameter.getValue()));
        if (tree(request.body()) instanceof Map<?, ?> members) {
            members.forEach((name, value) -> {
                if (value instanceof String || value instanceof Number) {
                    values.put((String) name, value.toString());
                }
            });
        }
        return values;
    }

    private static @Nullable Object tree(@Nullable String body) {
        try {
            return body == null ? null : Json.read(body);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Map<String, String> segments(String template, String path) {
        String[] names = template.split("/", -1);
        String[] given = path.split("/", -1);
        Map<String, String> segments = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.length, given.length); i++) {
            if (names[i].startsWith("{") && names[i].endsWith("}")) {
                segments.put(names[i].substring(1, names[i].length() - 1), given[i]);
            }
        }
        return segments;
    }
}
