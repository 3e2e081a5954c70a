package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.logging.Log;

/** Reads the specs of the wxpay-api-specs artifact, and lays the project's own over them, file by file. */
final class SpecLoader {
    private static final String BUNDLED = "wxpay-specs";

    private final ClassLoader classPath;
    private final Log log;

    /** Finds the bundled specs on the given class path, and says in the log which of them are replaced. */
    SpecLoader(ClassLoader classPath, Log log) {
        this.classPath = classPath;
        this.log = log;
    }

    /**
     * The specs to generate from, sorted by path.
     *
     * @param directory of the project's own specs; it need not exist
     */
    List<SpecFile> load(Path directory) throws IOException {
        List<SpecFile> bundled = bundled();
        if (Files.notExists(directory)) {
            log.debug("the project has no specs of its own in " + directory);
            return bundled;
        }
        List<SpecFile> own = SpecFiles.ofDirectory(directory);
        Set<String> places = bundled.stream().map(SpecFile::path).collect(Collectors.toSet());
        own.stream()
                .map(SpecFile::path)
                .filter(places::contains)
                .forEach(path -> log.info(path + " replaces the bundled spec"));
        return SpecFiles.overlay(bundled, own);
    }

    /** The paths of the project's own specs. */
    static Set<String> own(Path directory) throws IOException {
        return Files.notExists(directory)
                ? Set.of()
                : SpecFiles.ofDirectory(directory).stream().map(SpecFile::path).collect(Collectors.toSet());
    }

    private List<SpecFile> bundled() throws IOException {
        try (ResourceTree specs = ResourceTree.open(classPath, BUNDLED)) {
            return SpecFiles.ofDirectory(specs.root());
        }
    }
}
