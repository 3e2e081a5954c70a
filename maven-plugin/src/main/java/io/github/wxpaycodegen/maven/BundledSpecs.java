package io.github.wxpaycodegen.maven;

import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The specs of the wxpay-api-specs artifact on the plugin's class path: in a jar, or in a reactor's directory. */
final class BundledSpecs {
    private static final String ROOT = "wxpay-specs";

    private BundledSpecs() {}

    static List<SpecFile> read() throws IOException {
        URL root = BundledSpecs.class.getClassLoader().getResource(ROOT);
        if (root == null) {
            throw new IOException("wxpay-api-specs is not on the plugin's class path");
        }
        try {
            URI uri = root.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return SpecFiles.ofDirectory(Path.of(uri));
            }
            String jar = uri.getSchemeSpecificPart();
            Path file = Path.of(URI.create(jar.substring(0, jar.indexOf("!/"))));
            // By its path, so that parallel builds each open the jar for themselves.
            try (FileSystem zip = FileSystems.newFileSystem(file, Map.of())) {
                return SpecFiles.ofDirectory(zip.getPath(ROOT));
            }
        } catch (URISyntaxException e) {
            throw new IOException("the place of wxpay-api-specs cannot be read: " + root, e);
        }
    }
}
