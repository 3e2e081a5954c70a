package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.wxpaycodegen.generator.name.JavaNames;
import io.github.wxpaycodegen.generator.spec.EnumShape;
import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.FieldEncoding;
import io.github.wxpaycodegen.generator.spec.FieldEncryption;
import io.github.wxpaycodegen.generator.spec.FieldType;
import io.github.wxpaycodegen.generator.spec.FieldType.Scalar;
import io.github.wxpaycodegen.generator.spec.SharedType;
import io.github.wxpaycodegen.generator.spec.SharedType.TypeShape;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A field as the emitters see it.
 *
 * @param field what the spec says
 * @param place where it goes; BODY for whatever is not the field of a request itself
 * @param name the Java name
 * @param element the boxed type of the value, or of each element of a list
 * @param shared the shared type that it refers to
 */
record MessageField(Field field, Place place, String name, TypeName element, Optional<SharedType> shared) {
    /** Where a field of a request goes. */
    enum Place {
        QUERY,
        HEADER,
        BODY
    }

    static MessageField of(Field field, Place place, ClassName owner, ClassNames names) {
        String name = field.javaName().orElse(JavaNames.member(field.name()));
        Optional<SharedType> shared = field.type() instanceof FieldType.Reference reference
                ? Optional.of(names.type(reference.typeId()))
                : Optional.empty();
        return new MessageField(field, place, name, element(field, owner, shared.map(names::shared)), shared);
    }

    private static TypeName element(Field field, ClassName owner, Optional<ClassName> shared) {
        FieldType type = field.type();
        if (type instanceof FieldType.InlineEnum inline) {
            return nested(owner, inline.javaName(), field);
        }
        if (type instanceof FieldType.InlineObject inline) {
            return nested(owner, inline.javaName(), field);
        }
        if (type instanceof Scalar scalar) {
            return switch (scalar) {
                case STRING -> ClassName.get(String.class);
                case FILE -> Runtime.UPLOAD_FILE;
                case INTEGER -> ClassName.get(Long.class);
                case NUMBER -> ClassName.get(BigDecimal.class);
                case BOOLEAN -> ClassName.get(Boolean.class);
                case DATE_TIME -> ClassName.get(OffsetDateTime.class);
            };
        }
        return shared.orElseThrow();
    }

    private static ClassName nested(ClassName owner, Optional<String> javaName, Field field) {
        String name = javaName.orElseGet(() -> JavaNames.type(field.name()));
        return owner.nestedClass(owner.simpleNames().contains(name) ? name + "_" : name);
    }

    /** The field where a parameter of this name is in scope too, which would hide a field of the same name. */
    CodeBlock beside(String parameter) {
        return CodeBlock.of(name.equals(parameter) ? "this.$N" : "$N", name);
    }

    boolean isList() {
        return field.list() || field.indexed();
    }

    /** Returns the type by which callers know the value. */
    TypeName type() {
        return listOf(element);
    }

    /** Returns the type in which a message holds the value: of an enum the wire value. */
    TypeName storedType() {
        return listOf(enumShape().<TypeName>map(MessageField::wireType).orElse(element));
    }

    private TypeName listOf(TypeName each) {
        return isList() ? ParameterizedTypeName.get(ClassName.get(List.class), each) : each;
    }

    private static ClassName wireType(EnumShape shape) {
        return shape.integers() ? ClassName.get(Long.class) : ClassName.get(String.class);
    }

    boolean isEnum() {
        return enumShape().isPresent();
    }

    boolean isIntegerEnum() {
        return enumShape().filter(EnumShape::integers).isPresent();
    }

    /** Returns the name of the accessor and the setter of the wire value of an enum. */
    String wireValueName() {
        return JavaNames.wireValue(name, isList());
    }

    /** What a setter takes: primitives where there are any, so that {@code totalFee(100)} compiles. */
    TypeName parameterType() {
        boolean primitive = !isList() && (field.type() == Scalar.INTEGER || field.type() == Scalar.BOOLEAN);
        return primitive ? element.unbox() : type();
    }

    Optional<EnumShape> enumShape() {
        if (field.type() instanceof FieldType.InlineEnum inline) {
            return Optional.of(inline.shape());
        }
        return shared.map(SharedType::shape)
                .flatMap(shape -> shape instanceof TypeShape.OfEnum e ? Optional.of(e.shape()) : Optional.empty());
    }

    boolean isFile() {
        return field.type() == Scalar.FILE;
    }

    boolean isObject() {
        return field.type() instanceof FieldType.InlineObject
                || shared.filter(type -> type.shape() instanceof TypeShape.OfObject)
                        .isPresent();
    }

    /** Whether the message itself deals with the encryption; that of a part of a notification is the runtime's to undo. */
    private boolean isEncrypted() {
        return field.encrypted().filter(FieldEncryption.RSA_PUBKEY::equals).isPresent();
    }

    private String method() {
        String plural = isList() ? "s" : "";
        if (field.indexed()) {
            return "indexed";
        }
        if (isObject()) {
            return "object" + plural;
        }
        if (enumShape().isPresent()) {
            return (enumShape().get().integers() ? "integer" : "string") + plural;
        }
        return switch ((Scalar) field.type()) {
            case STRING -> "string" + plural;
            case FILE -> "file";
            case INTEGER -> "integer" + plural;
            case NUMBER -> "number" + plural;
            case BOOLEAN -> "bool";
            case DATE_TIME -> "dateTime";
        };
    }

    /**
     * {@code out.sensitive().string("openid", openid)}.
     *
     * @param file the file of the message, of which a field may be the digest
     */
    CodeBlock write(Optional<MessageField> file) {
        CodeBlock.Builder code = CodeBlock.builder().add("out");
        if (place != Place.BODY) {
            code.add(place == Place.QUERY ? ".query()" : ".header()");
        }
        field.fill().ifPresent(fill -> code.add(".filled($T.$L, $L)", Runtime.FILL, fill.name(), field.required()));
        if (field.sensitive()) {
            code.add(".sensitive()");
        }
        if (field.emoji()) {
            code.add(".emoji()");
        }
        if (field.signed().isPresent()) {
            code.add(".signed()");
        }
        if (isEncrypted()) {
            code.add(".encrypted()");
        }
        if (field.digest().isPresent() && file.isPresent()) {
            String algorithm = field.digest().get().toUpperCase(Locale.ROOT);
            code.add(".digest($T.$L, $L)", Runtime.DIGEST, algorithm, file.get().beside("out"));
        }
        addEncoding(code);
        code.add(".$L($S, $L", method(), field.name(), beside("out"));
        field.spelling().ifPresent(s -> code.add(", $S, $S", s.trueText(), s.falseText()));
        return code.add(")").build();
    }

    /** {@code in.object(Amount::readFrom)}. */
    CodeBlock read() {
        CodeBlock.Builder code = CodeBlock.builder().add("in");
        if (isEncrypted()) {
            code.add(".encrypted()");
        }
        addEncoding(code);
        code.add(".$L(", method());
        if (isObject()) {
            code.add("$T::readFrom", element);
        }
        field.spelling().ifPresent(s -> code.add("$S, $S", s.trueText(), s.falseText()));
        return code.add(")").build();
    }

    private void addEncoding(CodeBlock.Builder code) {
        field.encoded()
                .ifPresent(
                        e -> code.add(".encoded($T.$L)", Runtime.ENCODING, e == FieldEncoding.JSON ? "JSON" : "URL"));
    }
}
