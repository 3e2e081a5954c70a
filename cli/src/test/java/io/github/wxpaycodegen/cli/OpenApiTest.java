package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
    @TempDir
    private Path directory;

    @Test
    void writesTheDocumentsOfTheIncludedOperations() throws IOException {
        Path documents = directory.resolve("api");

        Run run = Run.of(
                "openapi",
                "--out",
                documents.toString(),
                "--include",
                "v2/pay/orderquery",
                "--openapi",
                "3.0",
                "--format",
                "YAML",
                "--document-version",
                "7");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).isEqualToIgnoringNewLines("exported: 2 files written, 0 unchanged, 0 deleted\n");
        assertThat(Files.readString(documents.resolve("v2/pay.yaml")))
                .startsWith("openapi: 3.0.3\n")
                .contains("version: '7'", "/pay/orderquery:");
    }

    @Test
    void rejectsUnknownVersion() {
        Run run = Run.of("openapi", "--out", directory.toString(), "--openapi", "2.0");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--openapi must be 3.0 or 3.1 (was 2.0)");
    }
}
