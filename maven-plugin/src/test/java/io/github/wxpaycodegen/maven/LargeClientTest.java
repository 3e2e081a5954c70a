package io.github.wxpaycodegen.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeClientTest {
    @TempDir
    private Path root;

    private Path build;
    private Path generated;
    private Path own;

    @BeforeEach
    void directories() throws IOException {
        build = root.resolve("target");
        generated = Files.createDirectories(build.resolve("generated-sources/wxpay"));
        own = Files.createDirectories(root.resolve("src/main/java"));
    }

    @Test
    void warnsOfLargeClientBesideOwnSources() throws IOException {
        generate(LargeClient.LIMIT + 1);
        Files.createFile(own.resolve("Shop.java"));

        assertThat(warning()).hasValueSatisfying(text -> assertThat(text)
                .startsWith("this module compiles 1,001 generated files together with its own sources"));
    }

    @Test
    void acceptsSmallClient() throws IOException {
        generate(LargeClient.LIMIT);
        Files.createFile(own.resolve("Shop.java"));

        assertThat(warning()).isEmpty();
    }

    @Test
    void acceptsLargeClientInModuleOfItsOwn() throws IOException {
        generate(LargeClient.LIMIT + 1);
        Files.createFile(own.resolve("readme.txt"));
        Files.createFile(Files.createDirectories(build.resolve("generated-sources/other"))
                .resolve("Other.java"));

        assertThat(warning()).isEmpty();
    }

    private Optional<String> warning() throws IOException {
        return LargeClient.warning(
                generated,
                build,
                List.of(own, generated, build.resolve("generated-sources/other"), root.resolve("src/nix")));
    }

    private void generate(int files) throws IOException {
        for (int i = 0; i < files; i++) {
            Files.createFile(generated.resolve("A" + i + ".java"));
        }
    }
}
