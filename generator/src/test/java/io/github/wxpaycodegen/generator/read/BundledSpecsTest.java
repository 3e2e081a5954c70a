package io.github.wxpaycodegen.generator.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledSpecsTest {
    private static final String SPEC = "v3/a.yaml";

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

    @Test
    void readsCompiledSpecsOfAJar() throws IOException {
        Path specs = Files.createDirectories(directory.resolve(BundledSpecs.FOLDER));
        writeSpec(specs, "支付");
        CompiledSpecs.write(specs);
        Path jar = directory.resolve("specs.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("wxpay-specs/"));
            for (String name : List.of(SPEC, CompiledSpecs.FILE)) {
                out.putNextEntry(new JarEntry("wxpay-specs/" + name));
                out.write(Files.readAllBytes(specs.resolve(name)));
            }
        }

        try (URLClassLoader loader = loader(jar)) {
            assertThat(BundledSpecs.read(loader)).singleElement().satisfies(spec -> {
                assertThat(spec.path()).isEqualTo(SPEC);
                assertThat(spec.isCompiled()).isTrue();
                assertThat(spec.content()).isEqualTo(Files.readAllBytes(specs.resolve(SPEC)));
                assertThat(spec.digest())
                        .isEqualTo(new SpecFile(SPEC, spec.content()).digest())
                        .hasSize(64);
            });
        }
    }

    /** Somebody has replaced a file in the jar, or packed an old compiled form with new files. */
    @Test
    void parsesFilesOfAJarThatAreNotThoseThatWereCompiled() throws IOException {
        Path specs = Files.createDirectories(directory.resolve(BundledSpecs.FOLDER));
        writeSpec(specs, "支付");
        CompiledSpecs.write(specs);
        Path jar = directory.resolve("specs.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : List.of("", CompiledSpecs.FILE, SPEC, "v3/{new}.yaml")) {
                out.putNextEntry(new JarEntry("wxpay-specs/" + name));
                out.write(
                        name.equals(CompiledSpecs.FILE)
                                ? Files.readAllBytes(specs.resolve(name))
                                : "other".getBytes(StandardCharsets.UTF_8));
            }
        }

        assertThat(read(jar)).hasSize(2).allSatisfy(spec -> {
            assertThat(spec.isCompiled()).isFalse();
            assertThat(spec.content()).asString(StandardCharsets.UTF_8).isEqualTo("other");
        });
    }

    @Test
    void listsTheFilesOfADirectoryAsTheyAreNow() throws IOException {
        Path specs = Files.createDirectories(directory.resolve(BundledSpecs.FOLDER));
        writeSpec(specs, "支付");
        CompiledSpecs.write(specs);
        Files.delete(specs.resolve(SPEC));
        Files.writeString(specs.resolve("v3/b.yaml"), "uri: v3/b");

        assertThat(read(directory)).extracting(SpecFile::path).containsExactly("v3/b.yaml");
    }

    @Test
    void parsesFilesThatHaveChangedSinceTheyWereCompiled() throws IOException {
        Path specs = Files.createDirectories(directory.resolve(BundledSpecs.FOLDER));
        writeSpec(specs, "支付");
        CompiledSpecs.write(specs);

        assertThat(read(directory)).singleElement().matches(SpecFile::isCompiled);

        writeSpec(specs, "退款");

        assertThat(read(directory)).singleElement().matches(spec -> !spec.isCompiled());
    }

    @Test
    void parsesFilesThatWereCompiledByAnotherGenerator() throws IOException {
        Path specs = Files.createDirectories(directory.resolve(BundledSpecs.FOLDER));
        writeSpec(specs, "支付");
        Files.write(specs.resolve(CompiledSpecs.FILE), new byte[100]);

        assertThat(read(directory)).singleElement().matches(spec -> !spec.isCompiled());
    }

    @Test
    void damagedCompiledSpecsAreAnError() throws IOException {
        Path specs = Files.createDirectories(directory.resolve(BundledSpecs.FOLDER));
        writeSpec(specs, "支付");
        CompiledSpecs.write(specs);
        Path file = specs.resolve(CompiledSpecs.FILE);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 3));

        assertThatThrownBy(() -> read(directory))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("specs.bin in wxpay-specs cannot be read: damaged");
    }

    private static void writeSpec(Path specs, String title) throws IOException {
        Path spec = specs.resolve(SPEC);
        Files.createDirectories(spec.getParent());
        Files.writeString(
                spec, "uri: v3/a\nget: {title: " + title + ", readOnly: true, response: {id: {type: string}}}\n");
    }

    private static List<SpecFile> read(Path classPath) throws IOException {
        // Without a parent: the class path of the tests may have specs, too.
        try (URLClassLoader loader = loader(classPath)) {
            return BundledSpecs.read(loader);
        }
    }

    private static URLClassLoader loader(Path classPath) throws IOException {
        return new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null);
    }
}
