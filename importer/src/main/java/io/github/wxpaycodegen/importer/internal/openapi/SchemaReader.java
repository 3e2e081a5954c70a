package io.github.wxpaycodegen.importer.internal.openapi;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.yaml.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads schemas: types, objects with their fields, lists, and what they are composed of. */
final class SchemaReader {
    /** Deeper schemas contain themselves. */
    private static final int MAX_DEPTH = 30;
    /** All operations of WeChat Pay have a tenth of it. References that multiply would never end otherwise. */
    private static final int MAX_SCHEMAS = 1_000_000;

    private static final Set<String> KEYS = Set.of(
            "$ref",
            "allOf",
            "oneOf",
            "anyOf",
            "type",
            "format",
            "properties",
            "required",
            "items",
            "enum",
            "title",
            "description",
            "example",
            "examples",
            "default",
            "const",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum",
            "maxItems",
            "minItems",
            "nullable",
            "deprecated",
            "xml",
            "additionalProperties",
            "name",
            "in",
            "schema",
            "contentMediaType",
            "contentSchema",
            "contentEncoding",
            "readOnly",
            "writeOnly",
            "collectionFormat",
            "uniqueItems",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "externalDocs",
            "summary",
            "discriminator",
            "style",
            "explode",
            "allowEmptyValue",
            "minProperties",
            "maxProperties",
            "multipleOf",
            "not",
            "patternProperties",
            "$comment",
            "allowReserved");

    private final SourceTree tree;
    private final boolean exported;
    private final Findings findings;
    private final ScalarReader scalars;
    private int schemas;

    SchemaReader(SourceTree tree, boolean exported, Findings findings) {
        this.tree = tree;
        this.exported = exported;
        this.findings = findings;
        this.scalars = new ScalarReader(findings);
    }

    /** Returns the field that a schema describes. A parameter of Swagger is such a schema itself. */
    ApiField field(String name, boolean required, Located schema) {
        return read(schema, 0).toField(name, required);
    }

    /** Returns the fields of a message; a message that is not an object has a finding. */
    List<ApiField> fields(Located schema) {
        return message(schema).fields();
    }

    /** Returns a message: its fields, and its attributes such as groups. */
    ApiField message(Located schema) {
        Shape shape = read(schema, 0);
        if (shape.isList() || (shape.fields.isEmpty() && !shape.isObject)) {
            findings.add(schema.span(), "a message must be an object: its content was not imported");
            // The fields of the elements of a list are not those of the message.
            return new ApiField("", Map.of(), List.of());
        }
        return new ApiField("", shape.attributes, List.copyOf(shape.fields.values()));
    }

    private Shape read(Located schema, int depth) {
        Shape shape = new Shape(schema.span());
        if (depth > MAX_DEPTH || ++schemas > MAX_SCHEMAS) {
            findings.add(schema.span(), "the schema contains itself, or is too large: imported as a string");
            shape.attributes.put("type", "string");
            return shape;
        }
        if (!schema.isMapping()) {
            findings.add(schema.span(), "a schema must be a mapping: imported as a string");
            shape.attributes.put("type", "string");
            return shape;
        }
        reportUnknown(schema);
        if (schema.get("$ref").isPresent()) {
            tree.target(schema).ifPresent(target -> shape.merge(read(target, depth + 1)));
            if (exported) {
                // The names of a shared type are not those of a field that has none.
                List.of("title", "description", "deprecated").forEach(shape.attributes::remove);
            }
        }
        for (Located part : schema.get("allOf").map(Located::elements).orElse(List.of())) {
            shape.merge(read(part, depth + 1));
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            List<Located> parts = schema.get(choice).map(Located::elements).orElse(List.of());
            if (!parts.isEmpty()) {
                findings.add(parts.get(0).span(), "`" + choice + "`: only this first alternative was imported");
                shape.merge(read(parts.get(0), depth + 1));
            }
        }
        own(schema, shape, depth);
        return shape;
    }

    private void reportUnknown(Located schema) {
        schema.entries().forEach((key, entry) -> {
            if (!KEYS.contains(key) && !key.startsWith("x-")) {
                findings.add(entry.key(), Words.unknownKey(key, KEYS));
            } else if (isLost(key, entry.value())) {
                findings.add(entry.key(), "`" + key + "` was not imported: the spec language has nothing for it");
            }
        });
    }

    private static boolean isLost(String key, Located value) {
        return switch (key) {
            case "minItems", "minProperties" -> !value.text().equals(Optional.of("0"));
            case "maxProperties", "multipleOf", "discriminator", "contentEncoding", "not", "patternProperties" -> true;
            case "uniqueItems", "readOnly", "writeOnly" -> value.text().equals(Optional.of("true"));
            case "additionalProperties" -> value.isMapping() && !value.entries().isEmpty();
            case "collectionFormat" -> !value.text().equals(Optional.of("csv"));
            default -> false;
        };
    }

    private void own(Located schema, Shape shape, int depth) {
        boolean composed = schema.get("$ref").isPresent() || schema.get("allOf").isPresent();
        Optional<String> type = scalars.type(schema);
        if (type.filter("array"::equals).isPresent()
                || (type.isEmpty() && schema.get("items").isPresent())) {
            list(schema, shape, depth);
        } else if (type.filter("object"::equals).isPresent()
                || schema.get("properties").isPresent()) {
            object(schema, shape, depth);
        } else if (type.isPresent() || !composed) {
            scalars.read(schema, type, shape.attributes);
        }
        Annotations.read(schema, exported, shape.attributes, findings);
        document(schema, shape, depth);
    }

    private void list(Located schema, Shape shape, int depth) {
        Optional<Located> items = schema.get("items");
        if (items.isEmpty()) {
            findings.add(schema.span(), "an array without `items`: imported as a list of strings");
            shape.attributes.put("type", "string");
        } else {
            Shape element = read(items.get(), depth + 1);
            if (element.isList()) {
                findings.add(items.get().span(), "a list of lists: imported as one list");
            }
            shape.merge(element);
        }
        shape.attributes.put(schema.flag("x-wxpay-indexed") ? "indexed" : "list", true);
        scalars.count(schema, "maxItems", shape.attributes);
    }

    private void object(Located schema, Shape shape, int depth) {
        shape.isObject = true;
        shape.attributes.remove("type");
        Set<String> required = new LinkedHashSet<>(schema.texts("required"));
        Set<String> sensitive = new LinkedHashSet<>(schema.texts("x-is-sensitive"));
        schema.get("properties").map(Located::entries).orElse(Map.of()).forEach((name, entry) -> {
            ApiField field = read(entry.value(), depth + 1).toField(name, required.remove(name));
            shape.fields.put(name, sensitive.remove(name) ? field.with("sensitive", true) : field);
        });
        // A composed schema may require fields of its other parts.
        for (String name : required) {
            if (shape.fields.containsKey(name)) {
                shape.fields.computeIfPresent(name, (key, field) -> field.with("required", true));
            } else {
                shape.requiredElsewhere.put(name, schema);
            }
        }
        for (String name : sensitive) {
            shape.fields.computeIfPresent(name, (key, field) -> field.with("sensitive", true));
        }
    }

    /** Reads the document that a text contains. */
    private void document(Located schema, Shape shape, int depth) {
        Optional<Located> content =
                schema.get("x-json").or(() -> schema.get("x-wxpay-content")).or(() -> schema.get("contentSchema"));
        if (content.isEmpty() || shape.isList()) {
            return;
        }
        Shape inner = read(content.get(), depth + 1);
        boolean known = inner.isObject || inner.isList() || exported;
        String encoding = schema.text("x-wxpay-encoded").orElse("json");
        if (!known) {
            shape.attributes.put("format", "json");
            return;
        }
        List.of("type", "format", "example", "maxLength", "minLength").forEach(shape.attributes::remove);
        Map<String, Object> about = new LinkedHashMap<>(shape.attributes);
        shape.attributes.clear();
        shape.attributes.putAll(inner.attributes);
        shape.attributes.putAll(about);
        shape.fields.putAll(inner.fields);
        shape.isObject = inner.isObject;
        shape.attributes.put("encoded", encoding);
        content.get()
                .get("x-key")
                .ifPresent(key -> findings.add(
                        key.span(), "the list is wrapped in an object with one key: not imported, compare the page"));
    }

    /** The attributes and fields of a schema, as far as they were read. */
    private final class Shape {
        private final Map<String, Object> attributes = new LinkedHashMap<>();
        private final Map<String, ApiField> fields = new LinkedHashMap<>();
        private final Map<String, Located> requiredElsewhere = new LinkedHashMap<>();
        private final SourceSpan place;
        private boolean isObject;

        Shape(SourceSpan place) {
            this.place = place;
        }

        boolean isList() {
            return attributes.containsKey("list") || attributes.containsKey("indexed");
        }

        void merge(Shape other) {
            attributes.putAll(other.attributes);
            isObject |= other.isObject;
            if (isObject) {
                attributes.remove("type");
            }
            other.fields.forEach((name, field) -> fields.merge(name, field, this::joined));
            requiredElsewhere.putAll(other.requiredElsewhere);
            for (String name : List.copyOf(requiredElsewhere.keySet())) {
                if (fields.containsKey(name)) {
                    fields.computeIfPresent(name, (key, field) -> field.with("required", true));
                    requiredElsewhere.remove(name);
                }
            }
        }

        private ApiField joined(ApiField first, ApiField second) {
            Map<String, Object> attributes = new LinkedHashMap<>(first.attributes());
            attributes.putAll(second.attributes());
            boolean required = Boolean.TRUE.equals(first.attributes().get("required"))
                    || Boolean.TRUE.equals(second.attributes().get("required"));
            attributes.put("required", required);
            Map<String, ApiField> fields = new LinkedHashMap<>();
            first.fields().forEach(field -> fields.put(field.name(), field));
            second.fields().forEach(field -> fields.merge(field.name(), field, this::joined));
            return new ApiField(first.name(), attributes, List.copyOf(fields.values()));
        }

        ApiField toField(String name, boolean required) {
            requiredElsewhere.forEach((missing, place) ->
                    findings.add(place.span(), "`" + missing + "` is required but not declared: ignored"));
            Map<String, Object> all = new LinkedHashMap<>(attributes);
            if (isObject && fields.isEmpty()) {
                all.put("fields", Map.of());
                findings.add(
                        place, "`" + name + "` is an object whose fields are not declared: imported without fields");
            }
            all.put("required", required);
            return new ApiField(name, all, new ArrayList<>(fields.values()));
        }
    }
}
