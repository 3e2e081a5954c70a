package io.github.wxpaycodegen.runtime.internal.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.file.Digest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileDigestsTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "MD5,900150983cd24fb0d6963f7d28e17f72",
        "SHA256,ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "SM3,66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    })
    void computesKnownDigests(Digest algorithm, String hex) {
        assertThat(FileDigests.hex(algorithm, ABC)).isEqualTo(hex).hasSize(2 * algorithm.bytes());
        assertThat(FileDigests.ifPossible(algorithm, ABC)).contains(hex);
    }

    /** A BouncyCastle that cannot be loaded does no harm then. */
    @Test
    void looksForFallbackOnlyIfItIsNeeded() {
        assertThat(FileDigests.hex(Digest.SHA256, ABC, () -> {
                    throw new AssertionError("the JVM has SHA-256");
                }))
                .startsWith("ba7816bf");
    }

    @Test
    void namesDependencyWithoutProvider() {
        assertThatThrownBy(() -> FileDigests.hex(Digest.SM3, ABC, () -> null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("org.bouncycastle:bcprov-jdk18on");
    }
}
