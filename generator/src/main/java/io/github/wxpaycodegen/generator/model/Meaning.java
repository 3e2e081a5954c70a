package io.github.wxpaycodegen.generator.model;

import java.util.Optional;

/**
 * Meaning of a field's value; of a list, of each element.
 *
 * @param format the form of a text, or of an integer that is a time
 * @param unit the unit of a number
 * @param example a value as it stands in a text: of a number in decimal, of a boolean {@code true} or {@code false}, of
 *     a {@code date-time} in RFC 3339
 */
public record Meaning(Optional<Format> format, Optional<Unit> unit, Optional<String> example) {
    /** Nothing is known. */
    public static final Meaning NONE = new Meaning(Optional.empty(), Optional.empty(), Optional.empty());
}
