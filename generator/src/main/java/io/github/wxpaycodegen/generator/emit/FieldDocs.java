package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncoding;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.Limits;
import io.github.wxpaycodegen.generator.plan.Heading;
import io.github.wxpaycodegen.generator.plan.JavaField;
import io.github.wxpaycodegen.generator.plan.JavaMessage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Builds the Javadoc of fields: {@code 总金额 (total_fee). In fen. At least 1. Null if absent.} */
final class FieldDocs {
    private FieldDocs() {}

    /** Returns the Javadoc of an accessor. */
    static CodeBlock accessor(JavaMessage message, JavaField field) {
        String nullness = field.spec().required() && !message.sent()
                ? " Documented as required; null if absent."
                : " Null if absent.";
        return Docs.paragraph(title(field.spec()) + facts(field) + nullness);
    }

    /** Returns the Javadoc of a setter. */
    static CodeBlock setter(JavaMessage message, JavaField field) {
        return Docs.paragraph(title(field.spec()) + need(message, field.spec()) + facts(field));
    }

    /** Returns the description of the parameter of a step, which becomes a segment of the URI. */
    static CodeBlock parameter(String name, Field field) {
        return Docs.paragraph("@param " + name + " " + title(field) + value(field));
    }

    /** Returns the title, the wire name, which a text search finds, and the description. */
    private static String title(Field field) {
        Heading heading = Heading.of(field);
        String names = Docs.codes(heading.names());
        return heading.title().map(title -> Docs.heading(title, names)).orElse(names + ".")
                + Docs.description(field.docs().description());
    }

    /** Returns who supplies the value, and whether it must be there. */
    private static String need(JavaMessage message, Field field) {
        if (field.source().digest().isPresent()) {
            return " Computed from the file if not set.";
        }
        if (field.wire().signed().isPresent()) {
            return " The text to sign. The request carries only its signature, made with the merchant's private key.";
        }
        if (field.source().fill().isPresent()) {
            return " Defaults to the configured "
                    + Docs.code(field.source().fill().get().key()) + ".";
        }
        if (field.source().defaultValue().isPresent()) {
            return " Defaults to "
                    + Docs.code(field.source().defaultValue().get().text()) + ".";
        }
        if (field.required()) {
            return " Required.";
        }
        String groups = message.groups().stream()
                .filter(group -> group.names().contains(field.name()))
                .map(FieldDocs::rule)
                .collect(Collectors.joining());
        return groups.isEmpty() ? " Optional." : groups;
    }

    /** {@code Exactly one of transaction_id, out_trade_no is required.} */
    private static String rule(FieldGroup group) {
        String names = group.names().stream().map(Docs::code).collect(Collectors.joining(", "));
        return (group.kind() == FieldGroup.Kind.EXACTLY_ONE_OF ? " Exactly" : " At least") + " one of " + names
                + " is required.";
    }

    private static String facts(JavaField field) {
        return field.preset()
                        .filter(only -> !field.settable())
                        .map(only -> " Always " + Docs.code(only.text()) + ".")
                        .orElseGet(() -> known(field) + value(field.spec()))
                + form(field);
    }

    /** Returns the values of an enum that has no class, because nothing is known of them. */
    private static String known(JavaField field) {
        return field.values().isEmpty()
                ? ""
                : field.values().stream().map(Docs::code).collect(Collectors.joining(", ", " Known values: ", "."));
    }

    private static String value(Field field) {
        return meaning(field) + limits(field) + example(field);
    }

    /** Returns how the wire form differs from the Java value, where callers of the official API would convert it. */
    private static String form(JavaField field) {
        List<String> sentences = new ArrayList<>();
        if (field.isEncrypted()) {
            sentences.add("Plain text here, encrypted on the wire.");
        }
        field.spec()
                .wire()
                .encoded()
                .ifPresent(encoding -> sentences.add(
                        encoding == FieldEncoding.JSON
                                ? "A text with JSON on the wire."
                                : "A URL-encoded text on the wire."));
        if (field.spec().wire().emoji()) {
            sentences.add("May contain emoji.");
        }
        return joined(sentences);
    }

    /** Returns the unit and the format. */
    private static String meaning(Field field) {
        List<String> sentences = new ArrayList<>();
        field.docs().meaning().unit().ifPresent(unit -> sentences.add(unit.sentence()));
        field.docs().meaning().format().ifPresent(format -> sentences.add(capitalized(format.description()) + "."));
        return joined(sentences);
    }

    /** Returns the limits. */
    private static String limits(Field field) {
        Limits limits = field.limits();
        String each = field.list() ? " each." : ".";
        List<String> sentences = new ArrayList<>();
        length(limits, sentences, each);
        limits.pattern().ifPresent(regex -> sentences.add("Matches " + Docs.code(regex) + each));
        range(limits, sentences, each);
        limits.maxItems().ifPresent(most -> sentences.add("At most " + counted(most, "element") + "."));
        field.limits().file().maxBytes().ifPresent(most -> sentences.add("At most " + most + " bytes."));
        if (!field.limits().file().mediaTypes().isEmpty()) {
            sentences.add("Accepts " + String.join(", ", field.limits().file().mediaTypes()) + ".");
        }
        return joined(sentences);
    }

    /** Returns the example. */
    private static String example(Field field) {
        return field.docs()
                .meaning()
                .example()
                .map(example -> " Example: " + Docs.code(example) + ".")
                .orElse("");
    }

    private static void length(Limits limits, List<String> sentences, String each) {
        OptionalInt least = limits.minLength();
        OptionalInt most = limits.maxLength();
        if (least.isPresent() && least.equals(most)) {
            sentences.add(counted(most.getAsInt(), "character") + each);
        } else if (least.isPresent() && most.isPresent()) {
            sentences.add(least.getAsInt() + " to " + counted(most.getAsInt(), "character") + each);
        } else if (least.isPresent()) {
            sentences.add("At least " + counted(least.getAsInt(), "character") + each);
        } else if (most.isPresent()) {
            sentences.add("At most " + counted(most.getAsInt(), "character") + each);
        }
    }

    private static void range(Limits limits, List<String> sentences, String each) {
        String least = limits.minimum().map(BigDecimal::toPlainString).orElse("");
        String most = limits.maximum().map(BigDecimal::toPlainString).orElse("");
        if (!least.isEmpty() && !most.isEmpty()) {
            sentences.add("From " + least + " to " + most + each);
        } else if (!least.isEmpty()) {
            sentences.add("At least " + least + each);
        } else if (!most.isEmpty()) {
            sentences.add("At most " + most + each);
        }
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String joined(List<String> sentences) {
        return sentences.stream().map(sentence -> " " + sentence).collect(Collectors.joining());
    }
}
