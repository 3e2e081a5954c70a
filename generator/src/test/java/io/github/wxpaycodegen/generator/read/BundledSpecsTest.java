package io.github.wxpaycodegen.generator.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledSpecsTest {
    @TempDir
    private Path directory;

    @Test
    void readsSpecsOfAJarWhoseNameNeedsEscapes() throws IOException {
        Path jar = directory.resolve("specs 1+2 下.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name :
                    List.of("wxpay-specs/", "wxpay-specs/v3/", "wxpay-specs/v3/b.yaml", "wxpay-specs/a.txt")) {
                out.putNextEntry(new JarEntry(name));
                out.write(name.endsWith("/") ? new byte[0] : "text".getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(read(jar)).singleElement().satisfies(spec -> {
            assertThat(spec.path()).isEqualTo("v3/b.yaml");
            assertThat(spec.content()).asString(StandardCharsets.UTF_8).isEqualTo("text");
        });
    }

    @Test
    void readsSpecsOfADirectoryOfClasses() throws IOException {
        Path spec = directory.resolve("wxpay-specs/v2/a.yaml");
        Files.createDirectories(spec.getParent());
        Files.writeString(spec, "text");

        assertThat(read(directory)).extracting(SpecFile::path).containsExactly("v2/a.yaml");
    }

    @Test
    void missingSpecsAreAnError() {
        assertThatThrownBy(() -> read(directory))
                .isInstanceOf(IOException.class)
                .hasMessage("there are no bundled specs: wxpay-api-specs is not on the class path");
    }

    private static List<SpecFile> read(Path classPath) throws IOException {
        // Without a parent: the class path of the tests may have specs, too.
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null)) {
            return BundledSpecs.read(loader);
        }
    }
}
