package io.github.wxpaycodegen.generator.read;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/** Reads the specs of {@code wxpay-api-specs} from a class path. */
public final class BundledSpecs {
    /** The folder of the specs in their jar, which is where they are on a class path. */
    public static final String FOLDER = "wxpay-specs";

    private BundledSpecs() {}

    /**
     * Returns the specs, sorted by path. They are in a jar, or in a directory of classes.
     *
     * @throws IOException if the class path has no specs, or they cannot be read
     */
    public static List<SpecFile> read(ClassLoader classPath) throws IOException {
        URL folder = classPath.getResource(FOLDER);
        if (folder == null) {
            throw new IOException("there are no bundled specs: wxpay-api-specs is not on the class path");
        }
        try {
            if (!(folder.openConnection() instanceof JarURLConnection jar)) {
                return SpecFiles.ofDirectory(Path.of(folder.toURI()));
            }
            // By the path of its jar, not by URI: a file system that is opened by URI is shared with other code, which
            // may close it.
            Path file = Path.of(jar.getJarFileURL().toURI());
            try (FileSystem content = FileSystems.newFileSystem(file)) {
                return SpecFiles.ofDirectory(content.getPath(FOLDER));
            }
        } catch (URISyntaxException e) {
            throw new IOException("the bundled specs are not in a file: " + folder, e);
        }
    }
}
