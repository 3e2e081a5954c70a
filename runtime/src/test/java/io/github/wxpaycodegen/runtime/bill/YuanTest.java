package io.github.wxpaycodegen.runtime.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts are exact or an error. */
class YuanTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.0, 0",
        "0.00, 0",
        "-0.00, 0",
        "1, 100",
        "1.5, 150",
        "1.05, 105",
        "1.50, 150",
        "0.01, 1",
        "-0.01, -1",
        "-12, -1200",
        "-12.3, -1230",
        "-12.34, -1234",
        "007.10, 710",
        "1.23000, 123",
        "0.1000000000000000000000000000000, 10",
        "92233720368547758.07, 9223372036854775807",
        "-92233720368547758.07, -9223372036854775807",
    })
    void parsesYuanAsFen(String text, long fen) {
        assertThat(Yuan.parse(text, Yuan.FEN)).isEqualTo(fen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "-.",
                "1.",
                "-1.",
                ".5",
                "-.5",
                "+1",
                "--1",
                "1-",
                "1.-5",
                "1.5-",
                "1.234",
                "1.001",
                "0.00001",
                "1.2.3",
                "1.23.4",
                "1.23.",
                "1..2",
                "1,000.00",
                "1 000.00",
                " 1.00",
                "1.00 ",
                "1e3",
                "0x10",
                "NaN",
                "Infinity",
                "¥1.00",
                "1.00元",
                "1.0O",
                "1.0:",
                "1.0/",
                "１.００",
                "٣",
                "null",
                "1.00%",
                "92233720368547758.08",
                "92233720368547759",
                "100000000000000000000",
            })
    void rejectsOtherTexts(String text) {
        assertThatThrownBy(() -> Yuan.parse(text, Yuan.FEN)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @CsvSource({"20, 20", "20.0, 20", "20.00, 20", "0, 0", "9223372036854775807, 9223372036854775807"})
    void acceptsZeroDecimalsOfWholeNumbers(String text, long count) {
        assertThat(Yuan.parse(text, 0)).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20.5", "20.", "9223372036854775808", "a"})
    void rejectsFractionsOfWholeNumbers(String text) {
        assertThatThrownBy(() -> Yuan.parse(text, 0)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "100000, 1.00",
        "150000, 1.50",
        "123400, 1.234",
        "1, 0.00001",
        "-1230, -0.0123",
        "1000000000000, 10000000.00"
    })
    void formatsWithTwoDecimalsOrMore(long units, String text) {
        assertThat(Yuan.format(units, Yuan.FINEST)).isEqualTo(text);
    }

    @Test
    void agreesWithBigDecimal() {
        Random random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            long fen = random.nextLong() >> random.nextInt(63);
            if (fen != Long.MIN_VALUE) {
                assertThat(Yuan.parse(BigDecimal.valueOf(fen, 2).toPlainString(), Yuan.FEN))
                        .isEqualTo(fen);
            }
        }
    }
}
