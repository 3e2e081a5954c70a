package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.binary.BinaryValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The compiled form of a set of spec files, which is beside them in the jar of the bundled specs. Only the generator that
 * wrote it reads it: another one may parse the same files to something else.
 */
public final class CompiledSpecs {
    /** The name of the file, at the root of the specs. */
    static final String FILE = "specs.bin";

    private static final BinaryValues<SpecsFile> FORMAT = new BinaryValues<>(SpecsFile.class);

    private CompiledSpecs() {}

    /**
     * The content of the file.
     *
     * @param generator identifies the generator that parsed the specs
     * @param specs sorted by path
     */
    public record SpecsFile(String generator, List<CompiledSpec> specs) {
        public SpecsFile {
            specs = List.copyOf(specs);
        }
    }

    /**
     * Compiles all specs of a directory, and writes the result to it.
     *
     * @throws IOException if a file cannot be read or written
     * @throws IllegalArgumentException if the specs have errors
     */
    public static void write(Path root) throws IOException {
        List<SpecFile> files = SpecFiles.ofDirectory(root);
        byte[] content = FORMAT.write(new SpecsFile(generator(), SpecReader.compile(files)));
        // Complete or not at all: a build may be interrupted.
        Path written = Files.write(root.resolve(FILE + ".part"), content);
        Files.move(written, root.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Returns the compiled specs of a file; empty if another generator wrote it.
     *
     * @throws IOException if it is damaged
     */
    static Optional<List<CompiledSpec>> read(byte[] file) throws IOException {
        try {
            String generator = generator();
            return FORMAT.read(file)
                    .filter(content -> content.generator().equals(generator))
                    .map(SpecsFile::specs);
        } catch (IOException e) {
            throw new IOException(FILE + " in " + BundledSpecs.FOLDER + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Returns a digest of the classes that decide what a spec is parsed to. */
    private static String generator() throws IOException {
        return GeneratorClasses.digest(List.of("diagnostic", "model", "read"));
    }
}
