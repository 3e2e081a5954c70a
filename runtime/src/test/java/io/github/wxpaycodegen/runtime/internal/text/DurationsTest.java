package io.github.wxpaycodegen.runtime.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "PT30S, 30000 ms",
        "PT0.5S, 500 ms",
        "PT0.000000001S, 0.000001 ms",
        "PT0.0015S, 1.5 ms",
        "P365D, 31536000000 ms",
        "PT0S, 0 ms",
        "PT0.999999999S, 999.999999 ms",
        "PT59.999123456S, 59999 ms"
    })
    void showsDurationAsGiven(Duration duration, String text) {
        assertThat(Durations.shown(duration)).isEqualTo(text);
    }
}
