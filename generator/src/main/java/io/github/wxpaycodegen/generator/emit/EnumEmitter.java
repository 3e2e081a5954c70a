package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.plan.JavaEnum;
import io.github.wxpaycodegen.generator.plan.Runtime;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Emits an enum. Messages hold the wire value, so that a value newer than the enum is preserved. */
final class EnumEmitter {
    private static final String UNRECOGNIZED = JavaEnum.UNRECOGNIZED;

    /** The room for a constant and its value on one line. */
    private static final int WIDTH = 100;

    private final JavaEnum type;

    EnumEmitter(JavaEnum type) {
        this.type = type;
    }

    TypeSpec emit() {
        TypeSpec.Builder code = TypeSpec.enumBuilder(type.name())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(type.integers() ? Runtime.INTEGER_ENUM : Runtime.STRING_ENUM)
                .addJavadoc(Docs.of(type.heading(), type.name()))
                .addJavadoc(
                        "\n\n"
                                + "<p>Values that WeChat Pay adds later are read as {@link #$L}; the message keeps the"
                                + " wire value.\n",
                        UNRECOGNIZED);
        type.constants().forEach(constant -> code.addEnumConstant(constant.name(), constant(constant)));
        code.addEnumConstant(UNRECOGNIZED, unrecognized());
        return code.addField(values())
                .addField(type.wireType(), "value", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor())
                .addMethod(of())
                .addMethod(value())
                .build();
    }

    private TypeSpec constant(JavaEnum.Constant constant) {
        EnumValue value = constant.spec();
        CodeBlock wire = type.integers() ? CodeBlock.of("$LL", value.value()) : Literal.of(value.value());
        boolean fits = constant.name().length() + wire.toString().length() <= WIDTH;
        TypeSpec.Builder body = TypeSpec.anonymousClassBuilder(fits ? "$L" : "\n$>$>$L$<$<", wire)
                .addJavadoc("$L\n", Docs.paragraph(meaning(value, constant.name())));
        value.deprecated().ifPresent(reason -> body.addAnnotation(Deprecated.class)
                .addJavadoc("\n@deprecated $L\n", Docs.paragraph(Docs.escape(reason))));
        return body.build();
    }

    private TypeSpec unrecognized() {
        CodeBlock none = type.integers() ? CodeBlock.of("$T.MIN_VALUE", Long.class) : CodeBlock.of("$S", UNRECOGNIZED);
        return TypeSpec.anonymousClassBuilder("$L", none)
                .addJavadoc("A value that this version does not list. It cannot be sent.\n")
                .build();
    }

    /**
     * Returns title and wire value, {@code 首次 (01)}, as far as there are any. A value that is spelled like its constant
     * is not repeated.
     */
    private static String meaning(EnumValue value, String constant) {
        String wire = Docs.code(value.value());
        return value.title()
                .map(title -> Docs.heading(title, value.value().equals(constant) ? "" : wire))
                .orElse(wire + ".");
    }

    /**
     * Uses a map instead of a {@code switch}: the bytecode of a switch grows with the values until it exceeds the limit
     * of a method.
     */
    private FieldSpec values() {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(
                                ClassName.get(Map.class), type.wireType().box(), type.name()),
                        "VALUES",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("$T.$L(values())", Runtime.ENUM_VALUES, type.integers() ? "byNumber" : "byText")
                .build();
    }

    private MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addParameter(type.wireType(), "value")
                .addStatement("this.value = value")
                .build();
    }

    private MethodSpec of() {
        return MethodSpec.methodBuilder("of")
                .addJavadoc("Returns the constant with this wire value, or {@link #$L}.\n", UNRECOGNIZED)
                .addAnnotation(Runtime.JACKSON_CREATOR)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type.name())
                .addParameter(type.wireType(), "value")
                .addStatement("return VALUES.getOrDefault(value, $L)", UNRECOGNIZED)
                .build();
    }

    private MethodSpec value() {
        return MethodSpec.methodBuilder("value")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(type.wireType())
                .addStatement("return value")
                .build();
    }
}
