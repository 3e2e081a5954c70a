package io.github.wxpaycodegen.runtime.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadFileTest {
    @TempDir
    Path folder;

    @Test
    void fileOnDiskIsReadLazily() throws IOException {
        Path path = Files.write(folder.resolve("licence.JPG"), new byte[] {1, 2});
        UploadFile file = UploadFile.of(path);
        assertThat(file.name()).isEqualTo("licence.JPG");
        assertThat(file.mediaType()).isEqualTo("image/jpeg");
        assertThat(file.size()).isEqualTo(2);
        assertThat(file)
                .isEqualTo(UploadFile.of(path))
                .hasSameHashCodeAs(UploadFile.of(path))
                .isNotEqualTo(UploadFile.of("other.jpg", path))
                .hasToString("licence.JPG (2 bytes)");
        Files.write(path, new byte[] {3, 4});
        assertThat(bytes(file)).containsExactly(3, 4);
    }

    @Test
    void rejectsMissingFileAtOnce() {
        assertThatThrownBy(() -> UploadFile.of(folder.resolve("none.jpg")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.jpg cannot be read")
                .hasCauseInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> UploadFile.of("a.jpg", folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("is not a regular file");
        assertThatThrownBy(() -> UploadFile.of("a.jpg", -1, InputStream::nullInputStream))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytesCannotBeChangedFromOutside() throws IOException {
        byte[] bytes = {1};
        UploadFile file = UploadFile.of("a", bytes);
        bytes[0] = 2;
        assertThat(bytes(file)).containsExactly(1);
        assertThat(file.mediaType()).isEqualTo("application/octet-stream");
        assertThat(file)
                .isEqualTo(UploadFile.of("a", new byte[] {1}))
                .hasSameHashCodeAs(UploadFile.of("a", new byte[] {1}))
                .isNotEqualTo(UploadFile.of("a", new byte[] {2}));
    }

    @Test
    void digestIsKnownInLowerCase() {
        UploadFile.Source source = () -> new ByteArrayInputStream(new byte[] {1, 2, 3});
        UploadFile file = UploadFile.of("a", 3, source);
        UploadFile known = file.withDigest(Digest.MD5, "5289DF737DF57326FCDD22597AFB1FAC");

        assertThat(known.knownDigest(Digest.MD5)).isEqualTo("5289df737df57326fcdd22597afb1fac");
        assertThat(known.knownDigest(Digest.SHA256)).isNull();
        assertThat(file.knownDigest(Digest.MD5)).isNull();
        assertThat(known).isNotEqualTo(file).isEqualTo(file.withDigest(Digest.MD5, known.knownDigest(Digest.MD5)));
    }

    @ParameterizedTest
    @CsvSource({"MD5,5289df737df57326fcdd22597afb1fa", "SHA256,5289df737df57326fcdd22597afb1fac", "MD5,''", "SM3,xy"})
    void whatIsNoDigestIsRefused(Digest algorithm, String hex) {
        assertThatThrownBy(() -> UploadFile.of("a", new byte[0]).withDigest(algorithm, hex))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\"b", "../a", "a\\b", "a\r\nb"})
    void rejectsNameThatWouldBreakTheHeader(String name) {
        assertThatThrownBy(() -> UploadFile.of(name, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] bytes(UploadFile file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readAllBytes();
        }
    }
}
