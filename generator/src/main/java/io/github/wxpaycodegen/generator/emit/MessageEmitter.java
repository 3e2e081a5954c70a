package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.plan.JavaEnum;
import io.github.wxpaycodegen.generator.plan.JavaField;
import io.github.wxpaycodegen.generator.plan.JavaField.Kind;
import io.github.wxpaycodegen.generator.plan.JavaMessage;
import io.github.wxpaycodegen.generator.plan.JavaType;
import io.github.wxpaycodegen.generator.plan.Runtime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Emits a message: a final immutable class with a nested builder. */
final class MessageEmitter {
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
                .superclass(message.isRequest() ? Runtime.REQUEST_MESSAGE : Runtime.MESSAGE)
                .addJavadoc(Docs.of(message.heading(), name))
                .addJavadoc("\n");
        CheckEmitter check = new CheckEmitter(message);
        check.patterns().forEach(type::addField);
        for (JavaField field : message.fields()) {
            type.addField(FieldSpec.builder(
                            Runtime.nullable(field.storedType()), field.name(), Modifier.PRIVATE, Modifier.FINAL)
                    .build());
        }
        type.addMethod(constructor()).addMethod(builderMethod()).addMethod(toBuilder());
        for (JavaField field : message.fields()) {
            type.addMethod(accessor(field));
            if (field.isEnum()) {
                type.addMethod(wireValueAccessor(field));
            }
        }
        type.addMethod(writeFields())
                .addMethod(check.emit())
                .addMethod(readFrom())
                .addMethod(fromJson());
        type.addType(new BuilderEmitter(message).emit());
        message.nested().forEach(each -> type.addType(nested(each)));
        return type.build();
    }

    /** Even a required field of a request may be absent, because another field may replace it. */
    private static TypeName accessorType(JavaField field) {
        return Runtime.nullable(field.type());
    }

    private MethodSpec constructor() {
        MethodSpec.Builder method = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(builder, "builder")
                .addStatement("super(builder)");
        message.fields().forEach(field -> method.addStatement("this.$N = builder.$N", field.name(), field.name()));
        return method.build();
    }

    /** Constants are set here and not where the builder is made, or a received message would seem to have them. */
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
        MethodSpec.Builder method = MethodSpec.methodBuilder("toBuilder")
                .addJavadoc("Returns a builder with a copy of every field.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addStatement("$T builder = new $T(this)", builder, builder);
        message.fields().forEach(field -> method.addStatement("builder.$N = $N", field.name(), field.name()));
        return method.addStatement("return builder").build();
    }

    private MethodSpec accessor(JavaField field) {
        Field spec = field.spec();
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.name())
                .addJavadoc(Docs.of(
                        spec.docs().title(), spec.docs().description(), "{@code " + Docs.escape(spec.name()) + "}"))
                .addJavadoc(
                        "$L$L Null if absent.\n",
                        FieldDocs.meaning(spec),
                        // The setter of a field that is sent has the example.
                        message.sent() ? "" : FieldDocs.example(spec))
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
                .addJavadoc("Same as {@link #$L()}, as it came. Null if absent.\n", field.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(Runtime.nullable(field.storedType()))
                .addStatement("return $N", field.name());
        BuilderEmitter.deprecate(method, field.spec());
        return method.build();
    }

    private MethodSpec writeFields() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("writeFields")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(Runtime.FIELD_WRITER, "out");
        Optional<JavaField> file = message.file();
        message.fields().forEach(field -> method.addStatement(FieldCode.write(field, file)));
        return method.build();
    }

    private MethodSpec readFrom() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("readFrom")
                .addJavadoc("Parses a message. Unrecognized fields are kept.\n")
                .addAnnotation(Runtime.JACKSON_CREATOR)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(Runtime.FIELD_READER, "in");
        if (message.isRequest()) {
            method.addStatement("in.forSending()");
        }
        method.addStatement("$T builder = new $T(in)", builder, builder);
        for (JavaField field : message.fields()) {
            if (field.spec().indexed()) {
                method.addStatement("in.group($S, $L)", field.spec().name(), templates(field));
            }
        }
        method.beginControlFlow("while (in.next())").beginControlFlow("switch (in.name())");
        for (JavaField field : message.fields()) {
            if (field.kind() == Kind.FILE) {
                continue;
            }
            String wireName = (field.spec().indexed() ? "$" : "") + field.wireName();
            method.addStatement("case $S -> builder.$N = $L", wireName, field.name(), FieldCode.read(field));
        }
        return method.addStatement("default -> in.unknown()")
                .endControlFlow()
                .endControlFlow()
                .addStatement("return new $T(builder)", name)
                .build();
    }

    private MethodSpec fromJson() {
        return MethodSpec.methodBuilder("fromJson")
                .addJavadoc("Parses the result of {@link #toJson()}.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(String.class, "json")
                .addStatement("return fromJson(json, $T::readFrom)", name)
                .build();
    }

    /** The wire names of a group, those of the groups within it included. */
    private static CodeBlock templates(JavaField group) {
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
        return CodeBlock.join(all, ", ");
    }

    private static TypeSpec nested(JavaType type) {
        TypeSpec code =
                type instanceof JavaEnum e ? new EnumEmitter(e).emit() : new MessageEmitter((JavaMessage) type).emit();
        return code.toBuilder().addModifiers(Modifier.STATIC).build();
    }
}
