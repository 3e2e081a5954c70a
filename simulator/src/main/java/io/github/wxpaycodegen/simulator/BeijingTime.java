package io.github.wxpaycodegen.simulator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Points in time as messages write them: on Beijing's clock. */
final class BeijingTime {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter V3 = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter COMPACT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final DateTimeFormatter SPACED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private BeijingTime() {}

    /** {@code 2026-01-01T08:00:00+08:00}. */
    static String v3(Instant time) {
        return V3.format(time.atOffset(BEIJING));
    }

    /** {@code 20260101080000}. */
    static String compact(Instant time) {
        return COMPACT.format(time.atOffset(BEIJING));
    }

    /** {@code 2026-01-01 08:00:00}. */
    static String spaced(Instant time) {
        return SPACED.format(time.atOffset(BEIJING));
    }

    /** Reads what {@link #v3} or {@link #compact} writes; empty for anything else. */
    static Optional<Instant> read(String text) {
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
