package io.github.wxpaycodegen.generator.validate;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The places of specs in a repository. Reports for CI name files relative to the root of the repository.
 *
 * @param directory the directory of the project's own specs, relative to the root of the repository, with forward
 *     slashes and without one at the end: {@code src/main/wxpay}; empty for the root itself
 */
public record ReportPlaces(String directory) {
    /**
     * Returns the places of specs in the repository that contains their directory: the nearest parent with {@code .git}.
     *
     * @param specs the directory of the project's own specs
     * @param otherwise the root to assume without a repository; if the specs are not below it, their directory is the
     *     root
     */
    public static ReportPlaces of(Path specs, Path otherwise) {
        Path directory = specs.toAbsolutePath().normalize();
        Path root = otherwise.toAbsolutePath().normalize();
        for (Path parent = directory; parent != null; parent = parent.getParent()) {
            if (Files.exists(parent.resolve(".git"))) {
                root = parent;
                break;
            }
        }
        return new ReportPlaces(
                directory.startsWith(root)
                        ? root.relativize(directory).toString().replace('\\', '/')
                        : "");
    }

    /** Returns the path of a spec of the project relative to the root of the repository. */
    String path(String spec) {
        return directory.isEmpty() ? spec : directory + "/" + spec;
    }
}
