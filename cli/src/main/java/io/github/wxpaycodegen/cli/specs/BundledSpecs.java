package io.github.wxpaycodegen.cli.specs;

import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/** Reads the specs that the program contains. */
public final class BundledSpecs {
    private static final String FOLDER = "wxpay-specs";

    private BundledSpecs() {}

    /**
     * Returns the bundled specs, sorted by path.
     *
     * @throws IOException if they cannot be read
     */
    public static List<SpecFile> read() throws IOException {
        URL folder = BundledSpecs.class.getClassLoader().getResource(FOLDER);
        if (folder == null) {
            throw new IOException("the program contains no specs: it was packaged incompletely");
        }
        URLConnection connection = folder.openConnection();
        try {
            if (connection instanceof JarURLConnection jar) {
                Path file = Path.of(jar.getJarFileURL().toURI());
                try (FileSystem content = FileSystems.newFileSystem(file)) {
                    return SpecFiles.ofDirectory(content.getPath(FOLDER));
                }
            }
            return SpecFiles.ofDirectory(Path.of(folder.toURI()));
        } catch (URISyntaxException e) {
            throw new IOException("not the name of a file: " + folder, e);
        }
    }
}
