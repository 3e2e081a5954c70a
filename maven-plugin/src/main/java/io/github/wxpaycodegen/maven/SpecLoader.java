package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.generator.read.BundledSpecs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * Reads the specs of the wxpay-api-specs artifact, and replaces or extends them by the project's own, file by file.
 */
final class SpecLoader {
    private final ClassLoader classPath;
    private final Log log;

    /** Creates a loader for the bundled specs on the class path. Replaced specs are logged. */
    SpecLoader(ClassLoader classPath, Log log) {
        this.classPath = classPath;
        this.log = log;
    }

    /**
     * Returns the specs to generate from, sorted by path.
     *
     * @param directory the directory of the project's own specs; it need not exist
     */
    List<SpecFile> load(Path directory) throws IOException {
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
                .forEach(path -> log.info(path + " replaces the bundled spec"));
        return SpecFiles.overlay(bundled, own);
    }

    /**
     * Returns the directory of the project's own specs.
     *
     * @param configured the parameter; null for the default directory, which need not exist
     * @throws MojoFailureException if a configured directory does not exist
     */
    static Path directory(@Nullable File configured, File basedir) throws MojoFailureException {
        if (configured == null) {
            return basedir.toPath().resolve("src/main/wxpay");
        }
        if (!configured.isDirectory()) {
            throw new MojoFailureException("specDirectory is not a directory: " + configured
                    + ". Create it, or omit specDirectory to use src/main/wxpay");
        }
        return configured.toPath();
    }

    /** Warns of files that look like specs but are not read. */
    static void warnOfMisnamed(Path directory, Log log) throws IOException {
        SpecFiles.misnamed(directory)
                .forEach(path -> log.warn(path + " is not read: the name of a spec must end in .yaml"));
    }

    /** Returns the paths of the project's own specs. */
    static Set<String> own(Path directory) throws IOException {
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

    /** Returns the bundled specs, sorted by path. */
    List<SpecFile> bundled() throws IOException {
        return BundledSpecs.read(classPath);
    }
}
