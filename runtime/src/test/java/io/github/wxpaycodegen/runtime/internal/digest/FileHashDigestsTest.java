package io.github.wxpaycodegen.runtime.internal.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.file.FileHash;
import java.security.MessageDigest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileHashDigestsTest {
    @Test
    void sm3NeedsAProviderAndNamesTheDependency() {
        assertThatThrownBy(() -> FileHashDigests.begin(FileHash.Type.SM3, Optional.empty()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("org.bouncycastle:bcprov-jdk18on");
        assertThat(FileHashDigests.begin(FileHash.Type.SM3).getDigestLength()).isEqualTo(32);
    }

    @Test
    void digestsAreOfTheirType() {
        MessageDigest digest = FileHashDigests.begin(FileHash.Type.SHA1);
        digest.update(new byte[] {'a', 'b', 'c'});

        assertThat(FileHashDigests.end(FileHash.Type.SHA1, digest))
                .isEqualTo(FileHash.of("SHA1", "a9993e364706816aba3e25717850c26c9cd0d89d"));
    }
}
