package io.github.wxpaycodegen.maven;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Remembers beside the output what it was made from and which files it has, each with its size and time. */
final class UpToDate {
    private final Path record;

    UpToDate(Path record) {
        this.record = record;
    }

    /** Whether the output was made from the same and is as it was left. */
    boolean holds(String fingerprint) throws IOException {
        if (!Files.exists(record)) {
            return false;
        }
        List<String> lines = Files.readAllLines(record, StandardCharsets.UTF_8);
        if (lines.isEmpty() || !lines.get(0).equals(fingerprint)) {
            return false;
        }
        for (String line : lines.subList(1, lines.size())) {
            Path file = Path.of(line.substring(line.indexOf(' ', line.indexOf(' ') + 1) + 1));
            if (!Files.exists(file) || !line.equals(describe(file))) {
                return false;
            }
        }
        return true;
    }

    void remember(String fingerprint, List<Path> files) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(fingerprint);
        for (Path file : files) {
            lines.add(describe(file));
        }
        Files.createDirectories(record.getParent());
        Files.write(record, lines, StandardCharsets.UTF_8);
    }

    void forget() throws IOException {
        Files.deleteIfExists(record);
    }

    private static String describe(Path file) throws IOException {
        return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis() + " " + file;
    }
}
