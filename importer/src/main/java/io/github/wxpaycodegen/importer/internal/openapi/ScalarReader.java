package io.github.wxpaycodegen.importer.internal.openapi;

import io.github.wxpaycodegen.generator.model.Format;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.yaml.Located;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the type, the values and the limits of a schema that is neither an object nor a list. */
final class ScalarReader {
    private final Findings findings;

    ScalarReader(Findings findings) {
        this.findings = findings;
    }

    /** Returns the type that a schema states, corrected if it is misspelled; empty if it states none. */
    Optional<String> type(Located schema) {
        Optional<Located> node = schema.get("type");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        List<String> types =
                node.get().texts().stream().filter(each -> !each.equals("null")).toList();
        if (node.get().isMapping() || types.isEmpty()) {
            findings.add(node.get().span(), "`type` must be the name of a type: ignored");
            return Optional.empty();
        }
        if (types.size() > 1) {
            findings.add(node.get().span(), "several types " + types + ": only the first was imported");
        }
        String type = types.get(0);
        if (Words.isType(type)) {
            return Optional.of(type);
        }
        String likely = Words.likelyType(type).orElse("string");
        findings.add(node.get().span(), "unknown type `" + type + "`: imported as " + likely);
        return Optional.of(likely);
    }

    /** Adds the type, the values, the limits and the example of a schema. */
    void read(Located schema, Optional<String> stated, Map<String, Object> attributes) {
        boolean values = schema.get("enum").isPresent() || schema.get("const").isPresent();
        if (stated.isEmpty() && !values && !attributes.containsKey("type")) {
            findings.add(schema.span(), "a schema without `type`: imported as a string");
        }
        String type = stated.orElseGet(() -> typeOf(values(schema)));
        Optional<String> format = schema.text("format").map(String::strip);
        if (type.equals("number") && format.filter("integer"::equals).isPresent()) {
            type = "integer";
        } else if (type.equals("string") && format.filter(Words::isDateTime).isPresent()) {
            type = "date-time";
        } else if (type.equals("string") && isFile(schema, format)) {
            type = "file";
        }
        attributes.put("type", type);
        format(schema, type, format, attributes);
        enumeration(schema, type, attributes);
        limits(schema, attributes);
        Optional<Located> defaultValue = schema.get("default").filter(Located::isScalar);
        // The spec language has defaults of texts and integers only: they are what a client sends by itself.
        boolean sends = type.equals("string") || type.equals("integer");
        String read = type;
        defaultValue
                .filter(node -> sends)
                .flatMap(node -> typed(node, read))
                .ifPresent(each -> attributes.put("default", each));
        example(schema, type).ifPresent(each -> attributes.put("example", each));
    }

    private static boolean isFile(Located schema, Optional<String> format) {
        return format.filter("binary"::equals).isPresent()
                || schema.text("contentMediaType")
                        .filter("application/octet-stream"::equals)
                        .isPresent();
    }

    private void format(Located schema, String type, Optional<String> format, Map<String, Object> attributes) {
        Optional<String> own = schema.text("x-wxpay-format");
        if (own.isPresent()) {
            attributes.put("format", own.get());
            return;
        }
        if (format.isEmpty() || !type.equals("string") || Words.isWidth(format.get())) {
            boolean understood = format.isEmpty()
                    || !type.equals("string")
                    || schema.get("format").filter(Located::isScalar).isPresent();
            if (!understood) {
                findings.add(schema.span(), "`format` must be a text: ignored");
            }
            return;
        }
        String name = format.get();
        if (name.equals("jsonObjectLike") || name.equals("jsonArrayLike") || name.equals("json")) {
            attributes.put("format", "json");
        } else if (Words.format(name).isPresent()) {
            attributes.put("format", Words.format(name).get());
        } else {
            findings.add(schema.get("format").orElse(schema).span(), "unknown format `" + name + "` was ignored");
        }
    }

    private void enumeration(Located schema, String type, Map<String, Object> attributes) {
        if (schema.flag("x-wxpay-boolean")) {
            attributes.put("type", "boolean");
            attributes.put("spelling", schema.texts("enum"));
            return;
        }
        List<Located> values = values(schema);
        boolean scalars = values.stream().allMatch(Located::isScalar);
        if (schema.get("enum").isPresent() && (values.isEmpty() || !scalars)) {
            findings.add(schema.get("enum").get().span(), "`enum` must be a list of texts or numbers: ignored");
            return;
        }
        if (type.equals("boolean") || values.isEmpty()) {
            return;
        }
        List<String> titles = schema.texts("x-enum-descriptions");
        Map<String, Located> deprecated = new LinkedHashMap<>();
        schema.get("x-wxpay-deprecated-values")
                .ifPresent(map -> map.entries().forEach((key, entry) -> deprecated.put(key, entry.value())));
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            Located value = values.get(i);
            Optional<Object> typed = typed(value, type);
            if (typed.isEmpty()) {
                continue;
            }
            String text = typed.get().toString();
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("value", typed.get());
            if (i < titles.size() && !titles.get(i).isEmpty()) {
                about.put("title", titles.get(i));
            }
            Optional.ofNullable(deprecated.get(text))
                    .flatMap(Located::text)
                    .ifPresent(reason -> about.put("deprecated", reason));
            if (all.putIfAbsent(text, about.size() == 1 ? typed.get() : about) != null) {
                findings.add(value.span(), "the value `" + text + "` occurs twice");
            }
        }
        attributes.remove("type");
        attributes.put("enum", new ArrayList<>(all.values()));
    }

    /** Returns the values that a schema lists. A constant is the only one of a list. */
    private static List<Located> values(Located schema) {
        return schema.get("enum")
                .map(Located::elements)
                .or(() -> schema.get("const").filter(Located::isScalar).map(List::of))
                .orElse(List.of());
    }

    /** Returns the type of the values of a schema without a type. */
    private static String typeOf(List<Located> values) {
        if (!values.isEmpty() && values.stream().allMatch(each -> each.value() instanceof Long)) {
            return "integer";
        }
        boolean flags = !values.isEmpty() && values.stream().allMatch(each -> each.value() instanceof Boolean);
        return flags ? "boolean" : "string";
    }

    /** Returns a value of a type, which documents often write as another one. */
    private Optional<Object> typed(Located node, String type) {
        String text = node.text().orElse("");
        if (type.equals("integer")) {
            if (!text.matches("-?(0|[1-9][0-9]{0,17})")) {
                findings.add(node.span(), "`" + text + "` is not an integer: ignored");
                return Optional.empty();
            }
            return Optional.of(Long.valueOf(text));
        }
        if (node.isDate()) {
            findings.add(node.span(), "`" + text + "` is a date in YAML and must be quoted: imported as text");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Optional<Object> example(Located schema, String type) {
        Optional<Located> node = schema.get("example").or(() -> schema.get("examples"));
        if (node.filter(Located::isList).isPresent()) {
            node = node.flatMap(list -> list.elements().stream().findFirst());
        }
        Optional<String> text = node.flatMap(Located::text);
        if (text.isEmpty() || text.get().isBlank() || type.equals("file")) {
            return Optional.empty();
        }
        if (node.get().isDate()) {
            findings.add(
                    node.get().span(), "`" + text.get() + "` is a date in YAML and must be quoted: imported as text");
        }
        String value = text.get();
        return switch (type) {
            case "integer" ->
                value.matches("-?(0|[1-9][0-9]{0,17})") ? Optional.of(Long.valueOf(value)) : misfit(node.get(), type);
            case "number" ->
                value.matches("-?(0|[1-9][0-9]*)([.][0-9]+)?")
                        ? Optional.of(new BigDecimal(value))
                        : misfit(node.get(), type);
            case "boolean" ->
                value.equals("true") || value.equals("false")
                        ? Optional.of(Boolean.valueOf(value))
                        : misfit(node.get(), type);
            default -> Optional.of(value);
        };
    }

    private Optional<Object> misfit(Located node, String type) {
        findings.add(
                node.span(), "the example `" + node.text().orElse("") + "` is not of the type " + type + ": ignored");
        return Optional.empty();
    }

    private void limits(Located schema, Map<String, Object> attributes) {
        if (!attributes.containsKey("enum")) {
            // The values of an enum have their lengths.
            count(schema, "minLength", attributes);
            count(schema, "maxLength", attributes);
        }
        schema.text("pattern")
                .filter(pattern -> schema.text("x-wxpay-format").isEmpty() || isOwn(schema))
                .ifPresent(pattern -> attributes.put("pattern", Words.whole(pattern)));
        bound(schema, "minimum", "exclusiveMinimum", attributes);
        bound(schema, "maximum", "exclusiveMaximum", attributes);
    }

    /** Adds a limit of a number. The spec language has no exclusive ones: of integers, the next one is the limit. */
    private void bound(Located schema, String key, String exclusiveKey, Map<String, Object> attributes) {
        Optional<BigDecimal> inclusive = schema.get(key).flatMap(node -> number(node, key));
        Optional<Located> exclusive =
                schema.get(exclusiveKey).filter(node -> !node.text().equals(Optional.of("false")));
        inclusive.ifPresent(limit -> attributes.put(key, limit));
        if (exclusive.isEmpty()) {
            return;
        }
        boolean flag = exclusive.get().text().equals(Optional.of("true"));
        Optional<BigDecimal> limit = flag ? inclusive : number(exclusive.get(), exclusiveKey);
        if (limit.isEmpty()) {
            return;
        }
        boolean lower = key.equals("minimum");
        boolean integer = "integer".equals(attributes.get("type"));
        if (!integer) {
            findings.add(
                    exclusive.get().span(),
                    "`" + exclusiveKey + "`: imported as `" + key + "`, which the limit itself fits");
        }
        BigDecimal own = integer ? next(limit.get(), lower) : limit.get();
        BigDecimal other = inclusive.orElse(own);
        attributes.put(key, lower ? own.max(other) : own.min(other));
    }

    private static BigDecimal next(BigDecimal limit, boolean above) {
        return above
                ? limit.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE)
                : limit.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
    }

    private Optional<BigDecimal> number(Located node, String key) {
        Optional<String> text = node.text().filter(each -> each.matches("-?(0|[1-9][0-9]{0,29})([.][0-9]{1,30})?"));
        if (text.isEmpty()) {
            findings.add(node.span(), "`" + key + "` must be a number: ignored");
        }
        return text.map(BigDecimal::new);
    }

    /** A format of the spec language has a pattern of its own, which an export writes out. */
    private static boolean isOwn(Located schema) {
        String format = schema.text("x-wxpay-format").orElse("");
        return Arrays.stream(Format.values())
                .filter(each -> each.key().equals(format))
                .flatMap(each -> each.pattern().stream())
                .noneMatch(
                        each -> Words.whole(schema.text("pattern").orElse("")).equals(each.pattern()));
    }

    /** Adds a limit that is a count, if it is one. */
    void count(Located schema, String key, Map<String, Object> attributes) {
        schema.get(key).ifPresent(node -> {
            Optional<String> text = node.text().filter(each -> each.matches("[0-9]{1,9}"));
            if (text.isEmpty()) {
                findings.add(node.span(), "`" + key + "` must be a whole number: ignored");
            } else if (!text.get().equals("0")) {
                attributes.put(key, Long.valueOf(text.get()));
            } else if (!key.startsWith("min")) {
                findings.add(node.span(), "`" + key + "` is 0, which no value fits: ignored");
            }
        });
    }
}
