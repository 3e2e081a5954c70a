package io.github.wxpaycodegen.simulator.internal.specs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.generator.read.BundledSpecs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecLoaderTest {
    private static final SpecFile FURTHER = new SpecFile("v3/b.yaml", "b".getBytes(StandardCharsets.UTF_8));

    @Test
    void compiledSpecsAreThoseOfTheYamlFiles() throws IOException {
        ClassLoader classPath = SpecLoader.class.getClassLoader();

        assertThat(SpecLoader.readCompiled(classPath).orElseThrow()).isEqualTo(SpecLoader.readYaml(classPath));
    }

    @Test
    void specsInJarAndDirectoryAreTheSame(@TempDir Path directory) throws IOException {
        Path classes = directory.resolve("classes");
        Path jar = directory.resolve("specs.jar");
        Path spec = Files.createDirectories(classes.resolve(BundledSpecs.FOLDER).resolve("v3"))
                .resolve("a.yaml");
        Files.writeString(spec, "docs: {}");
        Files.writeString(spec.resolveSibling("README.md"), "not a spec");
        writeJar(jar, "docs: {}");

        assertThat(identity(classes))
                .isEqualTo(identity(jar))
                .startsWith("v3/a.yaml ")
                .contains("\nv3/b.yaml ")
                .doesNotContain("README");
    }

    @Test
    void changedSpecIsAnother(@TempDir Path directory) throws IOException {
        Path jar = directory.resolve("specs.jar");
        writeJar(jar, "docs: {}");
        String before = identity(jar);
        writeJar(jar, "docs: []");

        assertThat(identity(jar)).isNotEqualTo(before);
    }

    private static void writeJar(Path file, String spec) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(BundledSpecs.FOLDER + "/"));
            zip.putNextEntry(new ZipEntry(BundledSpecs.FOLDER + "/v3/a.yaml"));
            zip.write(spec.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(BundledSpecs.FOLDER + "/README.md"));
            zip.putNextEntry(new ZipEntry("other/c.yaml"));
        }
    }

    private static String identity(Path classPath) throws IOException {
        URL[] urls = {classPath.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return SpecIdentity.of(loader, List.of(FURTHER));
        }
    }
}
