package io.github.wxpaycodegen.simulator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program: its output, its files, and its keys. */
class SimulatorAppTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpListsEveryOption() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(Stream.of(Option.values()).map(Option::form).toArray(String[]::new))
                .contains("WXPAY_SIMULATOR_CONTROL_PORT");
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).allMatch(line -> line.length() <= 110);
    }

    @Test
    void printsVersion() {
        assertThat(run("--version")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("wxpay-simulator ");
    }

    @Test
    void wrongOptionIsStatusTwoAndWritesNothing(@TempDir Path directory) throws Exception {
        assertThat(run("--keys-dir", directory.resolve("keys").toString(), "--prot", "1"))
                .isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("unknown option --prot; did you mean --port?");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void usedPortIsStatusOne(@TempDir Path keys) throws Exception {
        try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(used.getLocalPort());

            assertThat(run("--keys-dir", keys.toString(), "--port", port, "--control-port", "0"))
                    .isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("cannot listen on port " + port);
        }
    }

    @Test
    void usedControlPortIsStatusOne(@TempDir Path keys) throws Exception {
        try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(used.getLocalPort());

            assertThat(run("--keys-dir", keys.toString(), "--port", "0", "--control-port", port))
                    .isEqualTo(1);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("the control port " + port, "--control-port");
            assertThat(keys).as("nothing else was started").isEmptyDirectory();
        }
    }

    @Test
    void programThatCannotStartReleasesItsControlPort(@TempDir Path keys) throws Exception {
        String control;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            control = Integer.toString(free.getLocalPort());
        }
        try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(used.getLocalPort());
            run("--keys-dir", keys.toString(), "--port", port, "--control-port", control);
            run("--keys-dir", keys.toString(), "--port", port, "--control-port", control);
        }

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("cannot listen on port")
                .doesNotContain("control port");
    }

    @Test
    void printsWhereEverythingIs(@TempDir Path keys) throws Exception {
        Settings settings =
                Settings.read(List.of("--port", "0", "--control-port", "0", "--keys-dir", keys.toString()), Map.of());
        try (SimulatorApp app = SimulatorApp.start(settings, new PrintStream(out, true, StandardCharsets.UTF_8))) {
            Simulator simulator = app.simulators().get(0);
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains(simulator.baseUri().toString(), app.controlUri().toString(), keys.toString())
                    .contains(simulator.merchantSerial(), simulator.publicKeyId(), simulator.platformSerial())
                    .doesNotContain(simulator.v3Key(), simulator.v2Key())
                    .endsWith("Ready." + System.lineSeparator());
        }
    }

    @Test
    void writesFilesForOtherClients(@TempDir Path keys) throws Exception {
        try (SimulatorApp app =
                Apps.start(keys, "--merchant", "1900000001", "--merchant", "1900000002", "--brand", "b1")) {
            Simulator first = app.simulators().get(0);
            Simulator second = app.simulators().get(1);
            Path home = keys.resolve("1900000001");

            assertThat(keys.resolve("ca.pem")).hasContent(first.caCertificatePem());
            assertThat(trusted(keys.resolve("truststore.p12"), "PKCS12")).isEqualTo(first.caCertificate());
            assertThat(trusted(keys.resolve("truststore.jks"), "JKS")).isEqualTo(first.caCertificate());
            assertThat(home.resolve("apiclient_key.pem")).hasContent(first.merchantKeyPem());
            assertThat(home.resolve("apiclient_cert.pem")).hasContent(first.merchantCertificatePem());
            assertThat(home.resolve("pub_key.pem")).hasContent(first.publicKeyPem());
            assertThat(home.resolve("wechatpay_cert.pem")).hasContent(first.platformCertificatePem());
            assertThat(home.resolve("v3_key.txt")).hasContent(first.v3Key());
            assertThat(home.resolve("v2_key.txt")).hasContent(first.v2Key());
            assertThat(home.resolve("brand_key.pem")).hasContent(first.brandKeyPem());
            assertThat(keys.resolve("1900000002/apiclient_key.pem")).hasContent(second.merchantKeyPem());
            assertThat(keys.resolve("1900000002/brand_key.pem")).doesNotExist();
            ShopFiles settings = new ShopFiles(home);
            assertThat(settings.setting("host")).isEqualTo(first.baseUri().toString());
            assertThat(settings.setting("merchantSerial")).isEqualTo(first.merchantSerial());
            assertThat(settings.setting("brandSerial")).isEqualTo(first.brandSerial());
            assertThat(home.resolve("settings.env")).content().contains("WXPAY_MCHID='1900000001'\n");
        }
    }

    @Test
    void settingsConfigureClientOfThisProject(@TempDir Path keys) throws Exception {
        try (SimulatorApp app = Apps.start(keys)) {
            Map<String, String> variables = new TreeMap<>();
            for (String line : Files.readAllLines(keys.resolve(Apps.MCHID).resolve("settings.env"))) {
                int equals = line.indexOf('=');
                variables.put(property(line.substring(0, equals)), line.substring(equals + 2, line.length() - 1));
            }

            // It throws an exception if a name, a file or a key is wrong.
            WxPayConfig config =
                    WxPayConfig.fromProperties("wxpay", variables::get).build();

            assertThat(variables)
                    .containsEntry(
                            "wxpay.host", app.simulators().get(0).baseUri().toString());
            assertThat(config.toString()).contains(Apps.MCHID);
            // Files replace the files of an application's own properties; a text would contradict them.
            assertThat(variables.keySet())
                    .contains("wxpay.merchant-certificate-pem-file", "wxpay.v2-key-file", "wxpay.v3-key-file");
            assertThat(config.keys().canCall(Protocol.V2)).isTrue();
            assertThat(config.keys().canCall(Protocol.V3)).isTrue();
        }
    }

    private static String property(String variable) {
        return "wxpay."
                + variable.substring("WXPAY_".length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Test
    void onlyOwnerReadsSecrets(@TempDir Path keys) throws Exception {
        assumeTrue(Files.getFileStore(keys).supportsFileAttributeView("posix"), "this file system has no permissions");
        try (SimulatorApp app = Apps.start(keys)) {
            Path home = keys.resolve(Apps.MCHID);
            for (Path secret : List.of(
                    keys.resolve("seed"),
                    home.resolve("apiclient_key.pem"),
                    home.resolve("apiclient_cert.p12"),
                    home.resolve("v2_key.txt"),
                    home.resolve("v3_key.txt"),
                    home.resolve("settings.json"),
                    home.resolve("settings.env"))) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                        .as(app.controlUri() + " " + secret)
                        .isEqualTo("rw-------");
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("ca.pem"))))
                    .isEqualTo("rw-r--r--");
        }
    }

    @Test
    void nextStartUsesSameKeysAndKeepsFiles(@TempDir Path keys) throws Exception {
        Map<String, String> before = new TreeMap<>();
        try (SimulatorApp app = Apps.startWithOwnKeys(keys)) {
            before.put("key", app.simulators().get(0).merchantKeyPem());
        }
        byte[] p12 = Files.readAllBytes(keys.resolve(Apps.MCHID).resolve("apiclient_cert.p12"));
        byte[] trust = Files.readAllBytes(keys.resolve("truststore.p12"));

        try (SimulatorApp app = Apps.start(keys)) {
            assertThat(app.simulators().get(0).merchantKeyPem()).isEqualTo(before.get("key"));
        }
        assertThat(keys.resolve(Apps.MCHID).resolve("apiclient_cert.p12")).hasBinaryContent(p12);
        assertThat(keys.resolve("truststore.p12")).hasBinaryContent(trust);
    }

    @Test
    void rejectsSeedThatKeysDoNotFollowFrom(@TempDir Path keys) throws Exception {
        Apps.start(keys, "--seed", "a").close();

        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Apps.start(keys, "--seed", "b"))
                .withMessageContaining("another seed");
        Apps.start(keys, "--seed", "a").close();
    }

    @Test
    void spacesAroundSeedDoNotMatter(@TempDir Path keys) throws Exception {
        String key;
        try (SimulatorApp app = Apps.start(keys, "--seed", " a ")) {
            key = app.simulators().get(0).merchantKeyPem();
        }
        for (String seed : List.of(" a ", "a")) {
            try (SimulatorApp app = Apps.start(keys, "--seed", seed)) {
                assertThat(app.simulators().get(0).merchantKeyPem()).isEqualTo(key);
            }
        }
    }

    @Test
    void rejectsBlankSeed(@TempDir Path keys) throws Exception {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Apps.start(keys, "--seed", " "))
                .withMessage("--seed must not be blank");
        Files.writeString(keys.resolve("seed"), "\n");
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Apps.start(keys))
                .withMessageContaining("is empty: delete the file");
    }

    @Test
    void smMerchantHasSmKeys(@TempDir Path keys) throws Exception {
        try (SimulatorApp app = Apps.start(keys, "--suite", "sm")) {
            assertThat(app.simulators().get(0).usesSm()).isTrue();
            assertThat(new ShopFiles(keys.resolve(Apps.MCHID)).setting("suite")).isEqualTo("sm");
        }
    }

    private int run(String... args) {
        try (Launch launch = SimulatorApp.launch(
                List.of(args),
                Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))) {
            return launch.status();
        }
    }

    private static Certificate trusted(Path file, String type) throws Exception {
        KeyStore store = KeyStore.getInstance(type);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "changeit".toCharArray());
        }
        return store.getCertificate("wxpay-simulator");
    }
}
