package io.github.wxpaycodegen.generator.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorClassesTest {
    @TempDir
    private Path root;

    @Test
    void digestTellsPathsAndContentsApart() throws IOException {
        String first = digest("one", "x/a", "1");

        assertThat(digest("two", "x/a", "1")).isEqualTo(first);
        assertThat(List.of(
                        first,
                        digest("three", "x/a", "2"),
                        digest("four", "x/b", "1"),
                        digest("five", "x/a1", ""),
                        digest("one", "x/b", "")))
                .doesNotHaveDuplicates();
    }

    @Test
    void digestIsOfTheGivenPackages() throws IOException {
        digest("one", "x/a", "1");
        String before = GeneratorClasses.digest(root.resolve("one"), List.of("x"));
        digest("one", "y/a", "1");

        assertThat(GeneratorClasses.digest(root.resolve("one"), List.of("x"))).isEqualTo(before);
        assertThat(GeneratorClasses.digest(List.of("read")))
                .isNotEqualTo(GeneratorClasses.digest())
                .hasSize(64);
    }

    private String digest(String directory, String file, String content) throws IOException {
        Path path = root.resolve(directory).resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
        return GeneratorClasses.digest(root.resolve(directory), List.of(""));
    }
}
