package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
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
        if (isAbsent(directory)) {
            log.debug("the project has no specs of its own in " + directory);
            return bundled;
        }
        SpecFiles.misnamed(directory)
                .forEach(path -> log.warn(path + " is not read: the name of a spec ends in .yaml"));
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
        return isAbsent(directory)
                ? Set.of()
                : SpecFiles.ofDirectory(directory).stream().map(SpecFile::path).collect(Collectors.toSet());
    }

    /** A link that leads nowhere is not an absent directory, but a mistake. */
    private static boolean isAbsent(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return false;
        }
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(directory + " is not a directory of specs, nor a link that leads to one");
        }
        return true;
    }

    private List<SpecFile> bundled() throws IOException {
        try (ResourceTree specs = ResourceTree.open(classPath, BUNDLED)) {
            return SpecFiles.ofDirectory(specs.root());
        }
    }
}
