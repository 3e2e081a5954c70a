package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncoding;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.plan.JavaField;
import io.github.wxpaycodegen.generator.plan.JavaField.Place;
import io.github.wxpaycodegen.generator.plan.Runtime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Builds the expressions that write and read a field. */
final class FieldCode {
    /** Name of the parameter of the method that writes. */
    static final String OUT = "out";

    /** The width of {@code builder. = in.}, which stands before what is read. */
    private static final int ASSIGNED = 14;

    private FieldCode() {}

    /** Returns the field, qualified where a parameter of the same name would hide it. */
    static CodeBlock beside(JavaField field, String parameter) {
        return CodeBlock.of(field.name().equals(parameter) ? "this.$N" : "$N", field.name());
    }

    /**
     * Returns {@code out.required().sensitive().string("openid", openid)}.
     *
     * @param rules the calls that declare the rules of the field
     * @param file the file of the message; the field may be its digest
     */
    static CodeBlock write(JavaField field, List<CodeBlock> rules, Optional<JavaField> file) {
        Field spec = field.spec();
        List<CodeBlock> calls = new ArrayList<>();
        if (field.place() != Place.BODY) {
            calls.add(CodeBlock.of(field.place() == Place.QUERY ? "query()" : "header()"));
        }
        calls.addAll(rules);
        spec.source()
                .fill()
                .ifPresent(fill ->
                        calls.add(CodeBlock.of("filled($T.$L, $L)", Runtime.FILL, fill.name(), spec.required())));
        if (spec.wire().sensitive()) {
            calls.add(CodeBlock.of("sensitive()"));
        }
        if (spec.wire().emoji()) {
            calls.add(CodeBlock.of("emoji()"));
        }
        if (spec.wire().signed().isPresent()) {
            calls.add(CodeBlock.of("signed()"));
        }
        if (field.isEncrypted()) {
            calls.add(CodeBlock.of("encrypted()"));
        }
        if (spec.source().digest().isPresent() && file.isPresent()) {
            String algorithm = spec.source().digest().get().toUpperCase(Locale.ROOT);
            calls.add(CodeBlock.of("digest($T.$L, $L)", Runtime.DIGEST, algorithm, beside(file.get(), OUT)));
        }
        spec.wire().encoded().ifPresent(encoding -> calls.add(encoded(encoding)));
        List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("$S", field.wireName()), beside(field, OUT)));
        spec.wire().spelling().ifPresent(s -> arguments.add(CodeBlock.of("$S, $S", s.trueText(), s.falseText())));
        calls.add(CodeBlock.of("$L($L)", method(field), CodeBlock.join(arguments, ", ")));
        return Layout.chain(OUT, calls);
    }

    /** Returns {@code in.object("amount", Amount::readFrom)}. */
    static CodeBlock read(JavaField field) {
        Field spec = field.spec();
        List<CodeBlock> calls = new ArrayList<>();
        if (field.isEncrypted()) {
            calls.add(CodeBlock.of("encrypted()"));
        }
        spec.wire().encoded().ifPresent(encoding -> calls.add(encoded(encoding)));
        List<CodeBlock> arguments = new ArrayList<>();
        if (!spec.indexed()) {
            arguments.add(CodeBlock.of("$S", field.wireName()));
        }
        if (field.isObject()) {
            arguments.add(CodeBlock.of("$T::readFrom", field.element()));
        }
        if (spec.indexed()) {
            arguments.addAll(templates(field));
        }
        spec.wire().spelling().ifPresent(s -> arguments.add(CodeBlock.of("$S, $S", s.trueText(), s.falseText())));
        // After another call, it has a line of its own if the chain is long.
        int before = calls.isEmpty() ? ASSIGNED + field.name().length() : 0;
        calls.add(Layout.call(CodeBlock.of(method(field)), arguments, before));
        return Layout.chain("in", calls);
    }

    private static CodeBlock encoded(FieldEncoding encoding) {
        return CodeBlock.of("encoded($T.$L)", Runtime.ENCODING, encoding == FieldEncoding.JSON ? "JSON" : "URL");
    }

    /** Returns the wire names of a group, including those of groups nested in it. */
    private static List<CodeBlock> templates(JavaField group) {
        List<CodeBlock> all = new ArrayList<>();
        if (group.spec().type() instanceof FieldType.InlineObject object) {
            for (Field field : object.shape().fields()) {
                if (field.indexed() && field.type() instanceof FieldType.InlineObject inner) {
                    inner.shape().fields().forEach(f -> all.add(CodeBlock.of("$S", f.name())));
                } else {
                    all.add(CodeBlock.of("$S", field.name()));
                }
            }
        }
        return all;
    }

    /** Returns the name of the method of the reader and writer. */
    private static String method(JavaField field) {
        if (field.spec().indexed()) {
            return "indexed";
        }
        String plural = field.isList() ? "s" : "";
        return switch (field.kind()) {
            case OBJECT -> "object" + plural;
            case STRING, STRING_ENUM -> "string" + plural;
            case INTEGER, INTEGER_ENUM -> "integer" + plural;
            case NUMBER -> "number" + plural;
            case FILE -> "file";
            case BOOLEAN -> "bool";
            case DATE_TIME -> "dateTime";
        };
    }
}
