package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.generator.read.BundledSpecs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/** Reads a set of specs that a parameter names: a directory, a jar, or the Maven coordinates of a jar. */
final class SpecSource {
    private static final Pattern COORDINATES = Pattern.compile("[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+");

    private final Path base;
    private final JarResolver jars;

    /**
     * Creates a source.
     *
     * @param base the directory to which paths are relative
     */
    SpecSource(Path base, JarResolver jars) {
        this.base = base;
        this.jars = jars;
    }

    /**
     * Returns the specs, sorted by path.
     *
     * @param place a path, or {@code groupId:artifactId:version}
     * @throws IllegalArgumentException if there are no specs at that place
     * @throws IOException if they cannot be read, or the jar cannot be resolved
     */
    List<SpecFile> read(String place) throws IOException {
        boolean hasCoordinates = COORDINATES.matcher(place).matches();
        Path path = hasCoordinates ? jars.resolve(place) : base.resolve(place);
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(path
                    + " does not exist: name a directory of specs, a jar of them, or its groupId:artifactId:version");
        }
        List<SpecFile> specs = Files.isDirectory(path) ? below(path) : ofJar(path);
        if (specs.isEmpty()) {
            throw new IllegalArgumentException(
                    path + " has no specs: name a directory with .yaml files, or a jar of wxpay-api-specs");
        }
        return specs;
    }

    /** Returns the specs of a jar or a directory of classes, in their folder, or of a directory of specs. */
    private static List<SpecFile> below(Path root) throws IOException {
        Path bundled = root.resolve(BundledSpecs.FOLDER);
        return SpecFiles.ofDirectory(Files.isDirectory(bundled) ? bundled : root);
    }

    private static List<SpecFile> ofJar(Path path) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(path, Map.of())) {
            return below(jar.getPath("/"));
        } catch (ProviderNotFoundException | ZipException e) {
            throw new IllegalArgumentException(
                    path + " is not a jar: name a directory of specs, or a jar of wxpay-api-specs", e);
        }
    }

    /** Finds jars by their coordinates. */
    interface JarResolver {
        /** Returns the jar of {@code groupId:artifactId:version}, downloaded if necessary. */
        Path resolve(String coordinates) throws IOException;
    }
}
