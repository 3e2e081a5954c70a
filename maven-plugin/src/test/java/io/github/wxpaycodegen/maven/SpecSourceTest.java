package io.github.wxpaycodegen.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.generator.read.SpecFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecSourceTest {
    @TempDir
    private Path root;

    private final List<String> resolved = new ArrayList<>();

    @Test
    void readsSpecsOfBundledDirectoryInJar() throws IOException {
        jar("specs.jar", "wxpay-specs/v3/pay/a.yaml", "META-INF/other.yaml");

        assertThat(paths("specs.jar")).containsExactly("v3/pay/a.yaml");
    }

    /** A module of the same build is resolved to its directory of classes. */
    @Test
    void readsSpecsOfBundledDirectoryInDirectory() throws IOException {
        Path spec = root.resolve("classes/wxpay-specs/v3/pay/a.yaml");
        Files.createDirectories(spec.getParent());
        Files.writeString(spec, "uri: v3/pay/a");

        assertThat(paths("classes")).containsExactly("v3/pay/a.yaml");
    }

    @Test
    void readsSpecsAtRootOfJar() throws IOException {
        jar("specs.zip", "v3/pay/a.yaml");

        assertThat(paths(root.resolve("specs.zip").toString())).containsExactly("v3/pay/a.yaml");
    }

    @Test
    void resolvesCoordinates() throws IOException {
        jar("released.jar", "wxpay-specs/v3/pay/a.yaml");

        assertThat(paths("com.example:my-specs:1.0-rc.1")).containsExactly("v3/pay/a.yaml");
        assertThat(resolved).containsExactly("com.example:my-specs:1.0-rc.1");
    }

    @Test
    void rejectsFileThatIsNoJar() throws IOException {
        for (String name : List.of("notes.txt", "notes.jar")) {
            Files.writeString(root.resolve(name), "no archive");

            assertThatThrownBy(() -> paths(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(root.resolve(name)
                            + " is not a jar: name a directory of specs, or a jar of wxpay-api-specs");
        }
    }

    @Test
    void rejectsPlaceWithoutSpecs() throws IOException {
        jar("classes.jar", "com/example/A.class");
        Files.createDirectories(root.resolve("empty"));

        for (String name : List.of("classes.jar", "empty")) {
            assertThatThrownBy(() -> paths(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(root.resolve(name)
                            + " has no specs: name a directory with .yaml files, or a jar of wxpay-api-specs");
        }
        assertThatThrownBy(() -> paths("nix"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(root.resolve("nix") + " does not exist: ");
    }

    private List<String> paths(String place) throws IOException {
        SpecSource source = new SpecSource(root, coordinates -> {
            resolved.add(coordinates);
            return root.resolve("released.jar");
        });
        return source.read(place).stream().map(SpecFile::path).toList();
    }

    private void jar(String name, String... entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(root.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.closeEntry();
            }
        }
    }
}
