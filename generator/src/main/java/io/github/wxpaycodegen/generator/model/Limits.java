package io.github.wxpaycodegen.generator.model;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Limits of a field's value; for a list, all except {@code maxItems} are limits of each element.
 *
 * @param minLength the minimum number of Unicode code points of a text; for an encrypted field, of its plain text
 * @param maxLength the maximum number of Unicode code points of a text; for an encrypted field, of its plain text
 * @param pattern a regular expression that the whole text must match
 * @param minimum the smallest number
 * @param maximum the largest number
 * @param maxItems the maximum number of elements of a list or an indexed group
 * @param file the limits of a file part
 */
public record Limits(
        OptionalInt minLength,
        OptionalInt maxLength,
        Optional<String> pattern,
        Optional<BigDecimal> minimum,
        Optional<BigDecimal> maximum,
        OptionalInt maxItems,
        FileLimits file) {
    /** No limits. */
    public static final Limits NONE = new Limits(
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            FileLimits.NONE);
}
