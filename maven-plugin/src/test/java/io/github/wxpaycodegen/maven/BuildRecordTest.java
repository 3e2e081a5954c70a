package io.github.wxpaycodegen.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build is up to date only if nobody touched what the last one left. */
class BuildRecordTest {
    @TempDir
    private Path root;

    private Path file;
    private BuildRecord record;

    @BeforeEach
    void recorded() throws IOException {
        file = Files.createDirectories(root.resolve("java/com")).resolve("A.java");
        Files.writeString(file, "one");
        record = new BuildRecord(root.resolve("beside/it"), List.of(root.resolve("java"), root.resolve("resources")));
        assertThat(record.matches("f")).isFalse();
        record.write("f");
    }

    @Test
    void matchesUnchangedOutput() throws IOException {
        assertThat(record.matches("f")).isTrue();
        assertThat(record.matches("g")).isFalse();
    }

    @Test
    void detectsMissingFile() throws IOException {
        Files.delete(file);

        assertThat(record.matches("f")).isFalse();
    }

    @Test
    void detectsAdditionalFile() throws IOException {
        Files.writeString(Files.createDirectory(root.resolve("resources")).resolve("b"), "b");

        assertThat(record.matches("f")).isFalse();
    }

    @Test
    void detectsChangedSizeOrTime() throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "three");
        Files.setLastModifiedTime(file, time);
        assertThat(record.matches("f")).isFalse();

        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L));
        assertThat(record.matches("f")).isFalse();

        Files.setLastModifiedTime(file, time);
        assertThat(record.matches("f")).isTrue();
    }

    @Test
    void matchesNothingOnceDeleted() throws IOException {
        record.delete();
        record.delete();

        assertThat(record.matches("f")).isFalse();
    }
}
