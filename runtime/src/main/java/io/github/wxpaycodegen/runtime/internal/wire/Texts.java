package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.message.IntegerEnum;
import io.github.wxpaycodegen.runtime.message.JsonValue;
import io.github.wxpaycodegen.runtime.message.StringEnum;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The text of single values where the format has nothing but text. */
final class Texts {
    /** RFC 3339 as the gateway writes it: whole seconds, and a numeric offset even for UTC. */
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private Texts() {}

    static String of(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof StringEnum text) {
            return text.value();
        }
        if (value instanceof IntegerEnum number) {
            return Long.toString(number.value());
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof OffsetDateTime time) {
            return time.format(DATE_TIME);
        }
        if (value instanceof JsonValue any) {
            return any.text();
        }
        if (value instanceof Long || value instanceof Boolean) {
            return value.toString();
        }
        throw new IllegalArgumentException("a " + value.getClass().getSimpleName() + " has no text of its own");
    }
}
