package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadFileTest {
    @Test
    void aFileOnDiskIsItsNameAndItsBytes(@TempDir Path folder) throws IOException {
        Path path = Files.write(folder.resolve("licence.JPG"), new byte[] {1, 2});
        UploadFile file = UploadFile.of(path);
        assertThat(file.name()).isEqualTo("licence.JPG");
        assertThat(file.mediaType()).isEqualTo("image/jpeg");
        assertThat(file.size()).isEqualTo(2);
        assertThat(file)
                .isEqualTo(UploadFile.of("licence.JPG", new byte[] {1, 2}))
                .hasToString("licence.JPG (2 bytes)");
    }

    @Test
    void itCannotBeChangedFromOutside() {
        byte[] bytes = {1};
        UploadFile file = UploadFile.of("a", bytes);
        bytes[0] = 2;
        file.content()[0] = 3;
        assertThat(file.content()).containsExactly(1);
        assertThat(file.mediaType()).isEqualTo("application/octet-stream");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\"b", "../a", "a\\b", "a\r\nb"})
    void aNameThatWouldBreakTheHeaderIsRefused(String name) {
        assertThatThrownBy(() -> UploadFile.of(name, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
