package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.name.JavaNames;
import io.github.wxpaycodegen.generator.spec.EnumShape;
import io.github.wxpaycodegen.generator.spec.EnumValue;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Emits an enum: a value class, since values that are not known yet must be kept as they came. */
final class EnumEmitter {
    private static final String UNRECOGNIZED = "UNRECOGNIZED";

    private final ClassName name;
    private final EnumShape shape;
    private final Map<EnumValue, String> constants = new LinkedHashMap<>();

    EnumEmitter(ClassName name, EnumShape shape) {
        this.name = name;
        this.shape = shape;
        for (EnumValue value : shape.values()) {
            String constant = value.javaName().orElse(JavaNames.constant(value.value()));
            constants.put(value, constant.equals(UNRECOGNIZED) ? constant + "_" : constant);
        }
    }

    TypeSpec emit(CodeBlock javadoc) {
        ClassName known = name.nestedClass("Known");
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(shape.integers() ? Runtime.INTEGER_ENUM : Runtime.STRING_ENUM)
                .addJavadoc(javadoc)
                .addJavadoc("\n\n<p>More values may come: one that is not listed here is kept as it came.\n");
        constants.forEach((value, constant) -> type.addField(constant(value, constant, known)));
        type.addField(known, "known", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor(known))
                .addMethod(of(known))
                .addMethod(known(known))
                .addType(knownEnum());
        return type.build();
    }

    private TypeName wireType() {
        return shape.integers() ? TypeName.LONG : ClassName.get(String.class);
    }

    private CodeBlock literal(EnumValue value) {
        return shape.integers() ? CodeBlock.of("$LL", value.value()) : CodeBlock.of("$S", value.value());
    }

    private FieldSpec constant(EnumValue value, String constant, ClassName known) {
        FieldSpec.Builder field = FieldSpec.builder(name, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("$L.", meaning(value, constant))
                .initializer("new $T($L, $T.$L)", name, literal(value), known, constant);
        value.deprecated().ifPresent(reason -> field.addAnnotation(Deprecated.class)
                .addJavadoc("\n\n@deprecated $L\n", Docs.escape(reason)));
        return field.build();
    }

    /** {@code 首次 (01)}, or what there is of it; a value that is spelt like its constant is not repeated. */
    private static String meaning(EnumValue value, String constant) {
        String wire = Docs.escape(value.value());
        return value.title()
                .map(title ->
                        Docs.escape(title) + (value.value().equals(constant) ? "" : " (<code>" + wire + "</code>)"))
                .orElse("{@code " + wire + "}");
    }

    private MethodSpec constructor(ClassName known) {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(wireType(), "value")
                .addParameter(known, "known")
                .addStatement("super(value)")
                .addStatement("this.known = known")
                .build();
    }

    private MethodSpec of(ClassName known) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("of")
                .addJavadoc("The value with this wire form, listed here or not.\n")
                .addAnnotation(Runtime.JACKSON_CREATOR)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(wireType(), "value");
        if (shape.integers()) {
            constants.forEach((value, constant) -> method.beginControlFlow("if (value == $L)", literal(value))
                    .addStatement("return $L", constant)
                    .endControlFlow());
            return method.addStatement("return new $T(value, $T.$L)", name, known, UNRECOGNIZED)
                    .build();
        }
        CodeBlock.Builder cases =
                CodeBlock.builder().add("return switch (value) {\n").indent();
        constants.forEach((value, constant) -> cases.add("case $S -> $L;\n", value.value(), constant));
        cases.add("default -> new $T(value, $T.$L);\n", name, known, UNRECOGNIZED)
                .unindent()
                .add("};\n");
        return method.addCode(cases.build()).build();
    }

    private MethodSpec known(ClassName known) {
        return MethodSpec.methodBuilder("known")
                .addJavadoc(
                        "For a {@code switch}; {@link Known#$L} for a value that is not listed here.\n", UNRECOGNIZED)
                .addModifiers(Modifier.PUBLIC)
                .returns(known)
                .addStatement("return known")
                .build();
    }

    private TypeSpec knownEnum() {
        TypeSpec.Builder known = TypeSpec.enumBuilder("Known")
                .addJavadoc("The values listed here.\n")
                .addModifiers(Modifier.PUBLIC);
        constants.forEach((value, constant) -> {
            TypeSpec.Builder body = TypeSpec.anonymousClassBuilder("");
            value.title().ifPresent(title -> body.addJavadoc("$L.\n", meaning(value, constant)));
            known.addEnumConstant(constant, body.build());
        });
        return known.addEnumConstant(
                        UNRECOGNIZED,
                        TypeSpec.anonymousClassBuilder("")
                                .addJavadoc("A value that is not listed here.\n")
                                .build())
                .build();
    }
}
