package io.github.wxpaycodegen.reference;

import io.github.wxpaycodegen.generator.read.SpecFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** The site of the bundled specs, written once for all tests. */
public final class BundledSite {
    private static final Path ROOT = Path.of("target", "test-site").toAbsolutePath();

    private BundledSite() {}

    /** Returns its directory. */
    public static Path directory() {
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

    private static Path write() throws IOException {
        SiteResult result = ReferenceSite.write(specs(), ReferenceSite.CLIENT_PACKAGE, ROOT);
        if (!result.succeeded()) {
            throw new IllegalStateException(result.diagnostics().toString());
        }
        return ROOT;
    }

    private static Path onOwnThread(Callable<Path> task) {
        FutureTask<Path> future = new FutureTask<>(task);
        new Thread(future, "site").start();
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Holder {
        /**
         * Written by a thread that runs nothing else. A test once found this field null, so the thread of JUnit that was
         * writing the site had begun another test meanwhile.
         */
        static final Path WRITTEN = onOwnThread(BundledSite::write);
    }
}
