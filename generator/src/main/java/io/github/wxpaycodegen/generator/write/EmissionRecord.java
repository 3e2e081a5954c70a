package io.github.wxpaycodegen.generator.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Record of the files of a run: the plan from which each was emitted, and its size and time. A later run need not emit a
 * file whose plan is the same, unless somebody has changed the file. A change that keeps the size is seen by the time, whose
 * resolution depends on the file system.
 */
final class EmissionRecord {
    private final Map<String, String> lines;

    private EmissionRecord(Map<String, String> lines) {
        this.lines = lines;
    }

    /** Returns a record without files. */
    static EmissionRecord empty() {
        return new EmissionRecord(new TreeMap<>());
    }

    /**
     * Reads a record; without files if there is none, or another generator wrote it.
     *
     * @param generator identifies the generator
     */
    static EmissionRecord read(Path file, String generator) throws IOException {
        EmissionRecord record = empty();
        if (!Files.isRegularFile(file)) {
            return record;
        }
        // Bytes that are no text are replaced: a damaged record matches no file.
        List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (lines.isEmpty() || !lines.get(0).equals(generator)) {
            return record;
        }
        for (String line : lines.subList(1, lines.size())) {
            record.lines.put(line.substring(0, Math.max(0, line.indexOf(' '))), line);
        }
        return record;
    }

    /** Returns true if a file is as it was when it was emitted from the same plan. */
    boolean isCurrent(String key, String plan, Path path) throws IOException {
        String line = lines.get(key);
        return line != null && Optional.of(line).equals(line(key, plan, path));
    }

    /** Adds a file that has just been written or compared, on any thread. */
    synchronized void add(String key, String plan, Path path) throws IOException {
        line(key, plan, path).ifPresent(line -> lines.put(key, line));
    }

    void write(Path file, String generator) throws IOException {
        StringBuilder text = new StringBuilder(generator).append('\n');
        lines.values().forEach(line -> text.append(line).append('\n'));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    private static Optional<String> line(String key, String plan, Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return Optional.of(key + " " + plan + " " + attributes.size() + " " + attributes.lastModifiedTime());
    }
}
