package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateTest {
    @TempDir
    private Path directory;

    @Test
    void writesTheSourcesOfTheIncludedOperations() {
        Path sources = directory.resolve("java");

        Run run = Run.of(
                "generate",
                "--package",
                "com.example.pay",
                "--out",
                sources.toString(),
                "--include",
                "v2/pay/orderquery");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).startsWith("generated: ");
        assertThat(sources.resolve("com/example/pay/WxPay.java")).exists();
    }

    @Test
    void printsErrorsOfOwnSpecsWithTheirLines() throws IOException {
        Path own = directory.resolve("specs/v2/pay");
        Files.createDirectories(own);
        Files.writeString(own.resolve("holdorder.yaml"), "post:\n  title: x\n");

        Run run = Run.of(
                "generate",
                "--package",
                "com.example.pay",
                "--out",
                directory.resolve("java").toString(),
                "--specs",
                directory.resolve("specs").toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("error[WX102]", "v2/pay/holdorder.yaml:1:1");
        assertThat(directory.resolve("java")).doesNotExist();
    }

    @Test
    void needsAPackage() {
        assertThat(Run.of("generate", "--out", "x").status()).isEqualTo(2);
    }
}
