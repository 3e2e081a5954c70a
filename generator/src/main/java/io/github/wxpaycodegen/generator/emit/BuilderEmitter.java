package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.emit.MessageEmitter.Role;
import io.github.wxpaycodegen.generator.name.JavaNames;
import io.github.wxpaycodegen.generator.spec.ConstantValue;
import io.github.wxpaycodegen.generator.spec.EnumShape;
import io.github.wxpaycodegen.generator.spec.EnumValue;
import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.Protocol;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** Emits the builder of a message. */
final class BuilderEmitter {
    private static final String SIGN_TYPE = "sign_type";
    private static final String PREFERRED_SIGN_TYPE = "HMAC-SHA256";

    private final ClassName message;
    private final ClassName builder;
    private final List<MessageField> fields;
    private final Role role;
    private final Protocol protocol;

    BuilderEmitter(ClassName message, List<MessageField> fields, Role role, Protocol protocol) {
        this.message = message;
        this.builder = message.nestedClass("Builder");
        this.fields = fields;
        this.role = role;
        this.protocol = protocol;
    }

    /** Whether a request cannot be built unless the caller gives the field. */
    static boolean isAskedFor(MessageField field, Role role) {
        Field spec = field.field();
        boolean comesByItself = spec.fill().isPresent() || spec.digest().isPresent() || hasDefault(field, role);
        return spec.required() && !comesByItself;
    }

    /** Constants are filled in by themselves, and so is the signature algorithm of a request. */
    static boolean hasDefault(MessageField field, Role role) {
        return field.field().constant().isPresent() || isSignType(field, role);
    }

    private static boolean isSignType(MessageField field, Role role) {
        return role == Role.REQUEST
                && field.field().name().equals(SIGN_TYPE)
                && field.enumShape().isPresent();
    }

    TypeSpec emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(builder)
                .addJavadoc("Builds {@link $T}. Not safe for use by several threads.\n", message)
                .superclass(ParameterizedTypeName.get(Runtime.MESSAGE_BUILDER, builder))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        fields.forEach(field -> type.addField(field(field)));
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Runtime.EXTRA_FIELDS, "origin")
                .addStatement("super(origin)")
                .build());
        for (MessageField field : fields) {
            if (isSettable(field, role)) {
                type.addMethod(setter(field));
                if (field.isObject() && !field.isList()) {
                    type.addMethod(consumerSetter(field));
                }
            }
        }
        List<MessageField> defaulted =
                fields.stream().filter(field -> hasDefault(field, role)).toList();
        if (!defaulted.isEmpty()) {
            type.addMethod(removeDefault(defaulted));
        }
        return type.addMethod(build()).build();
    }

    /** A value that the caller has set is not the default any more: it stays, and stands in the way of a put field. */
    private static MethodSpec removeDefault(List<MessageField> defaulted) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("removeDefault")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(String.class, "name");
        for (MessageField field : defaulted) {
            method.addStatement(
                    "$L = name.equals($S) && $T.equals($L, $L) ? null : $L",
                    field.beside("name"),
                    field.field().name(),
                    Objects.class,
                    field.beside("name"),
                    defaultValue(field),
                    field.beside("name"));
        }
        return method.build();
    }

    static boolean isSettable(MessageField field, Role role) {
        boolean oneSignType = isSignType(field, role)
                && field.enumShape().orElseThrow().values().size() == 1;
        return field.field().constant().isEmpty() && !oneSignType;
    }

    private static FieldSpec field(MessageField field) {
        return FieldSpec.builder(Runtime.nullable(field.type()), field.name(), Modifier.PRIVATE)
                .build();
    }

    static CodeBlock defaultValue(MessageField field) {
        if (field.field().constant().isPresent()) {
            ConstantValue constant = field.field().constant().get();
            if (field.enumShape().isPresent()) {
                return constant instanceof ConstantValue.Text text
                        ? CodeBlock.of("$T.of($S)", field.element(), text.value())
                        : CodeBlock.of("$T.of($LL)", field.element(), ((ConstantValue.Integer) constant).value());
            }
            return constant instanceof ConstantValue.Text text
                    ? CodeBlock.of("$S", text.value())
                    : CodeBlock.of("$LL", ((ConstantValue.Integer) constant).value());
        }
        EnumShape shape = field.enumShape().orElseThrow();
        EnumValue preferred = shape.values().stream()
                .filter(value -> value.value().equals(PREFERRED_SIGN_TYPE))
                .findFirst()
                .orElse(shape.values().get(0));
        return CodeBlock.of(
                "$T.$L", field.element(), preferred.javaName().orElse(JavaNames.constant(preferred.value())));
    }

    private MethodSpec setter(MessageField field) {
        TypeName parameter = field.parameterType();
        boolean nullable = !parameter.isPrimitive();
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.name())
                .addJavadoc(Docs.of(
                        field.field().title(),
                        field.field().description(),
                        "{@code " + Docs.escape(field.field().name()) + "}"))
                .addJavadoc(
                        " $L$L$L$L\n",
                        need(field.field()),
                        FieldDocs.meaning(field.field()),
                        FieldDocs.limits(field.field()),
                        FieldDocs.example(field.field()))
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(nullable ? Runtime.nullable(parameter) : parameter, field.name());
        if (field.isList()) {
            method.addStatement(
                    "this.$N = $N == null ? null : $T.copyOf($N)",
                    field.name(),
                    field.name(),
                    List.class,
                    field.name());
        } else {
            method.addStatement("this.$N = $N", field.name(), field.name());
        }
        deprecate(method, field.field());
        return method.addStatement("return this").build();
    }

    private String need(Field field) {
        if (field.digest().isPresent()) {
            return "Computed from the file unless it is set.";
        }
        if (field.signed().isPresent()) {
            return "The text to sign: its signature by the merchant's private key is sent.";
        }
        if (field.fill().isPresent()) {
            return "Taken from the configuration unless it is set.";
        }
        return field.required() && role == Role.REQUEST ? "Required." : "Optional.";
    }

    private MethodSpec consumerSetter(MessageField field) {
        ClassName element = (ClassName) field.element();
        ClassName elementBuilder = element.nestedClass("Builder");
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.name())
                .addJavadoc("Same as {@link #$L($T)}, configured by a lambda.\n", field.name(), element)
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(ParameterizedTypeName.get(ClassName.get(Consumer.class), elementBuilder), field.name())
                .addStatement("$T $NBuilder = $T.builder()", elementBuilder, field.name(), element)
                .addStatement("$N.accept($NBuilder)", field.name(), field.name());
        deprecate(method, field.field());
        return method.addStatement("return $N($NBuilder.build())", field.name(), field.name())
                .build();
    }

    private MethodSpec build() {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("build").addModifiers(Modifier.PUBLIC).returns(message);
        if (role == Role.REQUEST) {
            return method.addJavadoc(
                            "Validates the fields and builds the message.\n\n@throws $T listing everything that is"
                                    + " missing, beyond its limits or cannot be sent\n",
                            Runtime.INVALID_REQUEST)
                    .addStatement("$T request = new $T(this)", message, message)
                    .addStatement("$T.requireValid$L(request)", Runtime.CHECKS, protocol.name())
                    .addStatement("return request")
                    .build();
        }
        return method.addJavadoc("The message as it is; a request that holds it checks it.\n")
                .addStatement("return new $T(this)", message)
                .build();
    }

    static void deprecate(MethodSpec.Builder method, Field field) {
        field.deprecated().ifPresent(reason -> method.addAnnotation(Deprecated.class)
                .addJavadoc("\n@deprecated $L\n", Docs.escape(reason)));
    }
}
