package io.github.wxpaycodegen.generator.inventory;

import io.github.wxpaycodegen.generator.inventory.Evidence.Place;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A field as a spec declares it, once, and the places where it stands: a field of a shared type stands in many messages.
 *
 * @param id {@code POST /v2/wxv/cancelbill request.reason}, {@code v3/pay/Amount.total}
 * @param shape of its type, where that is shared
 * @param grouped whether it is one of several of which some are needed
 */
record Declaration(String id, Field field, Optional<TypeShape> shape, boolean grouped, Set<Place> places) {
    Declaration(String id, Field field, Optional<TypeShape> shape, boolean grouped) {
        this(id, field, shape, grouped, new LinkedHashSet<>());
    }

    Optional<EnumShape> enumShape() {
        if (field.type() instanceof FieldType.InlineEnum inline) {
            return Optional.of(inline.shape());
        }
        return shape.flatMap(s -> s instanceof TypeShape.OfEnum e ? Optional.of(e.shape()) : Optional.empty());
    }

    /** The values of its enum; empty where it is none. */
    Optional<List<String>> values() {
        return enumShape()
                .map(shape -> shape.values().stream().map(EnumValue::value).toList());
    }

    /** Its type in the terms of the sources, on the wire: a document within a text is a text. */
    String type() {
        if (field.wire().encoded().isPresent()) {
            return "string";
        }
        Optional<EnumShape> values = enumShape();
        if (values.isPresent()) {
            return values.get().integers() ? "integer" : "string";
        }
        if (field.type() instanceof Scalar scalar) {
            return switch (scalar) {
                case DATE_TIME -> "string";
                case FILE -> "object";
                case NUMBER -> "integer";
                default -> scalar.name().toLowerCase(Locale.ROOT);
            };
        }
        return field.wire().encrypted().isPresent() ? "string" : "object";
    }

    /** Its limits besides the maximum length, by their key. */
    Map<String, String> limits() {
        Map<String, String> limits = new TreeMap<>();
        field.limits().minLength().ifPresent(length -> limits.put("minLength", Integer.toString(length)));
        field.limits().pattern().ifPresent(pattern -> limits.put("pattern", pattern));
        field.limits().minimum().ifPresent(minimum -> limits.put("minimum", minimum.toPlainString()));
        field.limits().maximum().ifPresent(maximum -> limits.put("maximum", maximum.toPlainString()));
        field.limits().maxItems().ifPresent(items -> limits.put("maxItems", Integer.toString(items)));
        return limits;
    }
}
