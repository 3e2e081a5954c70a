package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import java.util.List;
import java.util.Objects;

/** Checks what a caller gives: a blank value or a line break would be signed, and refused in front of the user. */
final class Argument {
    private static final String PREPAY = "prepay_id=";

    private Argument() {}

    /** An id or a token: visible ASCII. */
    static String token(String name, String value) {
        Objects.requireNonNull(value, name);
        if (value.isEmpty() || !value.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw refused(name + ": must be of visible ASCII characters, and is not");
        }
        return value;
    }

    /** The {@code prepay_id} of an order, without its name before it. */
    static String prepayId(String value) {
        if (token("prepay_id", value).startsWith(PREPAY)) {
            throw refused(PREPAY + "...: leave out the name, which is put before it where it belongs");
        }
        return value;
    }

    /** A text for people: as v2 pages demand, no control characters and none of more than 3 bytes in UTF-8. */
    static String text(String name, String value) {
        Objects.requireNonNull(value, name);
        if (value.isBlank() || !value.chars().allMatch(c -> c >= 0x20 && !Character.isSurrogate((char) c))) {
            throw refused(name + ": is blank, or has a control character or an emoji");
        }
        return value;
    }

    private static InvalidRequestException refused(String problem) {
        return new InvalidRequestException("Front-end parameters", List.of(problem));
    }
}
