package io.github.wxpaycodegen.runtime.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private static final KeyPair KEYS = TestKeys.rsa();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void certificateOfTomorrowVerifiesButDoesNotEncrypt() {
        Instant tomorrow = NOW.plus(Duration.ofDays(2));
        KeyRing ring = new KeyRing(List.of(GatewayKey.of(certificate("0A01", tomorrow))));

        assertThat(ring.isUsable(NOW)).isTrue();
        assertThat(ring.key("0A01", NOW)).isPresent();
        assertThat(ring.encryption(NOW)).isEmpty();
        assertThat(ring.encryption(tomorrow)).isPresent();
    }

    @Test
    void ignoresExpiredCertificate() {
        KeyRing ring = new KeyRing(List.of(GatewayKey.of(certificate("0A01", NOW))));
        Instant expired = NOW.plus(Duration.ofDays(2));

        assertThat(ring.isUsable(expired)).isFalse();
        assertThat(ring.key("0A01", expired)).isEmpty();
        assertThat(ring.encryption(expired)).isEmpty();
    }

    @Test
    void keepsOlderKeysUntilTheyExpire() {
        X509Certificate expired = certificate("0A01", NOW.minus(Duration.ofDays(10)));
        X509Certificate valid = certificate("0B02", NOW);
        X509Certificate fresh = certificate("0C03", NOW);
        KeyRing older = new KeyRing(List.of(GatewayKey.of(expired), GatewayKey.of(valid)));

        assertThat(new KeyRing(List.of(GatewayKey.of(fresh)))
                        .keeping(older, NOW)
                        .certificates())
                .containsExactlyInAnyOrder(valid, fresh);
    }

    private static X509Certificate certificate(String serial, Instant around) {
        return TestKeys.certificate(KEYS, serial, around, Duration.ofDays(1));
    }
}
