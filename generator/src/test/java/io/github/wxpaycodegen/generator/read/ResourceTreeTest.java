package io.github.wxpaycodegen.generator.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of the class path is found wherever it is. */
class ResourceTreeTest {
    @TempDir
    private Path root;

    @Test
    void readsDirectory() throws IOException {
        Path classes = root.resolve("with space ü%20");
        fill(classes.resolve("tree"));

        try (URLClassLoader loader = loader(classes);
                ResourceTree tree = ResourceTree.open(loader, "tree")) {
            assertThat(tree.root().resolve("a/b.yaml")).hasContent("b");
        }
    }

    @Test
    void readsJarTwiceAtOnce() throws IOException {
        Path jar = root.resolve("with space ü%20.jar");
        try (FileSystem zip = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            fill(zip.getPath("/tree"));
        }

        try (URLClassLoader loader = loader(jar);
                ResourceTree one = ResourceTree.open(loader, "tree")) {
            try (ResourceTree other = ResourceTree.open(loader, "tree")) {
                assertThat(Files.readString(other.root().resolve("a/b.yaml"))).isEqualTo("b");
            }
            assertThat(Files.readString(one.root().resolve("a/b.yaml"))).isEqualTo("b");
        }
    }

    @Test
    void reportsMissingDirectory() throws IOException {
        try (URLClassLoader loader = loader(root)) {
            assertThatThrownBy(() -> ResourceTree.open(loader, "tree"))
                    .isInstanceOf(IOException.class)
                    .hasMessage("there is no tree on the class path");
        }
    }

    private static void fill(Path tree) throws IOException {
        Files.createDirectories(tree.resolve("a"));
        Files.writeString(tree.resolve("a/b.yaml"), "b");
    }

    private static URLClassLoader loader(Path place) throws IOException {
        return new URLClassLoader(new URL[] {place.toUri().toURL()}, null);
    }
}
