package io.github.wxpaycodegen.generator.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Finds spec files, and lays one set over another. */
public final class SpecFiles {
    private SpecFiles() {}

    /**
     * All {@code .yaml} files below a directory, which may be one within a jar; sorted by path.
     *
     * @throws IOException if the directory or a file cannot be read
     */
    public static List<SpecFile> ofDirectory(Path root) throws IOException {
        List<SpecFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(SpecFiles::isSpec).toList()) {
                String relative = root.relativize(path).toString().replace('\\', '/');
                files.add(new SpecFile(relative, Files.readAllBytes(path)));
            }
        }
        files.sort(Comparator.comparing(SpecFile::path));
        return files;
    }

    /** The base, with each file replaced for which there is one at the same place, and the others added. */
    public static List<SpecFile> overlay(List<SpecFile> base, List<SpecFile> over) {
        Map<String, SpecFile> byPath = new TreeMap<>();
        base.forEach(file -> byPath.put(file.path(), file));
        over.forEach(file -> byPath.put(file.path(), file));
        return List.copyOf(byPath.values());
    }

    private static boolean isSpec(Path path) {
        return path.toString().endsWith(".yaml") && Files.isRegularFile(path);
    }
}
