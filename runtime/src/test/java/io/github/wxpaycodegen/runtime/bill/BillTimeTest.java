package io.github.wxpaycodegen.runtime.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times are read in the one form that bills have. */
class BillTimeTest {
    @Test
    void parsesTimes() {
        assertThat(BillTime.parse("2026-11-23 09:05:07")).isEqualTo(LocalDateTime.of(2026, 11, 23, 9, 5, 7));
        assertThat(BillTime.parse("2024-02-29 23:59:59")).isEqualTo(LocalDateTime.of(2024, 2, 29, 23, 59, 59));
        assertThat(BillTime.parse("1990-01-01 00:00:00")).isEqualTo(LocalDateTime.of(1990, 1, 1, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "2026-11-23",
                "2026-11-23 09:05",
                "2026-11-23T09:05:07",
                "2026/11/23 09:05:07",
                "2026-11-23 09-05-07",
                "2026-11-23 09:05:07 ",
                "2026-11-23 09:05:0x",
                "2026-11-23 09:05:0/",
                "2026-11-23 09:05:0:",
                "２026-11-23 09:05:07",
                "2026-13-01 00:00:00",
                "2026-02-30 00:00:00",
                "2025-02-29 00:00:00",
                "2026-11-23 24:00:00",
                "2026-11-23 09:60:00",
                "2026-11-23 09:05:60",
                "2026-00-01 00:00:00",
                "20261123 09:05:0700",
                "-026-11-23 09:05:07",
            })
    void rejectsOtherTexts(String text) {
        assertThatThrownBy(() -> BillTime.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
