package io.github.wxpaycodegen.generator.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds spec files, and combines two sets of them. */
public final class SpecFiles {
    private static final Pattern YAML = Pattern.compile("(?i)\\.ya?ml$");

    private SpecFiles() {}

    /**
     * Returns all {@code .yaml} files below a directory, which may be inside a jar; sorted by path.
     *
     * @throws IOException if the directory or a file cannot be read
     */
    public static List<SpecFile> ofDirectory(Path root) throws IOException {
        List<SpecFile> files = new ArrayList<>();
        for (String path : paths(root)) {
            files.add(new SpecFile(path, Files.readAllBytes(root.resolve(path))));
        }
        return files;
    }

    /** Returns the paths of all {@code .yaml} files below a directory, relative and with forward slashes; sorted. */
    static List<String> paths(Path root) throws IOException {
        // Links are followed, because a folder of specs that several projects share is often a link.
        try (Stream<Path> paths = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return paths.filter(SpecFiles::isSpec)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Returns the files below a directory that look like specs but are not read, because their names end in {@code .yml}
     * or {@code .YAML}; sorted.
     *
     * @throws IOException if the directory cannot be read
     */
    public static List<String> misnamed(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
            return paths.filter(path -> YAML.matcher(path.toString()).find() && !isSpec(path))
                    .filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Returns the base files and the other files. A file at the same path replaces the base file; one with shared errors
     * changes and extends it.
     */
    public static List<SpecFile> overlay(List<SpecFile> base, List<SpecFile> over) {
        Map<String, SpecFile> byPath = new TreeMap<>();
        base.forEach(file -> byPath.put(file.path(), file));
        over.forEach(file -> byPath.merge(file.path(), file, (old, now) -> now.replacing(old)));
        return List.copyOf(byPath.values());
    }

    /** Returns true for a file with the errors that operations share, which extends a bundled one. */
    public static boolean isErrors(String path) {
        return path.substring(path.lastIndexOf('/') + 1).equals(ErrorCatalogParser.FILE);
    }

    private static boolean isSpec(Path path) {
        return path.toString().endsWith(".yaml") && Files.isRegularFile(path);
    }
}
