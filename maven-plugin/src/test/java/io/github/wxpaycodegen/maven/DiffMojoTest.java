package io.github.wxpaycodegen.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.maven.plugin.MojoFailureException;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffMojoTest {
    @TempDir
    private Path root;

    private final DiffMojo mojo = new DiffMojo(noRepositories());

    @BeforeEach
    void configure() throws IOException {
        set("basedir", root.toFile());
        set("repositories", List.of());
        jar("a: {type: string}\n    b: {type: string}");
        directory("b: {type: string}");
        set("before", "specs.jar");
        set("after", root.resolve("specs").toString());
        set("format", "markdown");
        set("report", root.resolve("out/changes.md").toFile());
    }

    @Test
    void comparesJarWithDirectory() throws Exception {
        mojo.execute();

        assertThat(root.resolve("out/changes.md"))
                .content()
                .contains("### Breaking on the wire", "the field `request.a` is gone");
    }

    @Test
    void failsOnConfiguredImpact() throws Exception {
        set("failOn", List.of("documentation"));
        mojo.execute();
        set("failOn", List.of("source", "documentation"));

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("the specs have changes of the impact source, see the report");
    }

    @Test
    void wrongSettingsAreReported() {
        set("failOn", List.of("sauce"));
        assertThatThrownBy(mojo::execute)
                .hasMessage("`sauce` is not one of wire, binary, source, additive, documentation");
        set("failOn", List.of());
        set("before", "nix");
        assertThatThrownBy(mojo::execute).hasMessageContaining("nix does not exist");
    }

    private void directory(String fields) throws IOException {
        Path file = root.resolve("specs/v3/pay/a.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, spec(fields));
    }

    private void jar(String fields) throws IOException {
        Path jar = root.resolve("specs.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("wxpay-specs/v3/pay/a.yaml"));
            zip.write(spec(fields).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    /** Coordinates are resolved by a project of {@code src/it}. */
    private static RepositorySystem noRepositories() {
        return (RepositorySystem) Proxy.newProxyInstance(
                RepositorySystem.class.getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (proxy, method, args) -> {
                    throw new AssertionError(method + " is called");
                });
    }

    private static String spec(String fields) {
        return "uri: v3/pay/a\npost:\n  title: A\n  request:\n    " + fields + "\n";
    }

    private void set(String parameter, Object value) {
        try {
            Field field = DiffMojo.class.getDeclaredField(parameter);
            field.setAccessible(true);
            field.set(mojo, value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
