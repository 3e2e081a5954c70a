package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Shapes of types as texts, which are equal for types of the same shape. Order, titles and required fields are ignored.
 */
public final class Shapes {
    private Shapes() {}

    /** Returns the shape of an object. */
    public static String of(ObjectShape shape) {
        return shape.fields().stream().map(Shapes::of).sorted().collect(Collectors.joining(", ", "{", "}"));
    }

    /** Returns the shape of an enum: its values, sorted. */
    public static String of(EnumShape shape) {
        return shape.values().stream()
                .map(EnumValue::value)
                .sorted()
                .collect(Collectors.joining("|", shape.integers() ? "integers(" : "(", ")"));
    }

    /** Returns only the names of the fields, for display. */
    public static String names(ObjectShape shape) {
        return shape.fields().stream().map(Field::name).sorted().collect(Collectors.joining(", ", "{", "}"));
    }

    private static String of(Field field) {
        StringBuilder text = new StringBuilder(field.name()).append(": ").append(of(field.type()));
        if (field.list()) {
            text.append("[]");
        }
        field.wire().encoded().ifPresent(e -> text.append(' ').append(e));
        field.wire().encrypted().ifPresent(e -> text.append(' ').append(e));
        return text.toString();
    }

    private static String of(FieldType type) {
        if (type instanceof FieldType.InlineObject inline) {
            return of(inline.shape());
        }
        if (type instanceof FieldType.InlineEnum inline) {
            return of(inline.shape());
        }
        return type instanceof FieldType.Reference reference
                ? reference.typeId()
                : type.toString().toLowerCase(Locale.ROOT);
    }
}
