package io.github.wxpaycodegen.simulator.internal.values;

import io.github.wxpaycodegen.generator.model.Format;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalQuery;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The forms of dates and times that are text in messages. Other formats only describe a value; nothing is checked. */
final class TimeFormats {
    private static final Map<Format, Form> FORMS = Map.of(
            Format.DATE, new Form("uuuu-MM-dd", LocalDate::from),
            Format.COMPACT_DATE, new Form("uuuuMMdd", LocalDate::from),
            Format.MONTH, new Form("uuuu-MM", YearMonth::from),
            Format.COMPACT_MONTH, new Form("uuuuMM", YearMonth::from),
            Format.YEAR, new Form("uuuu", Year::from),
            Format.TIME, new Form("HH:mm:ss", LocalTime::from),
            Format.COMPACT_TIME, new Form("HHmmss", LocalTime::from),
            Format.COMPACT_DATE_TIME, new Form("uuuuMMddHHmmss", LocalDateTime::from),
            Format.LOCAL_DATE_TIME, new Form("uuuu-MM-dd HH:mm:ss", LocalDateTime::from));

    private TimeFormats() {}

    /** A format whose texts are as long as its pattern, and the query that validates them. */
    private record Form(int length, DateTimeFormatter formatter, TemporalQuery<?> meaning) {
        Form(String pattern, TemporalQuery<?> meaning) {
            this(
                    pattern.length(),
                    DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT),
                    meaning);
        }

        boolean isRight(String text) {
            try {
                formatter.parse(text, meaning);
                return text.length() == length;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    /** Returns true if the text has the format and is an existing day or time. */
    static boolean isRight(Format format, String text) {
        return switch (format) {
            case UNIX_SECONDS -> text.matches("[1-9][0-9]{9}");
            case UNIX_MILLISECONDS -> text.matches("[1-9][0-9]{12}");
            default -> !FORMS.containsKey(format) || FORMS.get(format).isRight(text);
        };
    }

    /** Returns a time in the format, in Beijing time if the format has no zone; empty if it is not a format of time. */
    static Optional<String> text(Format format, ZonedDateTime time) {
        return switch (format) {
            case UNIX_SECONDS -> Optional.of(Long.toString(time.toEpochSecond()));
            case UNIX_MILLISECONDS -> Optional.of(Long.toString(time.toInstant().toEpochMilli()));
            default ->
                Optional.ofNullable(FORMS.get(format))
                        .map(form -> form.formatter().format(time.withZoneSameInstant(ZoneOffset.ofHours(8))));
        };
    }
}
