package io.github.wxpaycodegen.runtime.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of other people's documents: what is read can be written and read again. */
class JsonNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"", ".5", "e5", "E-2147482647", "e2147482000"})
    void readsNumberOfThousandDigitsAgain(String end) {
        int digits = end.startsWith(".") ? 999 : 1000;
        for (String sign : new String[] {"", "-"}) {
            Map<String, Object> read = read("{\"a\":" + sign + "9".repeat(digits) + end + "}");

            assertThat(read(JsonDocument.write(read))).isEqualTo(read);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".5", "e5"})
    void refusesNumberOfMoreDigits(String end) {
        assertThatIllegalArgumentException().isThrownBy(() -> read("{\"a\":" + "9".repeat(1001) + end + "}"));
    }

    @Test
    void refusesNumberOfEndlessZeros() {
        assertThatIllegalArgumentException().isThrownBy(() -> read("{\"a\":0." + "0".repeat(100_000) + "}"));
    }

    private static Map<String, Object> read(String document) {
        return JsonDocument.read(document.getBytes(StandardCharsets.UTF_8));
    }
}
