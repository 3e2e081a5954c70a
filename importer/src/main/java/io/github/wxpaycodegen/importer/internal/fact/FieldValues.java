package io.github.wxpaycodegen.importer.internal.fact;

import io.github.wxpaycodegen.generator.model.ConstantValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.Limits;
import io.github.wxpaycodegen.generator.model.Unit;
import io.github.wxpaycodegen.generator.model.WireForm;
import io.github.wxpaycodegen.importer.internal.yaml.FlowText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The attributes of a field that are single values, by their keys in specs. */
final class FieldValues {
    private final Map<String, String> values = new LinkedHashMap<>();

    private FieldValues() {}

    static Map<String, String> of(Field field) {
        FieldValues values = new FieldValues();
        values.add(field);
        return values.values;
    }

    private void add(Field field) {
        if (!field.indexed()) {
            // Optional is as much a fact as required.
            values.put("required", Boolean.toString(field.required()));
        }
        put("title", field.docs().title());
        put("description", field.docs().description());
        put("deprecated", field.docs().deprecated());
        constant(field);
        put("default", field.source().defaultValue().map(FieldValues::plain));
        put("fill", field.source().fill().map(fill -> fill.key()));
        put("digest", field.source().digest());
        put("format", field.docs().meaning().format().map(format -> format.key()));
        put("unit", field.docs().meaning().unit().map(Unit::key));
        // Without quotes: documents write the example of a number as a text, and the other way round.
        field.docs().meaning().example().ifPresent(example -> values.put("example", example));
        limits(field.limits());
        wire(field.wire());
    }

    private void constant(Field field) {
        Optional<ConstantValue> constant = field.source().constant();
        put("const", constant.map(FieldValues::plain));
        if (!(field.type() instanceof FieldType.InlineEnum)) {
            constant.ifPresent(value -> values.put("enum[" + value.text() + "]", "true"));
        }
    }

    private static Object plain(ConstantValue value) {
        return value instanceof ConstantValue.Integer integer ? (Object) integer.value() : value.text();
    }

    private void limits(Limits limits) {
        limits.minLength().ifPresent(value -> put("minLength", Optional.of(value)));
        limits.maxLength().ifPresent(value -> put("maxLength", Optional.of(value)));
        put("pattern", limits.pattern());
        put("minimum", limits.minimum());
        put("maximum", limits.maximum());
        limits.maxItems().ifPresent(value -> put("maxItems", Optional.of(value)));
        limits.file().maxBytes().ifPresent(value -> put("maxBytes", Optional.of(value)));
        put("mediaTypes", Optional.of(limits.file().mediaTypes()).filter(types -> !types.isEmpty()));
    }

    private void wire(WireForm wire) {
        put("spelling", wire.spelling().map(spelling -> List.of(spelling.trueText(), spelling.falseText())));
        put("encoded", wire.encoded().map(FieldValues::key));
        put("encrypted", wire.encrypted().map(FieldValues::key));
        put("signed", wire.signed());
        put("sensitive", Optional.of(true).filter(value -> wire.sensitive()));
        put("emoji", Optional.of(true).filter(value -> wire.emoji()));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void put(String key, Optional<? extends Object> value) {
        value.ifPresent(each -> values.put(key, FlowText.of(each)));
    }
}
