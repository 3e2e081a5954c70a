package io.github.wxpaycodegen.sample;

import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.Format;
import io.github.wxpaycodegen.generator.spec.Limits;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values within the limits and of the format of their field, as near as possible to those that a test prefers. */
final class FittingValues {
    private static final String DIGITS = "1234567890";
    private static final Map<Format, String> TIMES = Map.of(
            Format.DATE, "2026-01-02",
            Format.COMPACT_DATE, "20260102",
            Format.MONTH, "2026-01",
            Format.COMPACT_MONTH, "202601",
            Format.YEAR, "2026",
            Format.TIME, "03:04:05",
            Format.COMPACT_TIME, "030405",
            Format.COMPACT_DATE_TIME, "20260102030405",
            Format.LOCAL_DATE_TIME, "2026-01-02 03:04:05",
            Format.UNIX_SECONDS, "1767294245",
            Format.UNIX_MILLISECONDS, "1767294245000");

    private FittingValues() {}

    /** A text; its last characters are those of the preferred one, which make it another one for each field. */
    static String text(Field field, String preferred) {
        Limits limits = field.limits();
        String time = field.meaning().format().map(TIMES::get).orElse("");
        if (!time.isEmpty()) {
            return time;
        }
        int[] characters = preferred.codePoints().toArray();
        int missing = Math.max(0, limits.minLength().orElse(0) - characters.length);
        int cut = Math.max(0, characters.length - limits.maxLength().orElse(Integer.MAX_VALUE));
        String fitting = "x".repeat(missing) + new String(characters, cut, characters.length - cut);
        return limits.pattern().isPresent() ? matching(field, fitting) : fitting;
    }

    private static String matching(Field field, String preferred) {
        Pattern pattern = Pattern.compile(field.limits().pattern().orElseThrow());
        int longest = Math.min(64, field.limits().maxLength().orElse(64));
        Stream<String> made = Stream.of(DIGITS, "a" + DIGITS, "A" + DIGITS)
                .flatMap(characters -> IntStream.rangeClosed(field.limits().minLength().orElse(1), longest)
                        .mapToObj(length -> characters.repeat(length).substring(0, length)));
        Stream<String> known = Stream.concat(Stream.of(preferred), field.meaning().example().stream());
        return Stream.concat(known, made)
                .filter(text -> pattern.matcher(text).matches())
                .findFirst()
                .orElseThrow(() -> new AssertionError(field.name() + " needs an example that matches " + pattern));
    }

    static long integer(Field field, long preferred) {
        return field.meaning()
                .format()
                .map(format -> Long.parseLong(TIMES.getOrDefault(format, "")))
                .orElseGet(() -> number(field, BigDecimal.valueOf(preferred)).longValueExact());
    }

    static BigDecimal number(Field field, BigDecimal preferred) {
        return preferred
                .max(field.limits().minimum().orElse(preferred))
                .min(field.limits().maximum().orElse(preferred));
    }

    /** The number of elements in a list or group: two, unless it may have but one. */
    static int elements(Field field) {
        return Math.min(2, field.limits().maxItems().orElse(2));
    }
}
