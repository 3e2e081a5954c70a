package io.github.wxpaycodegen.generator.build;

import io.github.wxpaycodegen.generator.read.BundledSpecs;
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
import org.jspecify.annotations.Nullable;

/**
 * Reads the specs of the wxpay-api-specs artifact, and replaces or extends them by the project's own, file by file.
 */
public final class SpecLoader {
    /** The directory of a project's own specs, relative to the project. */
    public static final String DEFAULT_DIRECTORY = "src/main/wxpay";

    private final ClassLoader classPath;
    private final BuildLog log;

    /** Creates a loader for the bundled specs on the class path. Replaced specs are logged. */
    public SpecLoader(ClassLoader classPath, BuildLog log) {
        this.classPath = classPath;
        this.log = log;
    }

    /**
     * Returns the specs to generate from, sorted by path.
     *
     * @param directory the directory of the project's own specs; it need not exist
     * @throws IOException if the specs cannot be read
     */
    public List<SpecFile> load(Path directory) throws IOException {
        List<SpecFile> bundled = bundled();
        if (isAbsent(directory)) {
            log.debug("the project has no specs of its own in " + directory);
            return bundled;
        }
        warnOfMisnamed(directory, log);
        List<SpecFile> own = SpecFiles.ofDirectory(directory);
        Set<String> places = bundled.stream().map(SpecFile::path).collect(Collectors.toSet());
        own.stream()
                .map(SpecFile::path)
                .filter(places::contains)
                .forEach(path -> log.info(path
                        + (SpecFiles.isErrors(path) ? " extends the bundled errors" : " replaces the bundled spec")));
        return SpecFiles.overlay(bundled, own);
    }

    /**
     * Returns the directory of the project's own specs.
     *
     * @param configured the setting; null for the default directory, which need not exist
     * @param basedir the directory of the project
     * @throws IllegalArgumentException if a configured directory does not exist
     */
    public static Path directory(@Nullable Path configured, Path basedir) {
        if (configured == null) {
            return basedir.resolve(DEFAULT_DIRECTORY);
        }
        if (!Files.isDirectory(configured)) {
            throw new IllegalArgumentException("specDirectory is not a directory: " + configured
                    + ". Create it, or omit specDirectory to use " + DEFAULT_DIRECTORY);
        }
        return configured;
    }

    /**
     * Warns of files that look like specs but are not read.
     *
     * @throws IOException if the directory cannot be read
     */
    public static void warnOfMisnamed(Path directory, BuildLog log) throws IOException {
        SpecFiles.misnamed(directory)
                .forEach(path -> log.warn(path + " is not read: the name of a spec must end in .yaml"));
    }

    /**
     * Returns the paths of the project's own specs.
     *
     * @param directory the directory of these specs; it need not exist
     * @throws IOException if they cannot be read
     */
    public static Set<String> own(Path directory) throws IOException {
        return isAbsent(directory)
                ? Set.of()
                : SpecFiles.ofDirectory(directory).stream().map(SpecFile::path).collect(Collectors.toSet());
    }

    /** Returns true if there is no such directory. A broken link is not an absent directory, but an error. */
    private static boolean isAbsent(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return false;
        }
        if (Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotDirectoryException(directory + " is not a directory of specs, nor a link to one");
        }
        return true;
    }

    /**
     * Returns the bundled specs, sorted by path.
     *
     * @throws IOException if the class path has no specs, or they cannot be read
     */
    public List<SpecFile> bundled() throws IOException {
        return BundledSpecs.read(classPath);
    }
}
