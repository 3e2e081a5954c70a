package io.github.wxpaycodegen.generator.read;

import java.io.Closeable;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;

/** A directory on the class path: in a jar, or in a directory of classes, as in a reactor build before packaging. */
public final class ResourceTree implements Closeable {
    private final Path root;
    private final Closeable source;

    private ResourceTree(Path root, Closeable source) {
        this.root = root;
        this.source = source;
    }

    /**
     * Opens a directory.
     *
     * @param name with forward slashes, without one at either end
     * @throws IOException if the class path has no such directory, or it cannot be read
     */
    public static ResourceTree open(ClassLoader classPath, String name) throws IOException {
        URL url = classPath.getResource(name);
        if (url == null) {
            throw new IOException("there is no " + name + " on the class path");
        }
        return open(url, name);
    }

    /**
     * Opens the package of a class where the class is, although a package may be in several places.
     *
     * @throws IOException if it cannot be read
     */
    static ResourceTree packageOf(Class<?> type) throws IOException {
        URL url = type.getResource(type.getSimpleName() + ".class");
        if (url == null) {
            throw new IOException("there is no class file of " + type);
        }
        String name = url.toExternalForm();
        return open(
                new URL(name.substring(0, name.lastIndexOf('/'))),
                type.getPackageName().replace('.', '/'));
    }

    private static ResourceTree open(URL url, String name) throws IOException {
        if (!(url.openConnection() instanceof JarURLConnection jar)) {
            return new ResourceTree(path(url), () -> {});
        }
        // By the path of its jar, not by URI: a file system that is opened by URI is shared with other code, which may
        // close it.
        FileSystem zip = FileSystems.newFileSystem(path(jar.getJarFileURL()), Map.of());
        return new ResourceTree(zip.getPath(name), zip);
    }

    /** Returns true if the directory is in a jar. */
    public boolean isPacked() {
        return source instanceof FileSystem;
    }

    /** Returns the directory. It must be read before this is closed. */
    public Path root() {
        return root;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private static Path path(URL url) throws IOException {
        try {
            URI uri = url.toURI();
            return Path.of(uri);
        } catch (URISyntaxException e) {
            throw new IOException("the URL is not the location of a file: " + url, e);
        }
    }
}
