package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.plan.JavaEnum;
import io.github.wxpaycodegen.generator.plan.JavaField;
import io.github.wxpaycodegen.generator.plan.JavaMessage;
import io.github.wxpaycodegen.generator.plan.JavaType;
import io.github.wxpaycodegen.generator.plan.Runtime;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Emits a message: a final immutable class, with a nested builder if requests use it. */
final class MessageEmitter {
    private static final String IN = "in";
    private static final String UNKNOWN_FIELDS = "unknownFields";

    private final JavaMessage message;
    private final ClassName name;
    private final ClassName builder;

    MessageEmitter(JavaMessage message) {
        this.message = message;
        this.name = message.name();
        this.builder = message.builder();
    }

    TypeSpec emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(superclass())
                .addJavadoc(Docs.of(message.heading(), name))
                .addJavadoc("\n");
        RuleCode rules = new RuleCode(message);
        rules.patterns().forEach(type::addField);
        for (JavaField field : message.fields()) {
            type.addField(FieldSpec.builder(
                            Runtime.nullable(field.storedType()), field.name(), Modifier.PRIVATE, Modifier.FINAL)
                    .build());
        }
        if (message.sent()) {
            type.addMethod(buildingConstructor()).addMethod(builderMethod()).addMethod(toBuilder());
        } else {
            type.addField(Runtime.UNKNOWN_FIELDS, UNKNOWN_FIELDS, Modifier.PRIVATE, Modifier.FINAL)
                    .addMethod(readingConstructor());
        }
        for (JavaField field : message.fields()) {
            type.addMethod(accessor(field));
            if (field.isEnum()) {
                type.addMethod(wireValueAccessor(field));
            }
        }
        if (!message.sent()) {
            type.addMethod(unknownFields());
        }
        type.addMethod(writeFields(rules)).addMethod(readFrom()).addMethod(fromJson());
        if (message.sent()) {
            type.addType(new BuilderEmitter(message).emit());
        }
        message.nested().forEach(each -> type.addType(nested(each)));
        return type.build();
    }

    private ClassName superclass() {
        if (message.isRequest()) {
            return Runtime.REQUEST_MESSAGE;
        }
        if (message.sent()) {
            return Runtime.SENT_MESSAGE;
        }
        return message.reportsResult() ? Runtime.V2_RESULT : Runtime.RECEIVED_MESSAGE;
    }

    /** Even a required field of a request may be null, because a put field may replace it. */
    private static TypeName accessorType(JavaField field) {
        return Runtime.nullable(field.type());
    }

    private MethodSpec buildingConstructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(builder, "builder")
                .addStatement("super(builder)")
                .addCode("$L", copies("this.", "builder."))
                .build();
    }

    /** Returns an assignment of each field, as one text: JavaPoet would print each piece of it by itself. */
    private String copies(String to, String from) {
        StringBuilder code = new StringBuilder();
        for (JavaField field : message.fields()) {
            code.append(to)
                    .append(field.name())
                    .append(" = ")
                    .append(from)
                    .append(field.name())
                    .append(";\n");
        }
        return code.toString();
    }

    /**
     * Reads numbered groups last: a field whose declared name also matches a group is read first, under its own name.
     */
    private MethodSpec readingConstructor() {
        MethodSpec.Builder method =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(Runtime.FIELD_READER, IN);
        if (message.reportsResult()) {
            method.addStatement("super($N)", IN);
        }
        for (JavaField field : message.readable()) {
            method.addStatement("$L = $L", FieldCode.beside(field, IN), FieldCode.read(field));
        }
        return method.addStatement("$N = $N($N)", UNKNOWN_FIELDS, UNKNOWN_FIELDS, IN)
                .build();
    }

    private static MethodSpec unknownFields() {
        return MethodSpec.methodBuilder(UNKNOWN_FIELDS)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Runtime.UNKNOWN_FIELDS)
                .addStatement("return $N", UNKNOWN_FIELDS)
                .build();
    }

    /**
     * Sets constants here and not in the builder's constructor: otherwise received messages would seem to contain them.
     */
    private MethodSpec builderMethod() {
        List<JavaField> preset = message.preset();
        MethodSpec.Builder method = MethodSpec.methodBuilder("builder")
                .addJavadoc(
                        preset.isEmpty()
                                ? "Returns an empty builder.\n"
                                : "Returns a builder with the constant and default fields set.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builder);
        if (preset.isEmpty()) {
            return method.addStatement("return new $T($T.NONE)", builder, Runtime.EXTRA_FIELDS)
                    .build();
        }
        method.addStatement("$T builder = new $T($T.NONE)", builder, builder, Runtime.EXTRA_FIELDS);
        preset.forEach(field -> method.addStatement("builder.$N = $L", field.name(), BuilderEmitter.preset(field)));
        return method.addStatement("return builder").build();
    }

    private MethodSpec toBuilder() {
        return MethodSpec.methodBuilder("toBuilder")
                .addJavadoc("Returns a builder with a copy of every field.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addStatement("$T builder = new $T(this)", builder, builder)
                .addCode("$L", copies("builder.", ""))
                .addStatement("return builder")
                .build();
    }

    private MethodSpec accessor(JavaField field) {
        Field spec = field.spec();
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.name())
                .addJavadoc(FieldDocs.accessor(message, field))
                .addJavadoc("\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(accessorType(field));
        if (!field.isEnum()) {
            method.addStatement("return $N", field.name());
        } else if (field.isList()) {
            method.addStatement("return $T.constants($N, $T::of)", Runtime.ENUM_VALUES, field.name(), field.element());
        } else {
            method.addStatement("return $N == null ? null : $T.of($N)", field.name(), field.element(), field.name());
        }
        BuilderEmitter.deprecate(method, spec);
        return method.build();
    }

    private static MethodSpec wireValueAccessor(JavaField field) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.wireValueName())
                .addJavadoc("Same as {@link #$L()}, by wire value. Null if absent.\n", field.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(Runtime.nullable(field.storedType()))
                .addStatement("return $N", field.name());
        BuilderEmitter.deprecate(method, field.spec());
        return method.build();
    }

    private MethodSpec writeFields(RuleCode rules) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("writeFields")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(Runtime.FIELD_WRITER, FieldCode.OUT);
        if (message.reportsResult()) {
            method.addStatement("super.writeFields($N)", FieldCode.OUT);
        }
        Optional<JavaField> file = message.file();
        message.fields().forEach(field -> method.addStatement(FieldCode.write(field, rules.of(field), file)));
        rules.groups().forEach(method::addStatement);
        return method.build();
    }

    private MethodSpec readFrom() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("readFrom")
                .addJavadoc("Parses a message. Unrecognized fields are kept.\n")
                .addAnnotation(Runtime.JACKSON_CREATOR)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(Runtime.FIELD_READER, IN);
        if (!message.sent()) {
            return method.addStatement("return new $T($N)", name, IN).build();
        }
        if (message.isRequest()) {
            method.addStatement("$N.forSending()", IN);
        }
        method.addStatement("$T builder = new $T($N)", builder, builder, IN);
        message.readable()
                .forEach(field -> method.addStatement("builder.$N = $L", field.name(), FieldCode.read(field)));
        return method.addStatement("return new $T(builder)", name).build();
    }

    private MethodSpec fromJson() {
        return MethodSpec.methodBuilder("fromJson")
                .addJavadoc(
                        message.sent()
                                ? "Parses the result of {@link #toJson()}.\n"
                                : "Parses the result of {@link #toJson()}, or a fixture with wire names.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(String.class, "json")
                .addStatement("return readFrom(fieldsOf(json))")
                .build();
    }

    private static TypeSpec nested(JavaType type) {
        TypeSpec code =
                type instanceof JavaEnum e ? new EnumEmitter(e).emit() : new MessageEmitter((JavaMessage) type).emit();
        return code.toBuilder().addModifiers(Modifier.STATIC).build();
    }
}
