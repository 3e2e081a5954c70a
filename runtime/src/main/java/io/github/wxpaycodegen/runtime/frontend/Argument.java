package io.github.wxpaycodegen.runtime.frontend;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import java.util.Objects;

/**
 * Checks arguments of callers. WeChat would accept a signature over a blank value or a line break, and fail only in
 * front of the user.
 */
final class Argument {
    private static final String PREPAY = "prepay_id=";

    private Argument() {}

    /** Checks an id or a token, which must be visible ASCII, and returns it. */
    static String token(String name, String value) {
        Objects.requireNonNull(value, name);
        if (value.isEmpty() || !value.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw refused(name + ": must contain only visible ASCII characters");
        }
        return value;
    }

    /** Checks a {@code prepay_id}, which must not include its prefix, and returns it. */
    static String prepayId(String value) {
        if (token("prepay_id", value).startsWith(PREPAY)) {
            throw refused(PREPAY + "...: omit the prefix, which the client adds where it is needed");
        }
        return value;
    }

    /**
     * Checks a display text, and returns it. As the pages of v2 require, it has no control characters and no characters
     * of more than 3 bytes in UTF-8.
     */
    static String text(String name, String value) {
        Objects.requireNonNull(value, name);
        if (value.isBlank() || !value.chars().allMatch(c -> c >= 0x20 && !Character.isSurrogate((char) c))) {
            throw refused(name + ": is blank, or has a control character or an emoji");
        }
        return value;
    }

    private static InvalidRequestException refused(String problem) {
        return InvalidRequestException.builder("Front-end parameters")
                .problem(problem)
                .build();
    }
}
