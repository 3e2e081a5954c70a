package io.github.wxpaycodegen.runtime.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SerialTest {
    @Test
    void keepsLeadingZero() {
        assertThat(Serial.of(TestKeys.certificate(TestKeys.rsa(), "0a1b2", Instant.now(), Duration.ofDays(1))))
                .isEqualTo("A1B2");
        assertThat(Serial.of(TestKeys.certificate(TestKeys.rsa(), "abc", Instant.now(), Duration.ofDays(1))))
                .isEqualTo("0ABC");
    }

    @Test
    void findsKeysInAnySpelling() {
        assertThat(Serial.normalize("0abc")).isEqualTo(Serial.normalize("ABC")).isEqualTo("ABC");
        assertThat(Serial.normalize("PUB_KEY_ID_0001")).isEqualTo("PUB_KEY_ID_0001");
    }
}
