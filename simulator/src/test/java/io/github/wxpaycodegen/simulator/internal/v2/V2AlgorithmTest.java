package io.github.wxpaycodegen.simulator.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class V2AlgorithmTest {
    @Test
    void isMd5UnlessNamed() {
        assertThat(V2Algorithm.named("")).hasValue(V2Algorithm.MD5);
        assertThat(V2Algorithm.named("MD5")).hasValue(V2Algorithm.MD5);
        assertThat(V2Algorithm.named("HMAC-SHA256")).hasValue(V2Algorithm.HMAC_SHA256);
        assertThat(V2Algorithm.named("hmac-sha256")).isEmpty();
    }

    @Test
    void isRecognizedByTheLengthOfASignature() {
        assertThat(V2Algorithm.ofSignature("0".repeat(32))).hasValue(V2Algorithm.MD5);
        assertThat(V2Algorithm.ofSignature("0".repeat(64))).hasValue(V2Algorithm.HMAC_SHA256);
        assertThat(V2Algorithm.ofSignature("0".repeat(33))).isEmpty();
    }
}
