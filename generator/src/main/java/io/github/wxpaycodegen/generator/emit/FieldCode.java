package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncoding;
import io.github.wxpaycodegen.generator.plan.JavaField;
import io.github.wxpaycodegen.generator.plan.JavaField.Place;
import io.github.wxpaycodegen.generator.plan.Runtime;
import java.util.Locale;
import java.util.Optional;

/** Expressions that write and read a field. */
final class FieldCode {
    private FieldCode() {}

    /** Returns the field where a parameter of this name is in scope too, which would hide a field of the same name. */
    static CodeBlock beside(JavaField field, String parameter) {
        return CodeBlock.of(field.name().equals(parameter) ? "this.$N" : "$N", field.name());
    }

    /**
     * Returns {@code out.sensitive().string("openid", openid)}.
     *
     * @param file the file of the message, of which a field may be the digest
     */
    static CodeBlock write(JavaField field, Optional<JavaField> file) {
        Field spec = field.spec();
        CodeBlock.Builder code = CodeBlock.builder().add("out");
        if (field.place() != Place.BODY) {
            code.add(field.place() == Place.QUERY ? ".query()" : ".header()");
        }
        spec.source()
                .fill()
                .ifPresent(fill -> code.add(".filled($T.$L, $L)", Runtime.FILL, fill.name(), spec.required()));
        if (spec.wire().sensitive()) {
            code.add(".sensitive()");
        }
        if (spec.wire().emoji()) {
            code.add(".emoji()");
        }
        if (spec.wire().signed().isPresent()) {
            code.add(".signed()");
        }
        if (field.isEncrypted()) {
            code.add(".encrypted()");
        }
        if (spec.source().digest().isPresent() && file.isPresent()) {
            String algorithm = spec.source().digest().get().toUpperCase(Locale.ROOT);
            code.add(".digest($T.$L, $L)", Runtime.DIGEST, algorithm, beside(file.get(), "out"));
        }
        addEncoding(code, spec);
        code.add(".$L($S, $L", method(field), field.wireName(), beside(field, "out"));
        spec.wire().spelling().ifPresent(s -> code.add(", $S, $S", s.trueText(), s.falseText()));
        return code.add(")").build();
    }

    /** Returns {@code in.object(Amount::readFrom)}. */
    static CodeBlock read(JavaField field) {
        Field spec = field.spec();
        CodeBlock.Builder code = CodeBlock.builder().add("in");
        if (field.isEncrypted()) {
            code.add(".encrypted()");
        }
        addEncoding(code, spec);
        code.add(".$L(", method(field));
        if (field.isObject()) {
            code.add("$T::readFrom", field.element());
        }
        spec.wire().spelling().ifPresent(s -> code.add("$S, $S", s.trueText(), s.falseText()));
        return code.add(")").build();
    }

    private static void addEncoding(CodeBlock.Builder code, Field spec) {
        spec.wire()
                .encoded()
                .ifPresent(
                        e -> code.add(".encoded($T.$L)", Runtime.ENCODING, e == FieldEncoding.JSON ? "JSON" : "URL"));
    }

    /** Returns the method of the reader and of the writer. */
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
