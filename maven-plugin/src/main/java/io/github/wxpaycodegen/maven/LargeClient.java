package io.github.wxpaycodegen.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognizes a large client that is compiled together with a project's own sources. Maven compiles all sources of a module
 * again when one changes, so each change of the project would cost the minutes that the client takes.
 */
final class LargeClient {
    /** The number of generated files up to which compiling them again is bearable. */
    static final int LIMIT = 1000;

    private LargeClient() {}

    /**
     * Returns a warning, if there is a reason.
     *
     * @param generated the root of the generated sources
     * @param buildDirectory the directory in which no source is the project's own
     * @param sourceRoots all roots of sources that the module compiles
     */
    static Optional<String> warning(Path generated, Path buildDirectory, List<Path> sourceRoots) throws IOException {
        long count = count(generated, Long.MAX_VALUE);
        if (count <= LIMIT) {
            return Optional.empty();
        }
        for (Path root : sourceRoots) {
            if (!root.startsWith(buildDirectory) && !root.startsWith(generated) && count(root, 1) > 0) {
                return Optional.of(String.format(
                        Locale.ROOT,
                        "this module compiles %,d generated files together with its own sources, and compiles them again"
                                + " after each change of these. Generate the client in a module of its own, or choose"
                                + " what you need with includes",
                        count));
            }
        }
        return Optional.empty();
    }

    private static long count(Path root, long limit) throws IOException {
        if (!Files.isDirectory(root)) {
            return 0;
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .limit(limit)
                    .count();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
