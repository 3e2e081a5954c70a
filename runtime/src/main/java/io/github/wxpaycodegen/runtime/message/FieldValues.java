package io.github.wxpaycodegen.runtime.message;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the names and values of a message's declared fields, in order. They are the same for equal messages. */
final class FieldValues extends PlainFieldWriter {
    private final List<Object> namesAndValues = new ArrayList<>();

    private FieldValues() {}

    static List<Object> of(Message message) {
        FieldValues values = new FieldValues();
        message.writeFields(values);
        return values.namesAndValues;
    }

    @Override
    protected void value(String name, Object value) {
        namesAndValues.add(name);
        namesAndValues.add(comparable(value));
    }

    /** Skips a group without elements: on the wire it equals an absent group. */
    @Override
    public void indexed(String name, @Nullable List<? extends Message> values) {
        if (values != null && !values.isEmpty()) {
            value(name, values);
        }
    }

    /** Returns a number without trailing zeros, which do not affect equality. */
    private static Object comparable(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return value instanceof List<?> list
                ? list.stream().map(FieldValues::comparable).toList()
                : value;
    }
}
