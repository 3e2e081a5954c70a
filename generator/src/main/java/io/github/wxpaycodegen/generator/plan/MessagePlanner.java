package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.name.JavaNames;
import io.github.wxpaycodegen.generator.plan.JavaField.Kind;
import io.github.wxpaycodegen.generator.plan.JavaField.Place;
import io.github.wxpaycodegen.generator.plan.JavaMessage.Role;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans messages, their fields and the types that the fields declare in place. */
final class MessagePlanner {
    private final ClassNames names;

    MessagePlanner(ClassNames names) {
        this.names = names;
    }

    /** Plans a request, with the fields of its query, headers and body. */
    JavaMessage request(ClassName name, String origin, Heading heading, Protocol protocol, Operation operation) {
        return new JavaMessage(
                name,
                origin,
                heading,
                Role.REQUEST,
                true,
                false,
                protocol,
                requestFields(name, operation),
                operation.request().shape().groups(),
                nested(name, origin, operation.request().given(), true));
    }

    private List<JavaField> requestFields(ClassName owner, Operation operation) {
        List<JavaField> fields = new ArrayList<>();
        operation.request().query().forEach(field -> fields.add(field(field, Place.QUERY, owner)));
        operation.request().headers().forEach(field -> fields.add(field(field, Place.HEADER, owner)));
        operation.request().shape().fields().forEach(field -> fields.add(field(field, Place.BODY, owner)));
        return fields;
    }

    /** Plans the reply to a v2 notification, which is validated like a request. */
    JavaMessage reply(ClassName name, String origin, Heading heading, ObjectShape shape) {
        return message(name, origin, heading, Role.REQUEST, true, Protocol.V2, shape);
    }

    /**
     * Plans any other message.
     *
     * @param sent whether it may be part of a request
     */
    JavaMessage part(ClassName name, String origin, Heading heading, boolean sent, ObjectShape shape) {
        // Only requests are validated as a whole, so the protocol does not matter here.
        return message(name, origin, heading, Role.PART, sent, Protocol.V3, shape);
    }

    private JavaMessage message(
            ClassName name,
            String origin,
            Heading heading,
            Role role,
            boolean sent,
            Protocol protocol,
            ObjectShape shape) {
        List<JavaField> fields = fields(name, shape);
        boolean reportsResult = !sent && Envelope.fits(fields);
        return new JavaMessage(
                name,
                origin,
                heading,
                role,
                sent,
                reportsResult,
                protocol,
                reportsResult ? Envelope.without(fields) : fields,
                shape.groups(),
                nested(name, origin, shape.fields(), sent));
    }

    /** Plans the fields of a message that is not the request of an operation. */
    List<JavaField> fields(ClassName owner, ObjectShape shape) {
        return shape.fields().stream()
                .map(field -> field(field, Place.BODY, owner))
                .toList();
    }

    private List<JavaType> nested(ClassName owner, String origin, List<Field> fields, boolean sent) {
        List<JavaType> nested = new ArrayList<>();
        for (Field field : fields) {
            Heading heading = Heading.of(field);
            if (field.type() instanceof FieldType.InlineEnum inline && !JavaNames.isNameless(inline.shape())) {
                nested.add(JavaEnum.of(nestedName(owner, inline.javaName(), field), origin, heading, inline.shape()));
            } else if (field.type() instanceof FieldType.InlineObject inline) {
                nested.add(part(nestedName(owner, inline.javaName(), field), origin, heading, sent, inline.shape()));
            }
        }
        return nested;
    }

    /** Returns whether a shared enum becomes a text or a number, because nothing is known of its values. */
    static boolean isPlain(SharedType type) {
        return type.shape() instanceof TypeShape.OfEnum e && JavaNames.isNameless(e.shape());
    }

    private JavaField field(Field field, Place place, ClassName owner) {
        Optional<SharedType> shared = field.type() instanceof FieldType.Reference reference
                ? Optional.of(names.type(reference.typeId()))
                : Optional.empty();
        Optional<EnumShape> enumShape = enumShape(field, shared);
        Optional<ConstantValue> preset = field.source().constant().or(field.source()::defaultValue);
        boolean comesByItself = preset.isPresent()
                || field.source().fill().isPresent()
                || field.source().digest().isPresent();
        boolean onlyValue = preset.isPresent()
                && enumShape.filter(shape -> shape.values().size() == 1).isPresent();
        return new JavaField(
                field,
                place,
                kind(field, enumShape),
                field.javaName().orElse(JavaNames.member(field.name())),
                element(field, owner, shared, enumShape),
                enumShape.filter(JavaNames::isNameless).stream()
                        .flatMap(shape -> shape.values().stream())
                        .map(EnumValue::value)
                        .toList(),
                preset,
                field.source().constant().isEmpty() && !onlyValue,
                field.required() && !comesByItself);
    }

    private static Optional<EnumShape> enumShape(Field field, Optional<SharedType> shared) {
        if (field.type() instanceof FieldType.InlineEnum inline) {
            return Optional.of(inline.shape());
        }
        return shared.map(SharedType::shape)
                .flatMap(shape -> shape instanceof TypeShape.OfEnum e ? Optional.of(e.shape()) : Optional.empty());
    }

    private static Kind kind(Field field, Optional<EnumShape> enumShape) {
        if (enumShape.isPresent()) {
            boolean integers = enumShape.get().integers();
            if (JavaNames.isNameless(enumShape.get())) {
                return integers ? Kind.INTEGER : Kind.STRING;
            }
            return integers ? Kind.INTEGER_ENUM : Kind.STRING_ENUM;
        }
        if (field.type() instanceof Scalar scalar) {
            return switch (scalar) {
                case STRING -> Kind.STRING;
                case FILE -> Kind.FILE;
                case INTEGER -> Kind.INTEGER;
                case NUMBER -> Kind.NUMBER;
                case BOOLEAN -> Kind.BOOLEAN;
                case DATE_TIME -> Kind.DATE_TIME;
            };
        }
        return Kind.OBJECT;
    }

    private ClassName element(
            Field field, ClassName owner, Optional<SharedType> shared, Optional<EnumShape> enumShape) {
        FieldType type = field.type();
        if (enumShape.filter(JavaNames::isNameless).isPresent()) {
            return ClassName.get(enumShape.get().integers() ? Long.class : String.class);
        }
        if (type instanceof FieldType.InlineEnum inline) {
            return nestedName(owner, inline.javaName(), field);
        }
        if (type instanceof FieldType.InlineObject inline) {
            return nestedName(owner, inline.javaName(), field);
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
        return names.shared(shared.orElseThrow());
    }

    private static ClassName nestedName(ClassName owner, Optional<String> javaName, Field field) {
        String name = javaName.orElseGet(() -> JavaNames.nestedType(field));
        return owner.nestedClass(JavaNames.within(owner.simpleNames(), name));
    }
}
