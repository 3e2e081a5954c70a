package io.github.wxpaycodegen.generator.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.generator.read.SpecFile;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's specs are laid over the bundled ones, file by file. */
class SpecLoaderTest {
    @TempDir
    private Path root;

    private final RecordingLog log = new RecordingLog();

    @BeforeEach
    void bundled() throws IOException {
        write("classes/wxpay-specs/v2/a.yaml", "bundled a");
        write("classes/wxpay-specs/v2/c.yaml", "bundled c");
        write("classes/wxpay-specs/README.md", "no spec");
    }

    @Test
    void loadsBundledSpecs() throws IOException {
        assertThat(load("none")).containsExactly("v2/a.yaml=bundled a", "v2/c.yaml=bundled c");
        assertThat(log.infos()).isEmpty();
    }

    @Test
    void projectSpecsExtendAndReplace() throws IOException {
        write("own/v2/c.yaml", "own c");
        write("own/v2/b.yaml", "own b");
        write("own/v2/b.txt", "no spec");

        assertThat(load("own")).containsExactly("v2/a.yaml=bundled a", "v2/b.yaml=own b", "v2/c.yaml=own c");
        assertThat(log.infos()).containsExactly("v2/c.yaml replaces the bundled spec");
    }

    @Test
    void ownErrorsExtendTheBundledOnes() throws IOException {
        write("classes/wxpay-specs/v2/_errors.yaml", "bundled errors");
        write("own/v2/_errors.yaml", "own errors");

        load("own");

        assertThat(log.infos()).containsExactly("v2/_errors.yaml extends the bundled errors");
    }

    @Test
    void followsLinks() throws IOException {
        write("elsewhere/v2/b.yaml", "own b");
        write("shared/d.yaml", "own d");
        Files.createSymbolicLink(root.resolve("own"), root.resolve("elsewhere"));
        Files.createSymbolicLink(root.resolve("elsewhere/v2/linked"), root.resolve("shared"));

        assertThat(load("own")).contains("v2/b.yaml=own b", "v2/linked/d.yaml=own d");
    }

    @Test
    void rejectsBrokenLinkAndFile() throws IOException {
        Files.createSymbolicLink(root.resolve("own"), root.resolve("nowhere"));
        write("file", "no directory");

        for (String place : List.of("own", "file")) {
            assertThatThrownBy(() -> load(place))
                    .isInstanceOf(IOException.class)
                    .hasMessageEndingWith(place + " is not a directory of specs, nor a link to one");
        }
    }

    @Test
    void warnsOfSpecsWithAnotherEnding() throws IOException {
        write("own/v2/y.YAML", "own y");
        write("own/v2/z.yml", "own z");
        write("own/v2/z.yaml.bak", "no spec");

        assertThat(load("own")).containsExactly("v2/a.yaml=bundled a", "v2/c.yaml=bundled c");
        assertThat(log.warnings())
                .containsExactly(
                        "v2/y.YAML is not read: the name of a spec must end in .yaml",
                        "v2/z.yml is not read: the name of a spec must end in .yaml");
    }

    @Test
    void defaultDirectoryNeedNotExist() {
        assertThat(SpecLoader.directory(null, root)).isEqualTo(root.resolve("src/main/wxpay"));
        assertThatThrownBy(() -> SpecLoader.directory(root.resolve("wxpey"), root))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("specDirectory is not a directory: " + root.resolve("wxpey")
                        + ". Create it, or omit specDirectory to use src/main/wxpay");
    }

    private List<String> load(String directory) throws IOException {
        URL classes = root.resolve("classes").toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {classes}, null)) {
            return new SpecLoader(loader, log)
                    .load(root.resolve(directory)).stream()
                            .map(SpecLoaderTest::text)
                            .toList();
        }
    }

    private static String text(SpecFile file) {
        return file.path() + "=" + new String(file.content(), StandardCharsets.UTF_8);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
