package io.github.wxpaycodegen.runtime.message;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names and values of a message's declared fields in order: what two equal messages have in common. */
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

    /** A group without elements leaves no trace on the wire, so it is no other value than none. */
    @Override
    public void indexed(String name, @Nullable List<? extends Message> values) {
        if (values != null && !values.isEmpty()) {
            value(name, values);
        }
    }

    /** Numbers are equal however many zeros they end in. */
    private static Object comparable(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        return value instanceof List<?> list
                ? list.stream().map(FieldValues::comparable).toList()
                : value;
    }
}
