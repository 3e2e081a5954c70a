package io.github.wxpaycodegen.generator.model;

import java.util.Optional;

/**
 * Meaning of a field's value; for a list, of each element.
 *
 * @param format the form of a text, or of an integer that is a time
 * @param unit the unit of a number
 * @param example a value in text form: a number in decimal, a boolean as {@code true} or {@code false}, a {@code
 *     date-time} in RFC 3339
 */
public record Meaning(Optional<Format> format, Optional<Unit> unit, Optional<String> example) {
    /** A meaning without any information. */
    public static final Meaning NONE = new Meaning(Optional.empty(), Optional.empty(), Optional.empty());
}
