package io.github.wxpaycodegen.sample;

import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.runtime.internal.wire.JsonDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random content for an object of a spec: fields that are there or not, text of any script, enum values yet unknown. */
final class RandomDocument {
    private static final String[] TEXTS = {"", " ", "a", "张三", "é\u0001\"\\/", "😀", "{\"no\":1}", "null", "0", "a&b=c"
    };

    private final Map<String, SharedType> types = new HashMap<>();
    private final Random random;

    RandomDocument(Specs specs, long seed) {
        specs.types().forEach(type -> types.put(type.id(), type));
        random = new Random(seed);
    }

    Map<String, Object> object(ObjectShape shape) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Field field : shape.fields()) {
            if (random.nextInt(4) > 0) {
                members.put(field.name(), member(field));
            }
        }
        return members;
    }

    private Object member(Field field) {
        Object value = field.list() ? list(field) : element(field);
        return field.wire().encoded().isPresent() ? JsonDocument.write(value) : value;
    }

    private List<Object> list(Field field) {
        List<Object> elements = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            elements.add(element(field));
        }
        return elements;
    }

    private Object element(Field field) {
        EnumShape values = enumOf(field);
        if (values != null) {
            String value = random.nextInt(3) == 0
                    ? (values.integers() ? "987654321" : "NOT_KNOWN_YET")
                    : values.values()
                            .get(random.nextInt(values.values().size()))
                            .value();
            return values.integers() ? new BigDecimal(value) : value;
        }
        if (field.type() instanceof Scalar scalar) {
            return scalar(field, scalar);
        }
        return object(
                field.type() instanceof FieldType.InlineObject inline
                        ? inline.shape()
                        : ((TypeShape.OfObject) types.get(((FieldType.Reference) field.type()).typeId())
                                        .shape())
                                .shape());
    }

    private Object scalar(Field field, Scalar scalar) {
        return switch (scalar) {
            case INTEGER -> new BigDecimal(random.nextLong() / 10);
            case NUMBER -> new BigDecimal(random.nextInt()).movePointLeft(random.nextInt(5));
            case BOOLEAN -> {
                boolean value = random.nextBoolean();
                yield field.wire().spelling().isEmpty()
                        ? (Object) value
                        : value
                                ? field.wire().spelling().get().trueText()
                                : field.wire().spelling().get().falseText();
            }
            case DATE_TIME ->
                String.format("2026-%02d-%02dT03:04:05+08:00", 1 + random.nextInt(12), 1 + random.nextInt(28));
            case STRING, FILE -> TEXTS[random.nextInt(TEXTS.length)];
        };
    }

    private @Nullable EnumShape enumOf(Field field) {
        if (field.type() instanceof FieldType.InlineEnum inline) {
            return inline.shape();
        }
        return field.type() instanceof FieldType.Reference reference
                        && types.get(reference.typeId()).shape() instanceof TypeShape.OfEnum shared
                ? shared.shape()
                : null;
    }
}
