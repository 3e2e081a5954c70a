package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the specs of a simulator. */
public final class SpecLoader {
    /** The directory of the specs in their jar. */
    private static final String BUNDLED = "wxpay-specs";

    private static @Nullable Specs bundled;

    private SpecLoader() {}

    /**
     * Returns the specs on the class path. They are read once, because there are over a thousand and they do not
     * change.
     */
    public static synchronized Specs bundled() {
        if (bundled == null) {
            bundled = readBundled();
        }
        return bundled;
    }

    private static Specs readBundled() {
        URL root = SpecLoader.class.getClassLoader().getResource(BUNDLED);
        if (root == null) {
            throw new IllegalStateException(
                    "no bundled specs: put wxpay-api-specs on the class path, or name a directory of specs");
        }
        try {
            return read(bundledFiles(root), root.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled specs at " + root + " could not be read", e);
        }
    }

    /** Returns the specs of a directory. */
    public static Specs ofDirectory(Path directory) {
        try {
            return read(SpecFiles.ofDirectory(directory), directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the specs in " + directory + " could not be read", e);
        }
    }

    private static List<SpecFile> bundledFiles(URL root) throws IOException {
        URLConnection connection = root.openConnection();
        try {
            if (!(connection instanceof JarURLConnection jar)) {
                return SpecFiles.ofDirectory(Path.of(root.toURI()));
            }
            // A private file system, not the JVM-wide one for the jar's URI, which other code may use and close.
            Path file = Path.of(jar.getJarFileURL().toURI());
            try (FileSystem content = FileSystems.newFileSystem(file)) {
                return SpecFiles.ofDirectory(content.getPath(BUNDLED));
            }
        } catch (URISyntaxException e) {
            throw new IOException("not the URL of a file: " + root, e);
        }
    }

    private static Specs read(List<SpecFile> given, String place) throws IOException {
        // Without any spec, the reader must report the empty directory.
        List<SpecFile> files = given.isEmpty() ? given : SpecFiles.overlay(List.of(certificates()), given);
        SpecReading reading = SpecReader.read(files);
        return reading.specs()
                .orElseThrow(() -> new IllegalArgumentException("the specs in " + place + " have errors:\n"
                        + SpecReading.printer(files).print(reading.diagnostics())));
    }

    /** Returns the spec of the certificate download, which every v3 gateway serves. A given spec replaces it. */
    private static SpecFile certificates() throws IOException {
        try (InputStream in = SpecLoader.class.getResourceAsStream("certificates.yaml")) {
            return new SpecFile("v3/certificates.yaml", in.readAllBytes());
        }
    }
}
