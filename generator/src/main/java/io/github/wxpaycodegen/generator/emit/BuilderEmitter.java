package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.plan.JavaField;
import io.github.wxpaycodegen.generator.plan.JavaField.Kind;
import io.github.wxpaycodegen.generator.plan.JavaMessage;
import io.github.wxpaycodegen.generator.plan.Runtime;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** Emits the builder of a message. */
final class BuilderEmitter {
    /** Name of the parameter of methods that add to a list. */
    private static final String ELEMENT = "element";

    private final JavaMessage message;
    private final ClassName builder;

    BuilderEmitter(JavaMessage message) {
        this.message = message;
        this.builder = message.builder();
    }

    TypeSpec emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(builder)
                .addJavadoc("Builds {@link $T}. Not thread-safe.\n", message.name())
                .superclass(
                        message.isRequest()
                                ? ParameterizedTypeName.get(Runtime.REQUEST_BUILDER, builder, message.name())
                                : ParameterizedTypeName.get(Runtime.MESSAGE_BUILDER, builder))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        message.fields().forEach(field -> type.addField(field(field)));
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Runtime.EXTRA_FIELDS, "origin")
                .addStatement("super(origin)")
                .build());
        message.fields().stream().filter(JavaField::settable).forEach(field -> setters(type, field));
        if (!message.preset().isEmpty()) {
            type.addMethod(removeDefault());
        }
        return type.addMethod(build()).build();
    }

    private void setters(TypeSpec.Builder type, JavaField field) {
        type.addMethod(setter(field));
        // Also of a required field: if it was optional before, compiled callers link to this method.
        if (field.isPrimitive()) {
            type.addMethod(boxedSetter(field));
        }
        if (field.isEnum()) {
            type.addMethod(wireValueSetter(field));
        }
        if (field.isObject() && !field.isList()) {
            type.addMethod(consumerSetter(field));
        }
        if (field.isList()) {
            type.addMethod(adder(field));
        }
        if (field.isList() && field.isObject()) {
            type.addMethod(consumerAdder(field));
        }
    }

    /**
     * Once the caller has set a value, it is no longer the default: {@code removeDefault} keeps it, and it conflicts
     * with a put field.
     */
    private MethodSpec removeDefault() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("removeDefault")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(String.class, "name");
        for (JavaField field : message.preset()) {
            method.addStatement(
                    "$L = name.equals($S) && $T.equals($L, $L)\n? null\n: $L",
                    FieldCode.beside(field, "name"),
                    field.wireName(),
                    Objects.class,
                    FieldCode.beside(field, "name"),
                    preset(field),
                    FieldCode.beside(field, "name"));
        }
        return method.build();
    }

    private static FieldSpec field(JavaField field) {
        return FieldSpec.builder(Runtime.nullable(field.storedType()), field.name(), Modifier.PRIVATE)
                .build();
    }

    /** Returns the initial value of the field in a new builder. */
    static CodeBlock preset(JavaField field) {
        ConstantValue value = field.preset().orElseThrow();
        return value instanceof ConstantValue.Text text
                ? Literal.of(text.value())
                : CodeBlock.of("$LL", ((ConstantValue.Integer) value).value());
    }

    private MethodSpec setter(JavaField field) {
        TypeName parameter = field.parameterType();
        boolean nullable = !parameter.isPrimitive();
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.name())
                .addJavadoc(FieldDocs.setter(message, field))
                .addJavadoc("\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(nullable ? Runtime.nullable(parameter) : parameter, field.name());
        if (field.isEnum()) {
            method.addStatement(
                    "this.$N = $T.$L$L($S, $N)",
                    field.name(),
                    Runtime.ENUM_VALUES,
                    field.kind() == Kind.INTEGER_ENUM ? "number" : "text",
                    field.isList() ? "s" : "",
                    field.wireName(),
                    field.name());
        } else if (field.isList()) {
            method.addStatement(
                    "this.$N = $T.copyOf($S, $N)", field.name(), Runtime.LIST_VALUES, field.wireName(), field.name());
        } else {
            method.addStatement("this.$N = $N", field.name(), field.name());
        }
        deprecate(method, field.spec());
        return method.addStatement("return this").build();
    }

    /** Stands beside the setter of the primitive, so that both {@code total(5)} and {@code total(null)} compile. */
    private MethodSpec boxedSetter(JavaField field) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.name())
                .addJavadoc("Same as {@link #$L($T)}. Null clears the field.\n", field.name(), field.parameterType())
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(Runtime.nullable(field.type()), field.name())
                .addStatement("this.$N = $N", field.name(), field.name());
        deprecate(method, field.spec());
        return method.addStatement("return this").build();
    }

    private MethodSpec adder(JavaField field) {
        CodeBlock element = !field.isEnum()
                ? CodeBlock.of("$N", ELEMENT)
                : CodeBlock.of(
                        "$T.$L($S, $N)",
                        Runtime.ENUM_VALUES,
                        field.kind() == Kind.INTEGER_ENUM ? "number" : "text",
                        field.wireName(),
                        ELEMENT);
        CodeBlock list = FieldCode.beside(field, ELEMENT);
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.adderName())
                .addJavadoc("Adds an element to {@link #$L($T)}.\n", field.name(), List.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(field.element(), ELEMENT)
                .addStatement(
                        "$L = $L",
                        list,
                        Layout.call(
                                CodeBlock.of("$T.add", Runtime.LIST_VALUES),
                                List.of(CodeBlock.of("$S", field.wireName()), list, element),
                                field.name().length()));
        deprecate(method, field.spec());
        return method.addStatement("return this").build();
    }

    private MethodSpec consumerAdder(JavaField field) {
        ClassName element = field.element();
        ClassName elementBuilder = element.nestedClass("Builder");
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.adderName())
                .addJavadoc(Docs.sameAs(field.adderName(), element, "configured by a lambda."))
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), elementBuilder), ELEMENT)
                .addStatement("var builder = $T.builder()", element)
                .addStatement("$N.accept(builder)", ELEMENT);
        deprecate(method, field.spec());
        return method.addStatement("return $N(builder.build())", field.adderName())
                .build();
    }

    /** Has its own name, because {@code null} would match both setters if they shared one. */
    private MethodSpec wireValueSetter(JavaField field) {
        String kind = field.kind() == Kind.INTEGER_ENUM ? "Numbers" : "Texts";
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.wireValueName())
                .addJavadoc(Docs.sameAs(
                        field.name(),
                        field.isList() ? ClassName.get(List.class) : field.element(),
                        "by wire value. Use it for values that this version does not list."))
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(Runtime.nullable(field.storedType()), field.name())
                .addStatement(
                        "this.$N = $T.checked$L($S, $N)",
                        field.name(),
                        Runtime.ENUM_VALUES,
                        field.isList() ? kind : "",
                        field.wireName(),
                        field.name());
        deprecate(method, field.spec());
        return method.addStatement("return this").build();
    }

    private MethodSpec consumerSetter(JavaField field) {
        ClassName element = field.element();
        ClassName elementBuilder = element.nestedClass("Builder");
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.name())
                .addJavadoc(Docs.sameAs(field.name(), element, "configured by a lambda."))
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), elementBuilder), field.name())
                .addStatement("var $NBuilder = $T.builder()", field.name(), element)
                .addStatement("$N.accept($NBuilder)", field.name(), field.name());
        deprecate(method, field.spec());
        return method.addStatement("return $N($NBuilder.build())", field.name(), field.name())
                .build();
    }

    private MethodSpec build() {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("build").addModifiers(Modifier.PUBLIC).returns(message.name());
        if (message.isRequest()) {
            return method.addAnnotation(Override.class)
                    // Not its name twice: it may be long.
                    .addStatement("var request = new $T(this)", message.name())
                    .addStatement(
                            "$T.requireValid$L(request)",
                            Runtime.CHECKS,
                            message.protocol().name())
                    .addStatement("return request")
                    .build();
        }
        return method.addJavadoc("Builds without validating; the enclosing request validates it.\n")
                .addStatement("return new $T(this)", message.name())
                .build();
    }

    static void deprecate(MethodSpec.Builder method, Field field) {
        field.docs().deprecated().ifPresent(reason -> method.addAnnotation(Deprecated.class)
                .addJavadoc("\n@deprecated $L\n", Docs.paragraph(Docs.escape(reason))));
    }
}
