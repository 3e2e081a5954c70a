package io.github.wxpaycodegen.importer.internal.draft;

import io.github.wxpaycodegen.importer.internal.document.ApiField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Groups fields that v2 numbers, {@code coupon_id_$n}, as the spec language does. */
final class IndexedFields {
    private IndexedFields() {}

    /** Returns the fields with each family of numbered fields in a group, at the place of its first field. */
    static List<ApiField> grouped(List<ApiField> fields) {
        List<ApiField> inner = fields.stream()
                .map(field -> field.isObject() && !field.attributes().containsKey("indexed")
                        ? new ApiField(field.name(), field.attributes(), grouped(field.fields()))
                        : field)
                .toList();
        if (inner.stream().noneMatch(IndexedFields::isNumbered)) {
            return inner;
        }
        List<ApiField> outer = inner.stream().filter(IndexedFields::isNumbered).toList();
        List<ApiField> group = new ArrayList<>(
                outer.stream().filter(field -> !field.name().contains("$m")).toList());
        List<ApiField> deeper =
                outer.stream().filter(field -> field.name().contains("$m")).toList();
        Set<String> taken = inner.stream().map(ApiField::name).collect(Collectors.toSet());
        if (!deeper.isEmpty()) {
            group.add(group(deeper, taken));
        }
        List<ApiField> result = new ArrayList<>();
        boolean placed = false;
        for (ApiField field : inner) {
            if (!isNumbered(field)) {
                result.add(field);
            } else if (!placed) {
                placed = true;
                result.add(group(group, taken));
            }
        }
        return result;
    }

    private static boolean isNumbered(ApiField field) {
        return field.name().contains("$n") && !field.attributes().containsKey("indexed");
    }

    private static ApiField group(List<ApiField> fields, Set<String> taken) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("indexed", true);
        String name = name(fields);
        while (taken.contains(name)) {
            name += "_list";
        }
        return new ApiField(name, attributes, fields);
    }

    /** Returns the words that most names begin with, in the plural. */
    private static String name(List<ApiField> fields) {
        Map<String, Long> firstWords = fields.stream()
                .filter(field -> !field.attributes().containsKey("indexed"))
                .map(field -> Arrays.asList(field.name().split("_", -1)).get(0))
                .collect(Collectors.groupingBy(word -> word, LinkedHashMap::new, Collectors.counting()));
        return firstWords.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .orElse("item")
                + "s";
    }
}
