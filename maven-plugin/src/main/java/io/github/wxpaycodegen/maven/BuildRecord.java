package io.github.wxpaycodegen.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Record of the input of a build and the state of its output: each file with its size and time. It is stored next to
 * the output.
 */
final class BuildRecord {
    private final Path file;
    private final List<Path> directories;

    /**
     * Creates the record for the given directories.
     *
     * @param file outside of the directories
     */
    BuildRecord(Path file, List<Path> directories) {
        this.file = file;
        this.directories = List.copyOf(directories);
    }

    /** Returns true if the directories are unchanged since they were generated from the same input. */
    boolean matches(String fingerprint) throws IOException {
        return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), describe(fingerprint));
    }

    /** Records the current state of the directories. */
    void write(String fingerprint) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, describe(fingerprint));
    }

    /**
     * Deletes the record. Call it before the directories change, so that an interrupted run does not count as complete.
     */
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
