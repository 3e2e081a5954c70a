package io.github.wxpaycodegen.generator.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
     * Returns the specs, sorted by path. They are in a jar, or in a directory of classes. Those whose compiled form is beside
     * them need not be parsed.
     *
     * @throws IOException if the class path has no specs, or they cannot be read
     */
    public static List<SpecFile> read(ClassLoader classPath) throws IOException {
        if (classPath.getResource(FOLDER) == null) {
            throw new IOException("there are no bundled specs: wxpay-api-specs is not on the class path");
        }
        try (ResourceTree specs = ResourceTree.open(classPath, FOLDER)) {
            Path file = specs.root().resolve(CompiledSpecs.FILE);
            Optional<List<CompiledSpec>> compiled =
                    Files.isRegularFile(file) ? CompiledSpecs.read(Files.readAllBytes(file)) : Optional.empty();
            if (compiled.isEmpty()) {
                return SpecFiles.ofDirectory(specs.root());
            }
            return specs.isPacked()
                    ? packed(compiled.get(), specs.root(), classPath)
                    : unpacked(compiled.get(), SpecFiles.ofDirectory(specs.root()));
        }
    }

    /** The files of a jar need not even be read: it lists their check sums. */
    private static List<SpecFile> packed(List<CompiledSpec> compiled, Path root, ClassLoader classPath)
            throws IOException {
        Map<String, CompiledSpec> byPath = byPath(compiled);
        List<SpecFile> files = new ArrayList<>();
        for (String path : SpecFiles.paths(root)) {
            CompiledSpec spec = byPath.get(path);
            Path file = root.resolve(path);
            files.add(
                    spec != null && Files.getAttribute(file, "zip:crc").equals(spec.crc())
                            ? SpecFile.compiled(spec, () -> content(spec, classPath))
                            : new SpecFile(path, Files.readAllBytes(file)));
        }
        return files;
    }

    /** A build may have changed files of a directory since they were compiled. */
    private static List<SpecFile> unpacked(List<CompiledSpec> compiled, List<SpecFile> files) {
        Map<String, CompiledSpec> byPath = byPath(compiled);
        return files.stream()
                .map(file -> Optional.ofNullable(byPath.get(file.path()))
                        .filter(spec -> spec.digest().equals(file.digest()))
                        .map(spec -> SpecFile.compiled(spec, file::content))
                        .orElse(file))
                .toList();
    }

    private static Map<String, CompiledSpec> byPath(List<CompiledSpec> compiled) {
        return compiled.stream().collect(Collectors.toMap(CompiledSpec::path, Function.identity()));
    }

    private static byte[] content(CompiledSpec spec, ClassLoader classPath) {
        try (InputStream in = classPath.getResourceAsStream(FOLDER + "/" + spec.path())) {
            byte[] content = in == null ? new byte[0] : in.readAllBytes();
            if (!new SpecFile(spec.path(), content).digest().equals(spec.digest())) {
                throw new IOException(
                        "the class path has another file of this name, or the jar of the specs has been replaced");
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled spec " + spec.path() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
