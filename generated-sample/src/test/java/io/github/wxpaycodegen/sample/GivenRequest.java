package io.github.wxpaycodegen.sample;

import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldEncoding;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.name.JavaNames;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts given values through the typed builders of a request. */
final class GivenRequest {
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, SharedType> types = new HashMap<>();

    GivenRequest(Specs specs) {
        specs.types().forEach(type -> types.put(type.id(), type));
    }

    /** Gives a builder each of the values; one that no field takes is an error. */
    void fill(Object builder, List<Field> fields, JsonNode values) throws ReflectiveOperationException {
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            Field field = fields.stream()
                    .filter(each -> each.name().equals(value.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the spec has no field " + value.getKey()));
            if (field.source().constant().isEmpty()) {
                set(builder, field, value.getValue());
            }
        }
    }

    private void set(Object builder, Field field, JsonNode value) throws ReflectiveOperationException {
        String member = field.javaName().orElse(JavaNames.member(field.name()));
        String name = isEnum(field) ? JavaNames.wireValue(member, field.list() || field.indexed()) : member;
        for (Method setter : builder.getClass().getMethods()) {
            if (setter.getName().equals(name)
                    && setter.getParameterCount() == 1
                    && setter.getParameterTypes()[0] != Consumer.class) {
                setter.invoke(builder, value(field, setter, opened(field, value)));
                return;
            }
        }
        boolean mayHaveOneValue = field.source().defaultValue().isPresent();
        if (!mayHaveOneValue) {
            throw new AssertionError(builder.getClass() + " has no setter " + name);
        }
    }

    private boolean isEnum(Field field) {
        return !(field.type() instanceof Scalar)
                && shape(field) instanceof TypeShape.OfEnum e
                && !JavaNames.isNameless(e.shape());
    }

    private static JsonNode opened(Field field, JsonNode value) {
        if (field.wire().encoded().isEmpty()) {
            return value;
        }
        if (field.wire().encoded().get() == FieldEncoding.JSON) {
            return JSON.readTree(value.asString());
        }
        ObjectNode object = JSON.createObjectNode();
        for (String pair :
                URLDecoder.decode(value.asString(), StandardCharsets.UTF_8).split("&")) {
            object.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return object;
    }

    private Object value(Field field, Method setter, JsonNode value) throws ReflectiveOperationException {
        if (!field.list()) {
            return element(field, setter.getParameterTypes()[0], value);
        }
        Class<?> type =
                (Class<?>) ((ParameterizedType) setter.getGenericParameterTypes()[0]).getActualTypeArguments()[0];
        List<Object> all = new ArrayList<>();
        for (JsonNode each : value) {
            all.add(element(field, type, each));
        }
        return all;
    }

    private Object element(Field field, Class<?> type, JsonNode value) throws ReflectiveOperationException {
        if (field.type() instanceof Scalar scalar) {
            return scalar(field, scalar, value);
        }
        TypeShape shape = shape(field);
        if (shape instanceof TypeShape.OfEnum e) {
            // By wire value: a page may show one that the spec does not list.
            return e.shape().integers() ? (Object) value.asLong() : value.asString();
        }
        Object builder = type.getMethod("builder").invoke(null);
        fill(builder, ((TypeShape.OfObject) shape).shape().fields(), value);
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private TypeShape shape(Field field) {
        if (field.type() instanceof FieldType.InlineEnum inline) {
            EnumShape values = inline.shape();
            return new TypeShape.OfEnum(values);
        }
        return field.type() instanceof FieldType.InlineObject inline
                ? new TypeShape.OfObject(inline.shape())
                : types.get(((FieldType.Reference) field.type()).typeId()).shape();
    }

    private static Object scalar(Field field, Scalar scalar, JsonNode value) {
        return switch (scalar) {
            case INTEGER -> value.isString() ? Long.parseLong(value.asString()) : value.longValue();
            case NUMBER -> value.isString() ? new BigDecimal(value.asString()) : value.decimalValue();
            case BOOLEAN ->
                field.wire()
                        .spelling()
                        .map(spelling -> spelling.trueText().equals(value.asString()))
                        .orElseGet(() -> value.isBoolean() ? value.booleanValue() : Boolean.valueOf(value.asString()));
            case DATE_TIME -> OffsetDateTime.parse(value.asString());
            case STRING, FILE -> value.asString();
        };
    }
}
