package io.github.wxpaycodegen.importer.internal.draft;

import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Section;
import io.github.wxpaycodegen.importer.internal.yaml.FlowText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes operations as the text of a spec, in the layout of the bundled ones. */
public final class SpecText {
    private static final int WIDTH = 140;
    /** Keys of a field in the order of the bundled specs. Others follow. */
    public static final List<String> FIELD_KEYS = List.of(
            "type",
            "const",
            "enum",
            "list",
            "indexed",
            "default",
            "required",
            "fill",
            "sensitive",
            "encrypted",
            "signed",
            "encoded",
            "spelling",
            "emoji",
            "digest",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum",
            "maxItems",
            "maxBytes",
            "mediaTypes",
            "format",
            "unit",
            "title",
            "description",
            "example",
            "deprecated");

    /** Keys of an operation or a notification in that order. */
    public static final List<String> OPERATION_KEYS = List.of(
            "id",
            "protocol",
            "eventTypes",
            "originalTypes",
            "recognizedBy",
            "plain",
            "java",
            "title",
            "description",
            "product",
            "roles",
            "updated",
            "docs",
            "hosts",
            "security",
            "nonceless",
            "requestUnsigned",
            "responseUnsigned",
            "readOnly",
            "idempotent",
            "settledBy",
            "notifies",
            "pages",
            "uncertain",
            "rateLimit",
            "echoes",
            "errors",
            "deprecated",
            "closed",
            "replacedBy",
            "exactlyOneOf",
            "atLeastOneOf",
            "body");

    /** Keys whose {@code false} is a value. */
    private static final Set<String> VALUES = Set.of("example", "default", "const");

    private SpecText() {}

    /** Returns true if {@code false} is a value of a key. For other keys, it is the same as no key. */
    public static boolean hasFalse(String key) {
        return VALUES.contains(key);
    }

    /** Returns true if a file has the shared types of its folder. */
    public static boolean isShared(String file) {
        return file.endsWith("/_types.yaml");
    }

    /** Returns the path of the file of a URI. */
    public static String path(String uri) {
        return (uri.endsWith("/") ? uri + "_slash" : uri) + ".yaml";
    }

    /** Returns the text of a file: the operations of one URI, or a notification. */
    public static String file(String uri, List<ApiOperation> operations) {
        return file(uri, Optional.empty(), Optional.empty(), operations);
    }

    /**
     * Returns the text of a file: the operations of one URI, or a notification.
     *
     * @param javaPath the URI from which Java names are derived, if it differs
     * @param java the name that replaces the one of the last segment
     */
    public static String file(
            String uri, Optional<String> javaPath, Optional<String> java, List<ApiOperation> operations) {
        StringBuilder text = new StringBuilder();
        if (operations.stream().noneMatch(ApiOperation::isNotification)) {
            text.append("uri: ").append(FlowText.block(uri)).append('\n');
        }
        javaPath.ifPresent(
                path -> text.append("javaPath: ").append(FlowText.block(path)).append('\n'));
        java.ifPresent(name -> text.append("java: ").append(FlowText.of(name)).append('\n'));
        operations.forEach(operation -> text.append(operation(operation)));
        return text.toString();
    }

    /** Returns the text of an operation, from its method on. */
    public static String operation(ApiOperation operation) {
        StringBuilder text = new StringBuilder(operation.method() + ":\n");
        Map<String, Object> attributes = ordered(operation.attributes(), OPERATION_KEYS);
        attributes.forEach((key, value) -> {
            if (!isAbout(Section.RESPONSE, key)) {
                entry(text, "  ", key, value);
            }
        });
        for (Section section : Section.values()) {
            if (section == Section.RESPONSE) {
                attributes.forEach((key, value) -> {
                    if (isAbout(Section.RESPONSE, key)) {
                        entry(text, "  ", key, value);
                    }
                });
            }
            List<ApiField> fields = operation.fields(section);
            if (!fields.isEmpty()) {
                text.append("  ").append(section.key()).append(":\n");
                fields.forEach(field -> text.append(field(field, "    ")));
            }
        }
        return text.toString();
    }

    private static boolean isAbout(Section section, String key) {
        return section == Section.RESPONSE
                && List.of("responseKind", "download", "file", "fragment").contains(key);
    }

    /** Returns the lines of a field. */
    public static String field(ApiField field, String indent) {
        String name = FlowText.of(field.name());
        Map<String, Object> attributes = new LinkedHashMap<>(field.attributes());
        attributes.remove("required", false);
        if (!field.isObject()) {
            Map<String, Object> ordered = ordered(attributes, FIELD_KEYS);
            boolean integer = "integer".equals(ordered.get("type"));
            if (ordered.containsKey("enum") || (ordered.containsKey("const") && !integer)) {
                ordered.remove("type");
            }
            if (hasTitledIntegers(ordered.get("enum"))) {
                attributes.put("type", "integer");
                ordered = ordered(attributes, FIELD_KEYS);
            }
            String line = indent + name + ": " + FlowText.of(ordered) + "\n";
            if (line.length() <= WIDTH) {
                return line;
            }
            StringBuilder text = new StringBuilder(indent + name + ":\n");
            for (Map.Entry<String, Object> each : ordered.entrySet()) {
                entry(text, indent + "  ", each.getKey(), each.getValue());
            }
            return text.toString();
        }
        attributes.remove("type");
        StringBuilder text = new StringBuilder(indent + name + ":\n");
        ordered(attributes, FIELD_KEYS).forEach((key, value) -> entry(text, indent + "  ", key, value));
        text.append(indent).append("  fields:\n");
        field.fields().forEach(inner -> text.append(field(inner, indent + "    ")));
        return text.toString();
    }

    /** With titles, the spec language does not infer that an enum has integers. */
    private static boolean hasTitledIntegers(@Nullable Object values) {
        return values instanceof List<?> list
                && list.stream().anyMatch(value -> value instanceof Map<?, ?> map && map.get("value") instanceof Long);
    }

    private static void entry(StringBuilder text, String indent, String key, Object value) {
        String line = indent + key + ": " + FlowText.block(value) + "\n";
        if (value instanceof List<?> list && line.length() > WIDTH) {
            text.append(indent).append(key).append(":\n");
            list.forEach(element -> text.append(indent)
                    .append("  - ")
                    .append(FlowText.block(element))
                    .append('\n'));
        } else {
            text.append(line);
        }
    }

    private static Map<String, Object> ordered(Map<String, Object> attributes, List<String> order) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        order.stream().filter(attributes::containsKey).forEach(key -> ordered.put(key, attributes.get(key)));
        attributes.forEach(ordered::putIfAbsent);
        return ordered.entrySet().stream()
                .filter(entry -> !Boolean.FALSE.equals(entry.getValue()) || hasFalse(entry.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, LinkedHashMap::new));
    }
}
