package io.github.wxpaycodegen.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedValuesTest {
    private final BoundedValues values = new BoundedValues(3);

    @Test
    void keepsTheFirstValues() {
        assertThat(values.bounded("A")).isEqualTo("A");
        assertThat(values.bounded("B")).isEqualTo("B");
        assertThat(values.bounded("C")).isEqualTo("C");
        assertThat(values.bounded("D")).isEqualTo("other");
        assertThat(values.bounded("A")).isEqualTo("A");
        assertThat(values.bounded("C")).isEqualTo("C");
    }

    @Test
    void missingValueIsNone() {
        assertThat(values.bounded(null)).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "A B",
                "A\nB",
                "A…",
                "系统错误",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void invalidCodeIsOtherAndNotCounted(String text) {
        assertThat(values.bounded(text)).isEqualTo("other");
        keepsTheFirstValues();
    }

    @Test
    void limitHoldsForManyThreads() {
        Set<String> seen = IntStream.range(0, 10_000)
                .parallel()
                .mapToObj(i -> values.bounded("CODE_" + i % 100))
                .collect(Collectors.toSet());
        assertThat(seen).hasSize(4).contains("other");
    }
}
