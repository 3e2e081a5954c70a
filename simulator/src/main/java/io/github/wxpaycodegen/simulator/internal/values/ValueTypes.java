package io.github.wxpaycodegen.simulator.internal.values;

import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.simulator.internal.specs.Types;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks that values which a test sets are of the type of their field, whatever its limits. */
public final class ValueTypes {
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private final Types types;

    /** Creates checks that resolve types. */
    public ValueTypes(Types types) {
        this.types = types;
    }

    /** Returns what a text must be instead: {@code an integer}; empty if it is of the type of a field that is not an object. */
    public Optional<String> expected(Field field, String text) {
        boolean right =
                switch (kind(field)) {
                    case INTEGER -> INTEGER.matcher(text).matches();
                    case NUMBER -> NUMBER.matcher(text).matches();
                    case BOOLEAN -> Set.of("true", "false").contains(text);
                    case DATE_TIME -> isTime(text);
                    case STRING, FILE -> true;
                };
        return right ? Optional.empty() : Optional.of(name(kind(field)));
    }

    /** Returns what a value must be instead: {@code a list}; empty if it is of the type of the field, or null. */
    public Optional<String> expected(Field field, JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (field.wire().encoded().isPresent() || field.wire().encrypted().isPresent()) {
            return value.isString() ? Optional.empty() : Optional.of(name(Scalar.STRING));
        }
        if (!field.list()) {
            return expectedElement(field, value);
        }
        if (!value.isArray()) {
            return Optional.of("a list");
        }
        for (JsonNode element : value) {
            Optional<String> expected = expectedElement(field, element);
            if (expected.isPresent()) {
                return Optional.of("a list, each element " + expected.get());
            }
        }
        return Optional.empty();
    }

    private Optional<String> expectedElement(Field field, JsonNode value) {
        Optional<ObjectShape> shape = types.objectOf(field);
        if (shape.isPresent()) {
            return value.isObject() ? expectedMember(shape.get(), value) : Optional.of("an object");
        }
        Scalar kind = kind(field);
        boolean right =
                switch (kind) {
                    case INTEGER -> value.isIntegralNumber();
                    case NUMBER -> value.isNumber();
                    case BOOLEAN -> value.isBoolean();
                    case DATE_TIME -> value.isString() && isTime(value.asString());
                    case STRING, FILE -> value.isString();
                };
        return right ? Optional.empty() : Optional.of(name(kind));
    }

    private Optional<String> expectedMember(ObjectShape shape, JsonNode object) {
        for (Field field : shape.fields()) {
            JsonNode member = object.get(field.name());
            Optional<String> expected = member == null ? Optional.empty() : expected(field, member);
            if (expected.isPresent()) {
                return Optional.of("an object whose " + field.name() + " is " + expected.get());
            }
        }
        return Optional.empty();
    }

    /** Returns the type of a value that is not an object. A boolean with a spelling of its own is a text. */
    private Scalar kind(Field field) {
        boolean integers = types.enumOf(field).filter(EnumShape::integers).isPresent()
                || field.source()
                        .constant()
                        .filter(ConstantValue.Integer.class::isInstance)
                        .isPresent();
        if (integers) {
            return Scalar.INTEGER;
        }
        boolean plain = field.wire().spelling().isEmpty();
        return field.type() instanceof Scalar scalar && (plain || scalar != Scalar.BOOLEAN) ? scalar : Scalar.STRING;
    }

    private static String name(Scalar kind) {
        return switch (kind) {
            case INTEGER -> "an integer";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case DATE_TIME -> "a time such as 2026-01-31T12:30:00+08:00";
            case STRING, FILE -> "a text";
        };
    }

    private static boolean isTime(String value) {
        try {
            OffsetDateTime.parse(value);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
