package io.github.wxpaycodegen.simulator.internal.values;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Formats and parses times of messages, which are in Beijing time. */
public final class BeijingTime {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter V3 = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private static final DateTimeFormatter COMPACT_DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private BeijingTime() {}

    /** Formats as {@code 2026-01-01T08:00:00+08:00}. */
    public static String v3(Instant time) {
        return V3.format(time.atOffset(BEIJING));
    }

    /** Formats as {@code 20260101080000}. */
    public static String compact(Instant time) {
        return COMPACT.format(time.atOffset(BEIJING));
    }

    /** Formats as {@code 2026-01-01 08:00:00}. */
    public static String spaced(Instant time) {
        return SPACED.format(time.atOffset(BEIJING));
    }

    /** Returns the day of a time. */
    public static LocalDate day(Instant time) {
        return time.atOffset(BEIJING).toLocalDate();
    }

    /** Returns the start of a day. */
    public static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(BEIJING);
    }

    /** Parses a day of v3, {@code 2026-01-01}; empty for other text. */
    public static Optional<LocalDate> v3Day(String text) {
        return day(text, DateTimeFormatter.ISO_LOCAL_DATE);
    }

    /** Parses a day of v2, {@code 20260101}; empty for other text. */
    public static Optional<LocalDate> v2Day(String text) {
        return day(text, COMPACT_DAY);
    }

    private static Optional<LocalDate> day(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Parses the formats of {@link #v3} and {@link #compact}; empty for other text. */
    public static Optional<Instant> read(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text, COMPACT).toInstant(BEIJING));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
