package io.github.wxpaycodegen.simulator.internal.v3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The time for which nonces cannot be reused. */
class UsedNoncesTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final UsedNonces nonces = new UsedNonces(Duration.ofMinutes(10));

    @Test
    void rejectsRepeatedNonce() {
        assertThat(nonces.use("a", NOON)).isTrue();
        assertThat(nonces.use("b", NOON)).isTrue();
        assertThat(nonces.use("a", NOON.plusSeconds(600))).isFalse();
    }

    @Test
    void forgetsNonceOfTooOldRequest() {
        nonces.use("a", NOON);
        nonces.use("b", NOON.plusSeconds(1));

        assertThat(nonces.use("a", NOON.plusSeconds(601))).isTrue();
        assertThat(nonces.use("b", NOON.plusSeconds(601))).isFalse();
    }
}
