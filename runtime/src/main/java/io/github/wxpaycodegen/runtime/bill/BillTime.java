package io.github.wxpaycodegen.runtime.bill;

import java.time.DateTimeException;
import java.time.LocalDateTime;

/** Times as bills write them: {@code 2026-11-23 09:05:00}. */
final class BillTime {
    private static final String PATTERN = "0000-00-00 00:00:00";

    private BillTime() {}

    /**
     * Parses a time.
     *
     * @throws DateTimeException if the text has another form, or there is no such time
     */
    static LocalDateTime parse(String text) {
        if (text.length() != PATTERN.length()) {
            throw new DateTimeException("it is not a time");
        }
        for (int i = 0; i < text.length(); i++) {
            char expected = PATTERN.charAt(i);
            char actual = text.charAt(i);
            if (expected == '0' ? actual < '0' || actual > '9' : actual != expected) {
                throw new DateTimeException("it is not a time");
            }
        }
        return LocalDateTime.of(
                number(text, 0, 4),
                number(text, 5, 7),
                number(text, 8, 10),
                number(text, 11, 13),
                number(text, 14, 16),
                number(text, 17, 19));
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
