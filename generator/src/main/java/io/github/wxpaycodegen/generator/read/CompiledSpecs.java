package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.binary.BinaryValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The compiled form of a set of spec files, which is beside them in the jar of the bundled specs. */
public final class CompiledSpecs {
    /** The name of the file, at the root of the specs. */
    static final String FILE = "specs.bin";

    private static final BinaryValues<Content> FORMAT = new BinaryValues<>(Content.class);

    private CompiledSpecs() {}

    /**
     * The content of the file.
     *
     * @param specs sorted by path
     */
    public record Content(List<CompiledSpec> specs) {}

    /**
     * Compiles all specs of a directory, and writes the result to it.
     *
     * @throws IOException if a file cannot be read or written
     * @throws IllegalArgumentException if the specs have errors
     */
    public static void write(Path root) throws IOException {
        List<SpecFile> files = SpecFiles.ofDirectory(root);
        Files.write(root.resolve(FILE), FORMAT.write(new Content(SpecReader.compile(files))));
    }

    /**
     * Returns the compiled specs of a directory, which may be in a jar; empty if there are none, or they were written
     * by a generator with another model.
     */
    static Optional<List<CompiledSpec>> read(Path root) throws IOException {
        Path file = root.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return FORMAT.read(Files.readAllBytes(file)).map(Content::specs);
        } catch (IOException e) {
            throw new IOException(FILE + " in " + BundledSpecs.FOLDER + " cannot be read: " + e.getMessage(), e);
        }
    }
}
