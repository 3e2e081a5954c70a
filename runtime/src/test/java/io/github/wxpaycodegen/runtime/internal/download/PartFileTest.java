package io.github.wxpaycodegen.runtime.internal.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFileTest {
    @TempDir
    Path directory;

    @Test
    void partBecomesTheTarget() throws IOException {
        PartFile part = PartFile.beside(target(), Clock.systemUTC());
        part.output().write("whole".getBytes(StandardCharsets.UTF_8));

        part.become(target());
        part.discard();

        assertThat(directory.resolve("bill.csv")).hasContent("whole");
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void discardedPartBecomesNothing() throws IOException {
        PartFile part = PartFile.beside(target(), Clock.systemUTC());

        part.discard();

        assertThatThrownBy(() -> part.become(target())).isInstanceOf(IOException.class);
        assertThat(files()).isZero();
    }

    @Test
    void partOfEndedCallBecomesNothing() throws IOException {
        PartFile part = PartFile.beside(target(), Clock.systemUTC());

        part.end();

        assertThatThrownBy(() -> part.become(target())).hasMessage("the call has ended");
        part.discard();
        assertThat(files()).isZero();
    }

    /** Otherwise a missed deadline would look like a broken disk. */
    @Test
    void writingAfterTheEndIsNoFailureOfTheDisk() throws IOException {
        PartFile part = PartFile.beside(target(), Clock.systemUTC());
        part.discard();

        assertThatThrownBy(() -> part.output().write(1)).isInstanceOf(IOException.class);
        assertThat(part.failure()).isNull();
    }

    @Test
    void furtherPartOfDiscardedBecomesNothing() throws IOException {
        PartFile encrypted = PartFile.beside(target(), Clock.systemUTC());
        PartFile packed = encrypted.further(target());
        PartFile plain = packed.further(target());
        plain.output().write("whole".getBytes(StandardCharsets.UTF_8));

        encrypted.discard();

        assertThatThrownBy(() -> plain.become(target())).hasMessage("the call has ended");
        plain.discard();
        packed.discard();
        assertThat(files()).isZero();
    }

    @Test
    void createsNoPartAfterTheCall() throws IOException {
        PartFile packed = PartFile.beside(target(), Clock.systemUTC());
        packed.discard();

        assertThatThrownBy(() -> packed.further(target())).hasMessage("the call has ended");
        assertThat(files()).isZero();
    }

    private FileTarget target() {
        return new FileTarget(directory.resolve("bill.csv"), false, true, 100);
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }
}
