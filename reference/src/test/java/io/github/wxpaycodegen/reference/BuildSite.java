package io.github.wxpaycodegen.reference;

import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the site of a directory of specs in the build of this project, which cannot use its own plugin here. */
public final class BuildSite {
    private BuildSite() {}

    /**
     * Reads the specs of a directory, the first argument, and writes the site to another, the second.
     *
     * @throws IOException if a file cannot be read or written
     * @throws IllegalStateException if the specs have errors
     */
    public static void main(String[] args) throws IOException {
        List<SpecFile> specs = bundled(Path.of(args[0]));
        Path directory = Path.of(args[1]).toAbsolutePath().normalize();
        SiteResult result = ReferenceSite.write(specs, ReferenceSite.CLIENT_PACKAGE, directory);
        if (!result.succeeded()) {
            throw new IllegalStateException(SpecReading.printer(specs).print(result.diagnostics()));
        }
        System.out.println(result.written().size() + " files written, "
                + result.unchanged().size() + " unchanged, " + result.deleted().size() + " deleted; open "
                + directory.resolve("index.html"));
    }

    /**
     * Returns the specs of this project, without the other files of their directory.
     *
     * @throws IOException if a file cannot be read
     */
    public static List<SpecFile> bundled(Path directory) throws IOException {
        return SpecFiles.ofDirectory(directory).stream()
                .filter(file -> file.path().matches("(v2|v3|brand|notifications)/.*|[^/]*"))
                .toList();
    }
}
