package io.github.wxpaycodegen.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Remembers, beside the output, what it was made from and how it was left: each file with its size and time. */
final class BuildRecord {
    private final Path file;
    private final List<Path> directories;

    /** The record of what is in the given directories; kept in a file outside of them. */
    BuildRecord(Path file, List<Path> directories) {
        this.file = file;
        this.directories = List.copyOf(directories);
    }

    /** Whether the directories are as they were left when they were made from the same. */
    boolean matches(String fingerprint) throws IOException {
        return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), describe(fingerprint));
    }

    /** Records the directories as they are now. */
    void write(String fingerprint) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, describe(fingerprint));
    }

    /** Forgets; to be called before the directories change, so that a run that breaks off is not taken for a whole one. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private byte[] describe(String fingerprint) throws IOException {
        StringBuilder description = new StringBuilder(fingerprint).append('\n');
        for (Path directory : directories) {
            describe(directory, description);
        }
        return description.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void describe(Path directory, StringBuilder description) throws IOException {
        if (Files.notExists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                description
                        .append(path)
                        .append(' ')
                        .append(Files.size(path))
                        .append(' ')
                        .append(Files.getLastModifiedTime(path))
                        .append('\n');
            }
        }
    }
}
