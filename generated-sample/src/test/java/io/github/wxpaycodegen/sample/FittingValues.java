package io.github.wxpaycodegen.sample;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Format;
import io.github.wxpaycodegen.generator.model.Limits;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values within the limits and of the format of their field, as near as possible to those that a test prefers. */
final class FittingValues {
    private static final String DIGITS = "1234567890";
    private static final String NOTIFY_URL = "https://shop.example.com/wxpay/notify";

    private FittingValues() {}

    /** A text; its last characters are those of the preferred one, which make it another one for each field. */
    static String text(Field field, String preferred) {
        if (field.name().equals("notify_url")) {
            // Specs of v2 have no format for what the gateway accepts.
            return NOTIFY_URL;
        }
        Limits limits = field.limits();
        Optional<String> time = field.docs().meaning().format().flatMap(FittingValues::time);
        if (time.isPresent()) {
            return time.get();
        }
        int[] characters = preferred.codePoints().toArray();
        int missing = Math.max(0, limits.minLength().orElse(0) - characters.length);
        int cut = Math.max(0, characters.length - limits.maxLength().orElse(Integer.MAX_VALUE));
        String fitting = "x".repeat(missing) + new String(characters, cut, characters.length - cut);
        return limits.pattern().isPresent() ? matching(field, fitting) : fitting;
    }

    private static Optional<String> time(Format format) {
        return switch (format) {
            case DATE -> Optional.of("2026-01-02");
            case COMPACT_DATE -> Optional.of("20260102");
            case MONTH -> Optional.of("2026-01");
            case COMPACT_MONTH -> Optional.of("202601");
            case YEAR -> Optional.of("2026");
            case TIME -> Optional.of("03:04:05");
            case COMPACT_TIME -> Optional.of("030405");
            case COMPACT_DATE_TIME -> Optional.of("20260102030405");
            case LOCAL_DATE_TIME -> Optional.of("2026-01-02 03:04:05");
            case UNIX_SECONDS -> Optional.of("1767294245");
            case UNIX_MILLISECONDS -> Optional.of("1767294245000");
            case NOTIFY_URL -> Optional.of(NOTIFY_URL);
            case BASE64, URL, MEDIA_ID, JSON, HEX, IP -> Optional.empty();
        };
    }

    private static String matching(Field field, String preferred) {
        Pattern pattern = Pattern.compile(field.limits().pattern().orElseThrow());
        int longest = Math.min(64, field.limits().maxLength().orElse(64));
        Stream<String> made = Stream.of(DIGITS, "a" + DIGITS, "A" + DIGITS).flatMap(characters -> IntStream.rangeClosed(
                        field.limits().minLength().orElse(1), longest)
                .mapToObj(length -> characters.repeat(length).substring(0, length)));
        Stream<String> known = Stream.concat(Stream.of(preferred), field.docs().meaning().example().stream());
        return Stream.concat(known, made)
                .filter(text -> pattern.matcher(text).matches())
                .findFirst()
                .orElseThrow(() -> new AssertionError(field.name() + " needs an example that matches " + pattern));
    }

    static long integer(Field field, long preferred) {
        return field.docs()
                .meaning()
                .format()
                .flatMap(FittingValues::time)
                .map(Long::parseLong)
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
