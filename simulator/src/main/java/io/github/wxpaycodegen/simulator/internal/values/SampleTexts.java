package io.github.wxpaycodegen.simulator.internal.values;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Format;
import io.github.wxpaycodegen.generator.model.Limits;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sample text for fields without an example: derived from the name, in the format and within the limits. */
final class SampleTexts {
    static final ZonedDateTime TIME = ZonedDateTime.parse("2026-01-01T08:00:00+08:00");

    /** An address of the network that is reserved for documentation. */
    private static final String ADDRESS = "203.0.113.1";

    /** The maximum length of a text that is tried for a pattern. */
    private static final int LONGEST = 64;

    private static final List<String> ALPHABETS =
            List.of("1234567890", "sample1234567890", "SAMPLE1234567890", "0a1b2c3d");

    /** The names of fields that are times or dates even if their spec has no format. */
    private static final Pattern TIME_NAME = Pattern.compile(".*_(time|date)(?:_\\$n)*");

    private static final List<String> DATES = List.of("2026-01-01", "20260101");

    private SampleTexts() {}

    /**
     * Returns a text for a field of type string.
     *
     * @param times the forms of a time without a format, the usual one first
     * @param example the example of a similar field, which is preferred to a text of the name
     */
    static String of(Field field, String name, List<String> times, Supplier<Optional<String>> example) {
        Limits limits = field.limits();
        String text = field.docs()
                .meaning()
                .format()
                .flatMap(format -> ofFormat(format, name))
                .or(() -> timeByName(field, times))
                .or(example)
                .orElseGet(() -> fit("sample-" + name, limits));
        return limits.pattern().isPresent() ? matching(limits.pattern().get(), limits, text) : text;
    }

    private static Optional<String> ofFormat(Format format, String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return switch (format) {
            case BASE64 -> Optional.of(Base64.getEncoder().encodeToString(bytes));
            case HEX -> Optional.of(HexFormat.of().formatHex(bytes));
            case JSON -> Optional.of("{}");
            case URL, NOTIFY_URL -> Optional.of("https://example.com/" + name);
            case IP -> Optional.of(ADDRESS);
            case MEDIA_ID -> Optional.empty();
            default -> TimeFormats.text(format, TIME);
        };
    }

    /** Returns the first form that the limits allow; empty if the name is not that of a time, or if none is allowed. */
    private static Optional<String> timeByName(Field field, List<String> times) {
        Matcher name = TIME_NAME.matcher(field.name());
        if (!name.matches()) {
            return Optional.empty();
        }
        List<String> forms = name.group(1).equals("date") ? DATES : times;
        return forms.stream()
                .filter(text -> LimitRules.problem(field, text).isEmpty())
                .findFirst();
    }

    private static String fit(String text, Limits limits) {
        String longEnough = text.length() < limits.minLength().orElse(0)
                ? text + "0".repeat(limits.minLength().getAsInt() - text.length())
                : text;
        return longEnough.substring(
                0, Math.min(longEnough.length(), limits.maxLength().orElse(Integer.MAX_VALUE)));
    }

    /** Returns the first of many candidate texts that matches; the preferred one if none does. */
    private static String matching(String regex, Limits limits, String preferred) {
        int shortest = Math.max(1, limits.minLength().orElse(1));
        int longest = Math.min(LONGEST, limits.maxLength().orElse(LONGEST));
        Stream<String> others = ALPHABETS.stream().flatMap(alphabet -> IntStream.rangeClosed(shortest, longest)
                .mapToObj(length ->
                        alphabet.repeat(length / alphabet.length() + 1).substring(0, length)));
        return Stream.concat(Stream.of(preferred, preferred.replace('-', '_')), others)
                .filter(text -> LimitRules.matches(regex, text))
                .findFirst()
                .orElse(preferred);
    }
}
