package io.github.wxpaycodegen.runtime.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
        assertThat(Serial.normalize("00190AFaf")).isEqualTo("190AFAF");
        for (String other : new String[] {"00G", "00/", "00:", "00@"}) {
            assertThat(Serial.normalize(other)).isEqualTo(other);
        }
        assertThat(Serial.normalize("000")).isEqualTo("0");
        assertThat(Serial.normalize("")).isEmpty();
    }

    /** A stranger can send it as a header of a notification. In quadratic time, this would take minutes. */
    @Test
    @Timeout(60)
    void longSerialTakesLinearTime() {
        String serial = "0".repeat(1_000_000) + "G";
        assertThat(Serial.normalize(serial)).isEqualTo(serial);
    }
}
