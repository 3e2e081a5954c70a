package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that users run: it contains the indexes, the specs and all classes. */
@Tag("jar")
class ExecutableJarTest {
    @TempDir
    private Path directory;

    @Test
    void findsOperationsAndPrintsChinese() throws Exception {
        assertThat(run(0, "operations", "--path", "/v3/pay/transactions/native", "--field", "amount.total"))
                .contains("POST /v3/pay/transactions/native  Native下单", "request: amount.total");
    }

    @Test
    void generatesFromTheSpecsInTheJar() throws Exception {
        Path sources = directory.resolve("java");

        run(
                0,
                "generate",
                "--package",
                "com.example.pay",
                "--out",
                sources.toString(),
                "--include",
                "v2/pay/orderquery");

        assertThat(sources.resolve("com/example/pay/WxPay.java")).exists();
    }

    @Test
    void hasItsVersionAndTheOptionsOfTheSimulator() throws Exception {
        assertThat(run(0, "--version")).startsWith("wxpay ").doesNotContain("of this build");
        assertThat(run(0, "simulate", "--help")).contains("--control-port");
        assertThat(run(2, "no-such-command")).contains("no-such-command");
    }

    private String run(int status, String... args) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "output", ".txt");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar"));
        command.add(System.getProperty("test.jar"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            String text = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(process.exitValue()).as(text).isEqualTo(status);
            return text;
        } finally {
            process.destroyForcibly();
        }
    }
}
