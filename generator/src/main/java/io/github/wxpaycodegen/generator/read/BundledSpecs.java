package io.github.wxpaycodegen.generator.read;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the specs of {@code wxpay-api-specs} from a class path. */
public final class BundledSpecs {
    /** The folder of the specs in their jar, which is where they are on a class path. */
    public static final String FOLDER = "wxpay-specs";

    private BundledSpecs() {}

    /**
     * Returns the specs, sorted by path. They are in a jar, or in a directory of classes. Their compiled form is used if
     * it is there and fits, so that they need not be parsed.
     *
     * @throws IOException if the class path has no specs, or they cannot be read
     */
    public static List<SpecFile> read(ClassLoader classPath) throws IOException {
        if (classPath.getResource(FOLDER) == null) {
            throw new IOException("there are no bundled specs: wxpay-api-specs is not on the class path");
        }
        try (ResourceTree specs = ResourceTree.open(classPath, FOLDER)) {
            Optional<List<CompiledSpec>> compiled = CompiledSpecs.read(specs.root());
            if (compiled.isEmpty()) {
                return SpecFiles.ofDirectory(specs.root());
            }
            return specs.isPacked()
                    ? packed(compiled.get(), classPath)
                    : unpacked(compiled.get(), SpecFiles.ofDirectory(specs.root()));
        }
    }

    /** A jar has been packed with all of it, so its files are those that were compiled. */
    private static List<SpecFile> packed(List<CompiledSpec> compiled, ClassLoader classPath) {
        return compiled.stream()
                .map(spec -> SpecFile.compiled(spec, () -> content(spec.path(), classPath)))
                .toList();
    }

    /** A build may have changed files of a directory since they were compiled. */
    private static List<SpecFile> unpacked(List<CompiledSpec> compiled, List<SpecFile> files) {
        Map<String, CompiledSpec> byPath =
                compiled.stream().collect(Collectors.toMap(CompiledSpec::path, Function.identity()));
        return files.stream()
                .map(file -> Optional.ofNullable(byPath.get(file.path()))
                        .filter(spec -> spec.digest().equals(file.digest()))
                        .map(spec -> SpecFile.compiled(spec, file::content))
                        .orElse(file))
                .toList();
    }

    private static byte[] content(String path, ClassLoader classPath) {
        try (InputStream in = classPath.getResourceAsStream(FOLDER + "/" + path)) {
            if (in == null) {
                throw new FileNotFoundException(path + " is no longer on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled spec " + path + " cannot be read", e);
        }
    }
}
