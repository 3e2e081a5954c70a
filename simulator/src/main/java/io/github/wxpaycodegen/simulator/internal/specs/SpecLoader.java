package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.BundledSpecs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the specs of a simulator. */
public final class SpecLoader {
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
        try {
            return read(BundledSpecs.read(SpecLoader.class.getClassLoader()), BundledSpecs.FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled specs cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the specs of a directory.
     *
     * @throws IllegalArgumentException if there are none, or if they have errors
     */
    public static Specs ofDirectory(Path directory) {
        try {
            return read(files(directory), directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the specs in " + directory + " could not be read", e);
        }
    }

    /**
     * Returns the bundled specs, extended or replaced by those of a directory.
     *
     * @throws IllegalArgumentException if there are none, or if they have errors
     */
    public static Specs overBundled(Path directory) {
        try {
            List<SpecFile> bundled = BundledSpecs.read(SpecLoader.class.getClassLoader());
            return read(SpecFiles.overlay(bundled, files(directory)), directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the specs in " + directory + " could not be read", e);
        }
    }

    private static List<SpecFile> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException("the specs must be in a directory, but " + directory
                    + (Files.exists(directory) ? " is a file" : " does not exist"));
        }
        List<SpecFile> files = SpecFiles.ofDirectory(directory);
        if (files.isEmpty()) {
            throw new IllegalArgumentException(
                    "the directory " + directory + " contains no specs, which are files whose names end in .yaml");
        }
        return files;
    }

    private static Specs read(List<SpecFile> given, String place) throws IOException {
        List<SpecFile> files = SpecFiles.overlay(certificates(), given);
        SpecReading reading = SpecReader.read(files);
        return reading.specs()
                .orElseThrow(() -> new IllegalArgumentException("the specs in " + place + " have errors:\n"
                        + SpecReading.printer(files).print(reading.diagnostics())));
    }

    /** Returns the spec of the certificate download, which every v3 gateway serves. A given spec replaces it. */
    private static List<SpecFile> certificates() throws IOException {
        try (InputStream in = SpecLoader.class.getResourceAsStream("certificates.yaml")) {
            return List.of(new SpecFile("v3/certificates.yaml", in.readAllBytes()));
        }
    }
}
