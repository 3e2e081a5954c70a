package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.FieldGroup;
import io.github.wxpaycodegen.generator.spec.FieldType;
import io.github.wxpaycodegen.generator.spec.ObjectShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Emits a message: a final immutable class with a nested builder. */
final class MessageEmitter {
    /** Whether the message is checked as a whole when it is built. */
    enum Role {
        REQUEST,
        PART
    }

    private final ClassName name;
    private final ObjectShape shape;
    private final Role role;
    private final ClassNames names;
    private final List<MessageField> fields = new ArrayList<>();

    MessageEmitter(ClassName name, ObjectShape shape, Role role, ClassNames names) {
        this.name = name;
        this.shape = shape;
        this.role = role;
        this.names = names;
        shape.fields().forEach(field -> fields.add(MessageField.of(field, name, names)));
    }

    TypeSpec emit(CodeBlock javadoc) {
        ClassName builder = name.nestedClass("Builder");
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(Runtime.MESSAGE)
                .addJavadoc(javadoc)
                .addJavadoc("\n");
        for (MessageField field : fields) {
            type.addField(FieldSpec.builder(accessorType(field), field.name(), Modifier.PRIVATE, Modifier.FINAL)
                    .build());
        }
        type.addMethod(constructor(builder)).addMethod(builderMethod(builder)).addMethod(toBuilder(builder));
        fields.forEach(field -> type.addMethod(accessor(field)));
        type.addMethod(writeTo()).addMethod(check()).addMethod(readFrom(builder));
        type.addType(new BuilderEmitter(name, fields, role).emit());
        fields.forEach(field -> nested(field).ifPresent(type::addType));
        return type.build();
    }

    private TypeName accessorType(MessageField field) {
        return isPresent(field) ? field.type() : Runtime.nullable(field.type());
    }

    /** What the check of a request guarantees; of anything else every field may be absent. */
    private boolean isPresent(MessageField field) {
        return role == Role.REQUEST
                && field.field().fill().isEmpty()
                && (field.field().required() || BuilderEmitter.hasDefault(field, role));
    }

    private MethodSpec constructor(ClassName builder) {
        MethodSpec.Builder method = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(builder, "builder")
                .addStatement("super(builder.unknownFields)");
        fields.forEach(field -> method.addStatement("this.$N = builder.$N", field.name(), field.name()));
        return method.build();
    }

    private static MethodSpec builderMethod(ClassName builder) {
        return MethodSpec.methodBuilder("builder")
                .addJavadoc("An empty builder.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builder)
                .addStatement("return new $T()", builder)
                .build();
    }

    private MethodSpec toBuilder(ClassName builder) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("toBuilder")
                .addJavadoc("A builder with a copy of every field.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addStatement("$T builder = new $T()", builder, builder);
        fields.forEach(field -> method.addStatement("builder.$N = $N", field.name(), field.name()));
        return method.addStatement("builder.unknownFields = unknownFields()")
                .addStatement("return builder")
                .build();
    }

    private MethodSpec accessor(MessageField field) {
        Field spec = field.field();
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.name())
                .addJavadoc(Docs.of(spec.title(), spec.description(), "{@code " + Docs.escape(spec.name()) + "}"))
                .addJavadoc(isPresent(field) ? "\n" : " Null if it is absent.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(accessorType(field))
                .addStatement("return $N", field.name());
        BuilderEmitter.deprecate(method, spec);
        return method.build();
    }

    private MethodSpec writeTo() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("writeTo")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Runtime.FIELD_WRITER, "out");
        fields.forEach(field -> method.addStatement(field.write()));
        return method.build();
    }

    private MethodSpec check() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("check")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Runtime.CHECKER, "checker");
        for (MessageField field : fields) {
            Field spec = field.field();
            if (spec.required() && spec.fill().isEmpty() && !BuilderEmitter.hasDefault(field, role)) {
                method.addStatement("checker.required($S, $N)", spec.name(), field.name());
            }
            if (spec.maxLength().isPresent()) {
                method.addStatement(
                        "checker.maxLength($S, $N, $L)",
                        spec.name(),
                        field.name(),
                        spec.maxLength().getAsInt());
            }
            if (field.isObject()) {
                method.addStatement(
                        "checker.$L($S, $N)", field.isList() ? "objects" : "object", spec.name(), field.name());
            }
        }
        shape.groups().forEach(group -> method.addStatement(group(group)));
        return method.build();
    }

    private CodeBlock group(FieldGroup group) {
        List<MessageField> members = fields.stream()
                .filter(field -> group.names().contains(field.field().name()))
                .toList();
        return CodeBlock.of(
                "checker.$L($T.of($L), $L)",
                group.kind() == FieldGroup.Kind.EXACTLY_ONE_OF ? "exactlyOneOf" : "atLeastOneOf",
                List.class,
                members.stream()
                        .map(member -> CodeBlock.of("$S", member.field().name()))
                        .collect(CodeBlock.joining(", ")),
                members.stream().map(MessageField::name).collect(Collectors.joining(", ")));
    }

    private MethodSpec readFrom(ClassName builder) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("readFrom")
                .addJavadoc("Reads a received message; what it does not know is kept.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(Runtime.FIELD_READER, "in")
                .addStatement("$T builder = new $T()", builder, builder);
        for (MessageField field : fields) {
            if (field.field().indexed()) {
                method.addStatement("in.group($S, $L)", field.field().name(), templates(field));
            }
        }
        method.beginControlFlow("while (in.next())").beginControlFlow("switch (in.name())");
        for (MessageField field : fields) {
            String wireName =
                    (field.field().indexed() ? "$" : "") + field.field().name();
            method.addStatement("case $S -> builder.$N = $L", wireName, field.name(), field.read());
        }
        return method.addStatement("default -> in.unknown()")
                .endControlFlow()
                .endControlFlow()
                .addStatement("builder.unknownFields = in.unknownFields()")
                .addStatement("return new $T(builder)", name)
                .build();
    }

    /** The wire names of a group, those of the groups within it included. */
    private static CodeBlock templates(MessageField group) {
        List<CodeBlock> all = new ArrayList<>();
        if (group.field().type() instanceof FieldType.InlineObject object) {
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

    private Optional<TypeSpec> nested(MessageField field) {
        CodeBlock javadoc = Docs.of(
                field.field().title(),
                Optional.empty(),
                "The type of {@code " + Docs.escape(field.field().name()) + "}");
        if (field.field().type() instanceof FieldType.InlineEnum inline) {
            return Optional.of(asNested(new EnumEmitter((ClassName) field.element(), inline.shape()).emit(javadoc)));
        }
        if (field.field().type() instanceof FieldType.InlineObject inline) {
            return Optional.of(asNested(
                    new MessageEmitter((ClassName) field.element(), inline.shape(), Role.PART, names).emit(javadoc)));
        }
        return Optional.empty();
    }

    private static TypeSpec asNested(TypeSpec type) {
        return type.toBuilder().addModifiers(Modifier.STATIC).build();
    }
}
