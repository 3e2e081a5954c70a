package io.github.wxpaycodegen.simulator.internal.values;

import io.github.wxpaycodegen.generator.model.Format;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The forms of dates and times that are text in messages. */
final class TimeFormats {
    private static final Map<Format, String> FORMS = Map.of(
            Format.DATE, "uuuu-MM-dd",
            Format.COMPACT_DATE, "uuuuMMdd",
            Format.MONTH, "uuuu-MM",
            Format.COMPACT_MONTH, "uuuuMM",
            Format.YEAR, "uuuu",
            Format.TIME, "HH:mm:ss",
            Format.COMPACT_TIME, "HHmmss",
            Format.COMPACT_DATE_TIME, "uuuuMMddHHmmss",
            Format.LOCAL_DATE_TIME, "uuuu-MM-dd HH:mm:ss");

    private TimeFormats() {}

    /** Returns a time in the format, in Beijing time if the format has no zone; empty if it is not a format of time. */
    static Optional<String> text(Format format, ZonedDateTime time) {
        return switch (format) {
            case UNIX_SECONDS -> Optional.of(Long.toString(time.toEpochSecond()));
            case UNIX_MILLISECONDS -> Optional.of(Long.toString(time.toInstant().toEpochMilli()));
            default ->
                Optional.ofNullable(FORMS.get(format)).map(form -> DateTimeFormatter.ofPattern(form, Locale.ROOT)
                        .format(time.withZoneSameInstant(ZoneOffset.ofHours(8))));
        };
    }
}
