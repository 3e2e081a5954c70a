package io.github.wxpaycodegen.reference;

import io.github.wxpaycodegen.generator.read.SpecFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The site of the bundled specs, written once for all tests. */
final class BundledSite {
    private static final Path ROOT = Path.of("target", "test-site").toAbsolutePath();

    private BundledSite() {}

    /** Returns its directory. */
    static Path directory() {
        return Holder.WRITTEN;
    }

    static List<SpecFile> specs() {
        try {
            return BuildSite.bundled(Path.of("..", "api-specs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the files with an extension, sorted. */
    static List<Path> files(String extension) {
        try (Stream<Path> files = Files.walk(directory())) {
            return files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final Path WRITTEN = write();

        private static Path write() {
            try {
                SiteResult result = ReferenceSite.write(specs(), ReferenceSite.CLIENT_PACKAGE, ROOT);
                if (!result.succeeded()) {
                    throw new IllegalStateException(result.diagnostics().toString());
                }
                return ROOT;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
