package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.BundledSpecs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import io.github.wxpaycodegen.simulator.internal.compiled.CompiledSpecs;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the specs of a simulator. */
public final class SpecLoader {
    /** The model of the bundled specs, beside this class. */
    static final String COMPILED = "specs.bin";

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
        ClassLoader classPath = SpecLoader.class.getClassLoader();
        try {
            Optional<Specs> compiled = readCompiled(classPath);
            return compiled.isPresent() ? compiled.get() : readYaml(classPath);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled specs cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the model that the simulator's build has compiled; empty if the specs on the class path are others, or an
     * IDE has built the simulator without this step.
     */
    static Optional<Specs> readCompiled(ClassLoader classPath) throws IOException {
        try (InputStream in = SpecLoader.class.getResourceAsStream(COMPILED)) {
            return in == null
                    ? Optional.empty()
                    : CompiledSpecs.read(in.readAllBytes(), SpecIdentity.of(classPath, certificates()));
        }
    }

    /** Returns the model of the YAML files. */
    static Specs readYaml(ClassLoader classPath) throws IOException {
        return read(BundledSpecs.read(classPath), BundledSpecs.FOLDER);
    }

    /** Returns the specs of a directory. */
    public static Specs ofDirectory(Path directory) {
        try {
            return read(SpecFiles.ofDirectory(directory), directory.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the specs in " + directory + " could not be read", e);
        }
    }

    private static Specs read(List<SpecFile> given, String place) throws IOException {
        // Without any spec, the reader must report the empty directory.
        List<SpecFile> files = given.isEmpty() ? given : SpecFiles.overlay(certificates(), given);
        SpecReading reading = SpecReader.read(files);
        return reading.specs()
                .orElseThrow(() -> new IllegalArgumentException("the specs in " + place + " have errors:\n"
                        + SpecReading.printer(files).print(reading.diagnostics())));
    }

    /** Returns the spec of the certificate download, which every v3 gateway serves. A given spec replaces it. */
    static List<SpecFile> certificates() throws IOException {
        try (InputStream in = SpecLoader.class.getResourceAsStream("certificates.yaml")) {
            return List.of(new SpecFile("v3/certificates.yaml", in.readAllBytes()));
        }
    }
}
