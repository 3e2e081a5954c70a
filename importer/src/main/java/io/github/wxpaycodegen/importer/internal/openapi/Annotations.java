package io.github.wxpaycodegen.importer.internal.openapi;

import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what documents say of a field beside its type: titles, and extensions. */
final class Annotations {
    /** Extensions of the generator's export, and the keys of the spec language. */
    private static final Map<String, String> COPIED = Map.of(
            "x-wxpay-unit", "unit",
            "x-wxpay-filled-from", "fill",
            "x-wxpay-digest", "digest",
            "x-wxpay-signed", "signed",
            "x-wxpay-max-bytes", "maxBytes",
            "x-wxpay-media-types", "mediaTypes",
            "x-wxpay-exactly-one-of", "exactlyOneOf",
            "x-wxpay-at-least-one-of", "atLeastOneOf");

    private Annotations() {}

    static void read(Located schema, boolean exported, Map<String, Object> attributes, Findings findings) {
        names(schema, exported, attributes);
        COPIED.forEach(
                (extension, key) -> schema.get(extension).ifPresent(value -> attributes.put(key, value.value())));
        schema.get("x-wxpay-constant").ifPresent(value -> {
            Object constant = value.value();
            attributes.put("const", constant);
            boolean others = attributes.get("enum") instanceof List<?> values && values.size() > 1;
            if (!others) {
                attributes.remove("enum");
            }
            if (constant instanceof Long) {
                attributes.put("type", "integer");
            } else {
                attributes.remove("type");
            }
        });
        schema.text("x-wxpay-encrypted")
                .ifPresent(name -> attributes.put(
                        "encrypted", name.toLowerCase(Locale.ROOT).replace('_', '-')));
        if (schema.flag("x-wxpay-sensitive") || schema.flag("x-is-sensitive")) {
            attributes.put("sensitive", true);
        }
        if (schema.flag("x-wxpay-emoji")) {
            attributes.put("emoji", true);
        }
        if (schema.flag("x-urlencode")) {
            attributes.put("encoded", "url");
            attributes.remove("format");
        }
        schema.get("x-prop-one-of")
                .ifPresent(node ->
                        findings.add(node.span(), "`x-prop-one-of`: which fields exclude each other was not imported"));
    }

    private static void names(Located schema, boolean exported, Map<String, Object> attributes) {
        Optional<String> title = schema.text("title").map(String::strip).filter(text -> !text.isEmpty());
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : schema.text("description").orElse("").split("\n\n", -1)) {
            if (paragraph.startsWith("Deprecated: ") && schema.flag("deprecated")) {
                attributes.put("deprecated", paragraph.substring("Deprecated: ".length()));
            } else if (!paragraph.isBlank()) {
                paragraphs.add(paragraph.strip());
            }
        }
        String description = String.join("\n\n", paragraphs);
        if (title.isPresent() || exported) {
            title.ifPresent(text -> attributes.put("title", text));
            if (!description.isEmpty()) {
                attributes.put("description", description);
            }
        } else if (!description.isEmpty()) {
            Words.Titled titled = Words.titled(description);
            attributes.put("title", titled.title());
            attributes.remove("description");
            titled.description().ifPresent(text -> attributes.put("description", text));
        }
        if (schema.flag("deprecated")) {
            attributes.putIfAbsent("deprecated", "The source marks it as deprecated.");
        }
    }
}
