package io.github.wxpaycodegen.reference.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wxpaycodegen.reference.tests.WrittenSite.Code;
import io.github.wxpaycodegen.simulator.app.SimulatorApp;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts of the pages, run by a shell against the simulator. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CurlScriptsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern GATEWAY = Pattern.compile("Gateway +(https://localhost:[0-9]+)");

    private Path directory;
    private Process simulator;
    private String gateway;

    @BeforeAll
    void startSimulator(@TempDir Path shared) throws Exception {
        directory = shared;
        requirePrograms();
        simulator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SimulatorApp.class.getName(),
                        "--port",
                        "0",
                        "--control-port",
                        "0",
                        "--brand",
                        "40001",
                        "--keys-dir",
                        "wxpay-simulator-keys")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        gateway = gateway(simulator);
        Files.writeString(directory.resolve("picture.png"), "picture");
        Files.writeString(directory.resolve("picture.jpg"), "picture");
    }

    private static void requirePrograms() {
        String required = "bash, curl and openssl must be on the PATH to run the scripts";
        boolean installed = Stream.of("bash", "curl", "openssl").allMatch(CurlScriptsTest::isInstalled);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as(required).isTrue();
        }
        assumeTrue(installed, required);
    }

    /** Returns the address that the simulator prints before it is ready. */
    private static String gateway(Process simulator) throws IOException {
        CompletableFuture<Void> deadline = CompletableFuture.runAsync(
                () -> end(simulator), CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        BufferedReader lines = simulator.inputReader(StandardCharsets.UTF_8);
        StringBuilder output = new StringBuilder();
        String line = "";
        while (!line.contains("Ready.")) {
            line = lines.readLine();
            assertThat(line)
                    .as("the simulator ended, or was not ready within " + PATIENCE + ":\n" + output)
                    .isNotNull();
            output.append(line).append('\n');
        }
        deadline.cancel(false);
        // A full pipe would stop the simulator.
        Thread rest = new Thread(() -> lines.lines().forEach(each -> {}), "output of the simulator");
        rest.setDaemon(true);
        rest.start();
        Matcher address = GATEWAY.matcher(output);
        assertThat(address.find()).as(output.toString()).isTrue();
        return address.group(1);
    }

    @AfterAll
    void stopSimulator() {
        if (simulator != null) {
            end(simulator);
            simulator.onExit().join();
        }
    }

    /** Ends a process, and leaves its output open for its reader, which {@link Process#destroyForcibly} would close. */
    private static void end(Process process) {
        process.toHandle().destroyForcibly();
    }

    @ParameterizedTest
    @CsvSource({
        // JSON, a GET with a query, a DELETE, an upload, encrypted fields, a brand's key
        "en/v3/pay/transactions/native.post.md, 200, code_url",
        "en/v3/certificates.get.md, 200, serial_no",
        "en/v3/merchant-service/complaint-notifications.delete.md, 404, 投诉通知地址不存在",
        "en/v3/merchant/media/upload.post.md, 200, media_id",
        "en/v3/profitsharing/receivers/add.post.md, 200, account",
        "en/v3/capital/capitallhh/banks/search-banks-by-bank-account.get.md, 200, data",
        "en/brand/card-member/cards.get.md, 200, total_count",
        // XML with MD5, with HMAC-SHA256 and a certificate, and a form with a file
        "en/v2/pay/orderquery.post.md, 200, <return_code>SUCCESS",
        "en/v2/wxv/cancelbill.post.md, 200, <return_code>SUCCESS",
        "en/v2/secapi/mch/uploadmedia.post.md, 200, <return_code>SUCCESS",
    })
    void simulatorAcceptsScript(String page, int status, String content) throws Exception {
        String response = run(page);

        assertThat(response).as(page).endsWith("\nHTTP " + status).contains(content);
    }

    /** The shell accepts every script, though only some are run. */
    @Test
    void everyScriptIsWellFormed() throws Exception {
        List<Code> scripts = WrittenSite.code().stream()
                .filter(code -> code.language().equals("bash"))
                .toList();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < scripts.size(); i++) {
            all.append("script_")
                    .append(i)
                    .append("() {\n")
                    .append(scripts.get(i).text())
                    .append("}\n");
        }
        assertThat(scripts).hasSizeGreaterThan(1200);

        Path file = Files.writeString(directory.resolve("all.sh"), all);
        assertThat(output("bash", "-n", file.toString())).isEmpty();
    }

    private String run(String page) throws Exception {
        String script = WrittenSite.code(page, "curl")
                .replace("https://localhost:8443", gateway)
                .replace("\ncurl ", "\ncurl -sS -w '\\nHTTP %{http_code}' ");
        Path file = Files.writeString(directory.resolve(page.replace('/', '_') + ".sh"), script);
        return output("bash", file.toString());
    }

    private String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    private static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
