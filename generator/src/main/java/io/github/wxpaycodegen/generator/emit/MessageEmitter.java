package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.github.wxpaycodegen.generator.emit.MessageField.Place;
import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.FieldGroup;
import io.github.wxpaycodegen.generator.spec.FieldType;
import io.github.wxpaycodegen.generator.spec.ObjectShape;
import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.generator.spec.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Emits a message: a final immutable class with a nested builder. */
final class MessageEmitter {
    /** Whether the message is checked as a whole when it is built. */
    enum Role {
        REQUEST,
        PART
    }

    private final ClassName name;
    private final Role role;
    private final ClassNames names;
    private final List<MessageField> fields = new ArrayList<>();
    private final List<FieldGroup> groups;
    private final Protocol protocol;
    private final boolean sent;

    private MessageEmitter(
            ClassName name, Role role, boolean sent, Protocol protocol, List<FieldGroup> groups, ClassNames names) {
        this.name = name;
        this.role = role;
        this.sent = sent;
        this.protocol = protocol;
        this.groups = groups;
        this.names = names;
    }

    /** The emitter of a request, with the fields of its query, its headers and its body. */
    static MessageEmitter ofRequest(ClassName name, Protocol protocol, Operation operation, ClassNames names) {
        MessageEmitter emitter = new MessageEmitter(
                name, Role.REQUEST, true, protocol, operation.request().groups(), names);
        emitter.add(operation.query(), Place.QUERY);
        emitter.add(operation.headers(), Place.HEADER);
        emitter.add(operation.request().fields(), Place.BODY);
        return emitter;
    }

    /** The emitter of the reply to a v2 notification, which is checked as a request is. */
    static MessageEmitter ofReply(ClassName name, ObjectShape shape, ClassNames names) {
        MessageEmitter emitter = new MessageEmitter(name, Role.REQUEST, true, Protocol.V2, shape.groups(), names);
        emitter.add(shape.fields(), Place.BODY);
        return emitter;
    }

    /**
     * The emitter of any other message.
     *
     * @param sent whether a request may hold it
     */
    static MessageEmitter ofPart(ClassName name, ObjectShape shape, boolean sent, ClassNames names) {
        // The protocol matters to requests alone, which are checked as a whole.
        MessageEmitter emitter = new MessageEmitter(name, Role.PART, sent, Protocol.V3, shape.groups(), names);
        emitter.add(shape.fields(), Place.BODY);
        return emitter;
    }

    private void add(List<Field> all, Place place) {
        all.forEach(field -> fields.add(MessageField.of(field, place, name, names)));
    }

    TypeSpec emit(CodeBlock javadoc) {
        ClassName builder = name.nestedClass("Builder");
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(role == Role.REQUEST ? Runtime.REQUEST_MESSAGE : Runtime.MESSAGE)
                .addJavadoc(javadoc)
                .addJavadoc("\n");
        CheckEmitter check = new CheckEmitter(fields, groups, role, sent);
        check.patterns().forEach(type::addField);
        for (MessageField field : fields) {
            type.addField(FieldSpec.builder(
                            Runtime.nullable(field.storedType()), field.name(), Modifier.PRIVATE, Modifier.FINAL)
                    .build());
        }
        type.addMethod(constructor(builder)).addMethod(builderMethod(builder)).addMethod(toBuilder(builder));
        for (MessageField field : fields) {
            type.addMethod(accessor(field));
            if (field.isEnum()) {
                type.addMethod(wireValueAccessor(field));
            }
        }
        type.addMethod(writeFields())
                .addMethod(check.emit())
                .addMethod(readFrom(builder))
                .addMethod(fromJson());
        type.addType(new BuilderEmitter(name, fields, role, protocol).emit());
        fields.forEach(field -> nested(field).ifPresent(type::addType));
        return type.build();
    }

    /** Even a required field of a request may be absent: another may have been put in its place. */
    private static TypeName accessorType(MessageField field) {
        return Runtime.nullable(field.type());
    }

    private MethodSpec constructor(ClassName builder) {
        MethodSpec.Builder method = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(builder, "builder")
                .addStatement("super(builder)");
        fields.forEach(field -> method.addStatement("this.$N = builder.$N", field.name(), field.name()));
        return method.build();
    }

    /** Constants are set here and not where the builder is made, or a received message would seem to have them. */
    private MethodSpec builderMethod(ClassName builder) {
        List<MessageField> defaulted = fields.stream()
                .filter(field -> BuilderEmitter.hasDefault(field, role))
                .toList();
        MethodSpec.Builder method = MethodSpec.methodBuilder("builder")
                .addJavadoc(defaulted.isEmpty() ? "An empty builder.\n" : "A builder with nothing but the constants.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builder);
        if (defaulted.isEmpty()) {
            return method.addStatement("return new $T($T.NONE)", builder, Runtime.EXTRA_FIELDS)
                    .build();
        }
        method.addStatement("$T builder = new $T($T.NONE)", builder, builder, Runtime.EXTRA_FIELDS);
        defaulted.forEach(
                field -> method.addStatement("builder.$N = $L", field.name(), BuilderEmitter.defaultValue(field)));
        return method.addStatement("return builder").build();
    }

    private MethodSpec toBuilder(ClassName builder) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("toBuilder")
                .addJavadoc("A builder with a copy of every field.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addStatement("$T builder = new $T(this)", builder, builder);
        fields.forEach(field -> method.addStatement("builder.$N = $N", field.name(), field.name()));
        return method.addStatement("return builder").build();
    }

    private MethodSpec accessor(MessageField field) {
        Field spec = field.field();
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.name())
                .addJavadoc(Docs.of(spec.title(), spec.description(), "{@code " + Docs.escape(spec.name()) + "}"))
                .addJavadoc(
                        "$L$L Null if it is absent.\n",
                        FieldDocs.meaning(spec),
                        // The setter of a field that is sent has the example.
                        sent ? "" : FieldDocs.example(spec))
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

    private static MethodSpec wireValueAccessor(MessageField field) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(field.wireValueName())
                .addJavadoc("Same as {@link #$L()}, as it came. Null if it is absent.\n", field.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(Runtime.nullable(field.storedType()))
                .addStatement("return $N", field.name());
        BuilderEmitter.deprecate(method, field.field());
        return method.build();
    }

    private MethodSpec writeFields() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("writeFields")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(Runtime.FIELD_WRITER, "out");
        Optional<MessageField> file =
                fields.stream().filter(MessageField::isFile).findFirst();
        fields.forEach(field -> method.addStatement(field.write(file)));
        return method.build();
    }

    private MethodSpec readFrom(ClassName builder) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("readFrom")
                .addJavadoc("Parses a message. Unrecognized fields are kept.\n")
                .addAnnotation(Runtime.JACKSON_CREATOR)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(Runtime.FIELD_READER, "in");
        if (role == Role.REQUEST) {
            method.addStatement("in.forSending()");
        }
        method.addStatement("$T builder = new $T(in)", builder, builder);
        for (MessageField field : fields) {
            if (field.field().indexed()) {
                method.addStatement("in.group($S, $L)", field.field().name(), templates(field));
            }
        }
        method.beginControlFlow("while (in.next())").beginControlFlow("switch (in.name())");
        for (MessageField field : fields) {
            if (field.isFile()) {
                continue;
            }
            String wireName =
                    (field.field().indexed() ? "$" : "") + field.field().name();
            method.addStatement("case $S -> builder.$N = $L", wireName, field.name(), field.read());
        }
        return method.addStatement("default -> in.unknown()")
                .endControlFlow()
                .endControlFlow()
                .addStatement("return new $T(builder)", name)
                .build();
    }

    private MethodSpec fromJson() {
        return MethodSpec.methodBuilder("fromJson")
                .addJavadoc("Reads what {@link #toJson()} has written.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(String.class, "json")
                .addStatement("return fromJson(json, $T::readFrom)", name)
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
            return Optional.of(asNested(ofPart((ClassName) field.element(), inline.shape(), sent, names)
                    .emit(javadoc)));
        }
        return Optional.empty();
    }

    private static TypeSpec asNested(TypeSpec type) {
        return type.toBuilder().addModifiers(Modifier.STATIC).build();
    }
}
