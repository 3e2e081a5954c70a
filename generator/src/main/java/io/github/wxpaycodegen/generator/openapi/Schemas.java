package io.github.wxpaycodegen.generator.openapi;

import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncoding;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.Format;
import io.github.wxpaycodegen.generator.model.Limits;
import io.github.wxpaycodegen.generator.model.Meaning;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.ValueSource;
import io.github.wxpaycodegen.generator.model.WireForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Schemas of shared types, messages and fields. */
final class Schemas {
    private static final String COMPONENTS = "#/components/schemas/";

    private final OpenApiVersion version;

    Schemas(OpenApiVersion version) {
        this.version = version;
    }

    /** Returns the name of a shared type among the components, which cannot have braces. */
    static String component(String typeId) {
        return typeId.replace("{", "").replace("}", "").replace('/', '.');
    }

    static Node reference(String component) {
        return Node.of("$ref", COMPONENTS + component);
    }

    Node shared(SharedType type) {
        Node schema = new Node()
                .with("title", type.title())
                .with("description", described(type.description(), type.deprecated()))
                .flag("deprecated", type.deprecated().isPresent());
        return type.shape() instanceof TypeShape.OfEnum e
                ? schema.withAll(enumeration(e.shape()))
                : schema.withAll(object(((TypeShape.OfObject) type.shape()).shape()));
    }

    /** Returns the schema of an object. */
    Node object(ObjectShape shape) {
        Node properties = new Node();
        shape.fields().forEach(field -> properties.with(field.name(), field(field)));
        List<String> required =
                shape.fields().stream().filter(Field::required).map(Field::name).toList();
        return Node.of("type", "object")
                .with("required", required)
                .with("properties", properties)
                .with("x-wxpay-exactly-one-of", groups(shape, FieldGroup.Kind.EXACTLY_ONE_OF))
                .with("x-wxpay-at-least-one-of", groups(shape, FieldGroup.Kind.AT_LEAST_ONE_OF));
    }

    private static List<List<String>> groups(ObjectShape shape, FieldGroup.Kind kind) {
        return shape.groups().stream()
                .filter(group -> group.kind() == kind)
                .map(FieldGroup::names)
                .toList();
    }

    /** Returns the schema of a field's value, with all that is known of it. */
    Node field(Field field) {
        Node value = value(field);
        if (!field.list() && !field.indexed()) {
            return described(field, value);
        }
        return described(field, Node.of("type", "array"))
                .with("maxItems", field.limits().maxItems())
                .with("items", value)
                .flag("x-wxpay-indexed", field.indexed());
    }

    private Node described(Field field, Node value) {
        Optional<String> deprecated = field.docs().deprecated();
        Node about = new Node()
                .with("title", field.docs().title())
                .with("description", described(field.docs().description(), deprecated))
                .flag("deprecated", deprecated.isPresent())
                .withAll(source(field.source(), field.type()))
                .withAll(wire(field.wire()));
        if (value.has("$ref") && !about.isEmpty() && !version.isAtLeast(OpenApiVersion.V3_1)) {
            // Until 3.1, whatever stands beside a reference is ignored.
            return about.with("allOf", List.of(value));
        }
        return about.withAll(value);
    }

    private static Optional<String> described(Optional<String> description, Optional<String> deprecated) {
        List<String> sentences = Stream.of(description, deprecated.map(reason -> "Deprecated: " + reason))
                .flatMap(Optional::stream)
                .toList();
        return sentences.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", sentences));
    }

    /** Returns the schema of one value: of a list, of each element. */
    private Node value(Field field) {
        Node plain = type(field).withAll(limits(field)).withAll(meaning(field));
        return field.wire()
                .encoded()
                .map(encoding -> encoded(encoding, plain))
                .or(() -> field.wire().spelling().map(spelling -> Node.of("type", "string")
                        .with("enum", List.of(spelling.trueText(), spelling.falseText()))
                        .with("x-wxpay-boolean", true)))
                .orElse(plain);
    }

    /** Returns the schema of a text that contains a document. */
    private Node encoded(FieldEncoding encoding, Node content) {
        Node text = Node.of("type", "string");
        if (encoding == FieldEncoding.JSON && version.isAtLeast(OpenApiVersion.V3_1)) {
            return text.with("contentMediaType", "application/json").with("contentSchema", content);
        }
        return text.with("x-wxpay-encoded", encoding.name().toLowerCase(Locale.ROOT))
                .with("x-wxpay-content", content);
    }

    private Node type(Field field) {
        FieldType type = field.type();
        if (type instanceof FieldType.Reference reference) {
            return reference(component(reference.typeId()));
        } else if (type instanceof FieldType.InlineEnum inline) {
            return enumeration(inline.shape());
        } else if (type instanceof FieldType.InlineObject inline) {
            return object(inline.shape());
        }
        return switch ((FieldType.Scalar) type) {
            case STRING -> Node.of("type", "string");
            case INTEGER -> Node.of("type", "integer").with("format", "int64");
            case NUMBER -> Node.of("type", "number");
            case BOOLEAN -> Node.of("type", "boolean");
            case DATE_TIME -> Node.of("type", "string").with("format", "date-time");
            case FILE -> file();
        };
    }

    /** Returns the schema of a file. */
    Node file() {
        return version.isAtLeast(OpenApiVersion.V3_1)
                ? Node.of("type", "string").with("contentMediaType", "application/octet-stream")
                : Node.of("type", "string").with("format", "binary");
    }

    private static Node enumeration(EnumShape shape) {
        Node deprecated = new Node();
        shape.values().forEach(value -> value.deprecated().ifPresent(reason -> deprecated.with(value.value(), reason)));
        Node schema = shape.integers() ? Node.of("type", "integer").with("format", "int64") : Node.of("type", "string");
        return schema.with(
                        "enum",
                        shape.values().stream()
                                .map(value -> shape.integers() ? (Object) Long.valueOf(value.value()) : value.value())
                                .toList())
                .with("x-enum-descriptions", descriptions(shape.values()))
                .with("x-wxpay-deprecated-values", deprecated);
    }

    /** Returns the titles of all values, in their order; empty if no value has one. */
    private static List<String> descriptions(List<EnumValue> values) {
        return values.stream().noneMatch(value -> value.title().isPresent())
                ? List.of()
                : values.stream().map(value -> value.title().orElse("")).toList();
    }

    private static Node limits(Field field) {
        Limits limits = field.limits();
        return new Node()
                .with("minLength", limits.minLength())
                .with("maxLength", limits.maxLength())
                .with("pattern", limits.pattern().map(Schemas::anchored))
                .with("minimum", limits.minimum())
                .with("maximum", limits.maximum())
                .with("x-wxpay-max-bytes", limits.file().maxBytes())
                .with("x-wxpay-media-types", limits.file().mediaTypes());
    }

    /** A pattern of a spec matches the whole text, a pattern of a schema any part of it. */
    private static String anchored(String pattern) {
        return "^(?:" + pattern + ")$";
    }

    private Node meaning(Field field) {
        Meaning meaning = field.docs().meaning();
        Node node = new Node();
        meaning.format().ifPresent(format -> {
            if (format == Format.DATE || format == Format.URL || format == Format.NOTIFY_URL) {
                node.with("format", format == Format.DATE ? "date" : "uri");
            }
            if (field.limits().pattern().isEmpty() && field.type() == FieldType.Scalar.STRING) {
                node.with("pattern", format.pattern().map(pattern -> anchored(pattern.pattern())));
            }
            node.with("x-wxpay-format", format.key());
        });
        node.with("x-wxpay-unit", meaning.unit().map(unit -> unit.key()));
        // A reference has its examples where the type is.
        if (!(field.type() instanceof FieldType.Reference)) {
            meaning.example()
                    .map(example -> typed(example, field.type()))
                    .ifPresent(example -> node.with(
                            version.isAtLeast(OpenApiVersion.V3_1) ? "examples" : "example",
                            version.isAtLeast(OpenApiVersion.V3_1) ? List.of(example) : example));
        }
        return node;
    }

    private static Object typed(String text, FieldType type) {
        boolean integers =
                type instanceof FieldType.InlineEnum inline && inline.shape().integers();
        if (type == FieldType.Scalar.INTEGER || integers) {
            return Long.valueOf(text);
        } else if (type == FieldType.Scalar.NUMBER) {
            return new BigDecimal(text);
        } else if (type == FieldType.Scalar.BOOLEAN) {
            return Boolean.valueOf(text);
        }
        return text;
    }

    private static Object typed(ConstantValue value) {
        return value instanceof ConstantValue.Integer integer ? (Object) integer.value() : value.text();
    }

    private Node source(ValueSource source, FieldType type) {
        Node node = new Node()
                .with("default", source.defaultValue().map(Schemas::typed))
                .with("x-wxpay-filled-from", source.fill().map(fill -> fill.key()))
                .with("x-wxpay-digest", source.digest());
        if (!(type instanceof FieldType.InlineEnum)) {
            boolean hasConst = version.isAtLeast(OpenApiVersion.V3_1);
            source.constant()
                    .map(Schemas::typed)
                    .ifPresent(value -> node.with(hasConst ? "const" : "enum", hasConst ? value : List.of(value)));
        }
        return node.with("x-wxpay-constant", source.constant().map(Schemas::typed));
    }

    private static Node wire(WireForm wire) {
        return new Node()
                .with("x-wxpay-encrypted", wire.encrypted().map(Enum::name))
                .with("x-wxpay-signed", wire.signed())
                .flag("x-wxpay-sensitive", wire.sensitive())
                .flag("x-wxpay-emoji", wire.emoji());
    }
}
