package io.github.wxpaycodegen.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FileHashTest {
    private static final String HEX = "a9993e364706816aba3e25717850c26c9cd0d89d";

    @Test
    void ignoresCaseAndHyphen() {
        assertThat(FileHash.of("SHA1", HEX.toUpperCase(Locale.ROOT)))
                .isEqualTo(FileHash.of("sha-1", HEX))
                .hasSameHashCodeAs(FileHash.of("sha-1", HEX))
                .hasToString("SHA1 " + HEX);
        assertThat(FileHash.of("SHA1", HEX)).isNotEqualTo(FileHash.of("SHA1", HEX.replace('a', 'b')));
    }

    @Test
    void rejectsInvalidDigest() {
        assertThatThrownBy(() -> FileHash.of("MD5", HEX)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FileHash.of("SHA256", HEX)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FileHash.of("SHA1", "xyz")).isInstanceOf(IllegalArgumentException.class);
    }
}
