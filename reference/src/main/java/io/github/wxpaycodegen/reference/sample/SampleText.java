package io.github.wxpaycodegen.reference.sample;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FillKey;
import io.github.wxpaycodegen.generator.model.Format;
import io.github.wxpaycodegen.generator.model.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Chooses the text of a sample value. */
final class SampleText {
    /** The account of the simulator, so that a request can be sent to it as it is. */
    private static final Map<FillKey, String> ACCOUNT = Map.of(
            FillKey.MCHID, "1230000109",
            FillKey.APPID, "wx8888888888888888",
            FillKey.SUB_MCHID, "1900000109",
            FillKey.SUB_APPID, "wx8888888888888889",
            FillKey.BRAND_ID, "40001");

    private static final Map<Format, String> FORMATS = Map.ofEntries(
            Map.entry(Format.DATE, "2026-01-31"),
            Map.entry(Format.COMPACT_DATE, "20260131"),
            Map.entry(Format.MONTH, "2026-01"),
            Map.entry(Format.COMPACT_MONTH, "202601"),
            Map.entry(Format.YEAR, "2026"),
            Map.entry(Format.TIME, "12:30:00"),
            Map.entry(Format.COMPACT_TIME, "123000"),
            Map.entry(Format.COMPACT_DATE_TIME, "20260131123000"),
            Map.entry(Format.LOCAL_DATE_TIME, "2026-01-31 12:30:00"),
            Map.entry(Format.UNIX_SECONDS, "1769833800"),
            Map.entry(Format.UNIX_MILLISECONDS, "1769833800000"),
            Map.entry(Format.BASE64, "c2FtcGxl"),
            Map.entry(Format.URL, "https://shop.example.com/wxpay"),
            Map.entry(Format.NOTIFY_URL, "https://shop.example.com/wxpay/notify"),
            Map.entry(Format.JSON, "{}"),
            Map.entry(Format.HEX, "0a1b2c3d"),
            Map.entry(Format.IP, "203.0.113.1"));

    private static final List<String> ALPHABETS =
            List.of("1234567890", "sample1234567890", "SAMPLE1234567890", "0a1b2c3d");

    /** The longest text that is tried for a pattern. */
    private static final int LONGEST = 64;

    private SampleText() {}

    /**
     * Returns a value of a field: of the account, its example, or one that its type, limits and form allow.
     *
     * @param enumValue a value of its enum, if it has one
     */
    static String of(Field field, Optional<String> enumValue) {
        return field.source()
                .fill()
                .map(SampleText::ofAccount)
                .or(() -> field.docs().meaning().example())
                .or(() -> enumValue)
                .orElseGet(() -> made(field));
    }

    private static String ofAccount(FillKey key) {
        return ACCOUNT.getOrDefault(key, "");
    }

    private static String made(Field field) {
        FieldType.Scalar type = field.type() instanceof FieldType.Scalar scalar ? scalar : FieldType.Scalar.STRING;
        return switch (type) {
            case INTEGER, NUMBER ->
                field.docs()
                        .meaning()
                        .format()
                        .flatMap(format -> Optional.ofNullable(FORMATS.get(format)))
                        .orElseGet(() -> number(field.limits()));
            case BOOLEAN -> "true";
            case DATE_TIME -> "2026-01-31T12:30:00+08:00";
            case FILE -> "";
            case STRING ->
                field.docs()
                        .meaning()
                        .format()
                        .flatMap(format -> Optional.ofNullable(FORMATS.get(format)))
                        .filter(text -> fits(text, field.limits()))
                        .orElseGet(() -> text(field));
        };
    }

    private static String number(Limits limits) {
        BigDecimal one = BigDecimal.ONE;
        return one.max(limits.minimum().orElse(one))
                .min(limits.maximum().orElse(BigDecimal.valueOf(Long.MAX_VALUE)))
                .toPlainString();
    }

    /** Returns a text that names the field, within the limits; the first that matches if there is a pattern. */
    private static String text(Field field) {
        Limits limits = field.limits();
        int shortest = Math.max(1, limits.minLength().orElse(1));
        int longest = Math.max(shortest, limits.maxLength().orElse(LONGEST));
        String name = field.name().replace("$n", "0").replace("$m", "0");
        String named = repeated(name, Math.min(longest, Math.max(shortest, name.length())));
        Stream<String> others = ALPHABETS.stream()
                .flatMap(alphabet -> IntStream.rangeClosed(shortest, Math.min(longest, Math.max(shortest, LONGEST)))
                        .mapToObj(length -> repeated(alphabet, length)));
        return Stream.concat(Stream.of(named), others)
                .filter(text -> fits(text, limits))
                .findFirst()
                .orElse(named);
    }

    private static String repeated(String text, int length) {
        return text.repeat(length / text.length() + 1).substring(0, length);
    }

    private static boolean fits(String text, Limits limits) {
        return text.length() >= limits.minLength().orElse(0)
                && text.length() <= limits.maxLength().orElse(Integer.MAX_VALUE)
                && limits.pattern()
                        .map(regex -> Pattern.compile(regex).matcher(text).matches())
                        .orElse(true);
    }
}
