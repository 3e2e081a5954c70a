package io.github.wxpaycodegen.runtime.internal.wire;

import io.github.wxpaycodegen.runtime.message.JsonValue;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Converts single values to text, for formats that have only text. */
final class Texts {
    /** RFC 3339 in the gateway's form: whole seconds, and a numeric offset even for UTC. */
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private Texts() {}

    static String of(Object value) {
        if (value instanceof String text) {
            return text;
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
        throw new IllegalArgumentException("a " + value.getClass().getSimpleName() + " cannot be written as text");
    }
}
