package io.github.wxpaycodegen.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
    @ParameterizedTest
    @ValueSource(ints = {1900, 2000, 2024, 2026, 2028, 2096, 2100, 2400})
    void matchesTheDaysOfTheCalendarOnly(int year) {
        for (int month = 0; month <= 13; month++) {
            for (int day = 0; day <= 32; day++) {
                boolean exists = exists(year, month, day);
                assertForm(Format.DATE, "%d-%02d-%02d".formatted(year, month, day), exists);
                assertForm(Format.COMPACT_DATE, "%d%02d%02d".formatted(year, month, day), exists);
                assertForm(Format.LOCAL_DATE_TIME, "%d-%02d-%02d 23:59:59".formatted(year, month, day), exists);
                assertForm(Format.COMPACT_DATE_TIME, "%d%02d%02d235959".formatted(year, month, day), exists);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, 2026-1-31",
        "DATE, 20260131",
        "DATE, 2026-01-31T00:00:00",
        "COMPACT_DATE, 2026-01-31",
        "COMPACT_DATE, 260131",
        "LOCAL_DATE_TIME, 2026-01-31T23:59:59",
        "LOCAL_DATE_TIME, 2026-01-31 24:00:00",
        "COMPACT_DATE_TIME, 20260131235960",
        "NOTIFY_URL, 1234567",
        "NOTIFY_URL, ./notify",
        "NOTIFY_URL, ftp://shop.example/notify",
        "NOTIFY_URL, 'https://'",
        "NOTIFY_URL, 'https:///notify'",
        "NOTIFY_URL, https://shop.example/notify?order=1",
        "NOTIFY_URL, https://shop.example/notify#1",
        "NOTIFY_URL, 'https://shop.example/a b'",
    })
    void rejectsOtherForms(Format format, String text) {
        assertForm(format, text, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/wxpay/notify",
                "http://shop.example",
                "http://user@shop.example:8080/a%20b;c=1",
                "http://localhost:1/notify"
            })
    void acceptsUrlOfNotifications(String url) {
        assertForm(Format.NOTIFY_URL, url, true);
    }

    private static void assertForm(Format format, String text, boolean right) {
        assertThat(format.pattern().orElseThrow().matcher(text).matches())
                .as(text)
                .isEqualTo(right);
    }

    private static boolean exists(int year, int month, int day) {
        try {
            LocalDate.of(year, month, day);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
