package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, configuring and closing simulators, and their record of calls. */
class SimulatorTest {
    private static final String CANCEL = "/wxv/cancelbill";

    @Test
    void recordsWholeCall() throws Exception {
        try (Simulator simulator = Simulators.bundled()) {
            Map<String, String> fields = Client.cancelbill();
            fields.put("unheard_of", "1");
            Client.withCertificate(simulator).post(CANCEL + "?a=b", fields);

            RecordedCall call = simulator.calls().get(0);
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.path()).isEqualTo(CANCEL);
            assertThat(call.query()).isEqualTo("a=b");
            assertThat(call.headers().get("content-type")).containsExactly("text/xml; charset=utf-8");
            assertThat(call.body()).asString(StandardCharsets.UTF_8).isEqualTo(Client.xml(Client.signed(fields)));
            assertThat(call.fields()).isEqualTo(Client.signed(fields));
            assertThat(call.undeclaredFields()).containsExactly("unheard_of");
            assertThat(call.clientCertificate()
                            .orElseThrow()
                            .getSubjectX500Principal()
                            .getName())
                    .contains("CN=" + Client.MCHID);
            assertThat(call.refusal()).isEmpty();
            assertThat(call).hasToString("POST /wxv/cancelbill");
        }
    }

    @Test
    void recordsReasonOfRefusal() throws Exception {
        try (Simulator simulator = Simulators.bundled()) {
            Client.withoutCertificate(simulator).post(CANCEL, Client.cancelbill());

            RecordedCall call = simulator.calls().get(0);
            assertThat(call.refusal()).hasValue("400 No required SSL certificate was sent");
            assertThat(call.clientCertificate()).isEmpty();
            assertThat(call.fields()).isEmpty();
        }
    }

    @Test
    void hasItsOwnAuthority() {
        try (Simulator one = Simulator.builder().mchid(Client.MCHID).start();
                Simulator other = Simulator.builder().mchid(Client.MCHID).start()) {
            assertThatThrownBy(() ->
                            other.caCertificate().verify(one.caCertificate().getPublicKey()))
                    .isInstanceOf(SignatureException.class);
        }
    }

    @Test
    void keepsTheNewestCalls() throws Exception {
        try (Simulator simulator =
                Simulators.bundledBuilder().history(2, 1_000_000).start()) {
            Client client = Client.withoutCertificate(simulator);
            for (String path : List.of("/one", "/two", "/three")) {
                client.post(path, "");
            }

            assertThat(simulator.latestCalls()).extracting(RecordedCall::path).containsExactly("/two", "/three");
            assertThat(simulator.awaitCall("/three", Duration.ZERO)).isPresent();
            assertThatIllegalStateException()
                    .isThrownBy(simulator::calls)
                    .withMessageContaining("the newest 2 of 3 calls")
                    .withMessageContaining("latestCalls()")
                    .withMessageContaining("SimulatorBuilder.history(entries, bytes)");
            assertThatIllegalStateException()
                    .isThrownBy(() -> simulator.awaitCall("/one", Duration.ZERO))
                    .withMessageContaining("1 calls that were dropped");
        }
    }

    /** The limits that apply to a soak test, which configures none. */
    @Test
    void keepsTheNewest32MebibytesByDefault() throws Exception {
        assertThat(HistoryLimits.USUAL.entries()).isEqualTo(10_000);
        assertThat(HistoryLimits.USUAL.bytes()).isEqualTo(33_554_432);
        try (Simulator simulator = Simulators.bundled()) {
            Client client = Client.withoutCertificate(simulator);
            String body = "x".repeat(12 * 1024 * 1024);
            for (String path : List.of("/one", "/two", "/three")) {
                client.post(path, body);
            }

            assertThat(simulator.latestCalls()).extracting(RecordedCall::path).containsExactly("/two", "/three");
            assertThatIllegalStateException()
                    .isThrownBy(simulator::calls)
                    .withMessageContaining(
                            "the newest 2 of 3 calls are kept (at most 10000, and 33554432 bytes of them)");
        }
    }

    @Test
    void headsCountAsBytesOfTheHistory() throws Exception {
        try (Simulator simulator =
                Simulators.bundledBuilder().history(100, 100_000).start()) {
            Client client = Client.withoutCertificate(simulator);
            for (String path : List.of("/one", "/two", "/three")) {
                client.send(client.request(path + "?" + "x".repeat(20_000))
                        .header("Unused", "x".repeat(20_000))
                        .GET());
            }

            assertThat(simulator.latestCalls()).extracting(RecordedCall::path).containsExactly("/two", "/three");
        }
    }

    @Test
    void doesNotListenOnceClosed() {
        Simulator simulator = Simulators.bundled();
        Client client = Client.withCertificate(simulator);
        simulator.close();

        assertThatThrownBy(() -> client.post(CANCEL, Client.cancelbill())).isInstanceOf(ConnectException.class);
    }

    @Test
    void writesCertificatesUnderUsualNames(@TempDir Path directory) throws Exception {
        try (Simulator simulator = Simulators.bundled()) {
            Path certificates = directory.resolve("new").resolve("cert");
            simulator.writeCertificates(certificates, "p12-password");

            try (var files = Files.list(certificates)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder(
                                "ca.pem",
                                "apiclient_cert.p12",
                                "apiclient_cert.pem",
                                "apiclient_key.pem",
                                "pub_key.pem",
                                "wechatpay_cert.pem");
            }
            X509Certificate client = certificate(Files.readAllBytes(certificates.resolve("apiclient_cert.pem")));
            client.verify(certificate(Files.readAllBytes(certificates.resolve("ca.pem")))
                    .getPublicKey());
            assertThat(isPair(client.getPublicKey(), key(Files.readString(certificates.resolve("apiclient_key.pem")))))
                    .isTrue();
        }
    }

    @Test
    void reportsSpecErrorsAsDiagnostics(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("v2/play/broken.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "uri: v2/play/broken\npost:\n  titel: x\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulators.bundledBuilder().specs(directory).start())
                .withMessageContaining("v2/play/broken.yaml:3:3");
    }

    @Test
    void rejectsPlaceWithoutSpecs(@TempDir Path directory) throws Exception {
        Path empty = Files.createDirectories(directory.resolve("empty"));
        Files.writeString(empty.resolve("notes.txt"), "none");
        Map<Path, String> messages = Map.of(
                empty,
                "the directory " + empty + " contains no specs, which are files whose names end in .yaml",
                empty.resolve("notes.txt"),
                "the specs must be in a directory, but " + empty.resolve("notes.txt") + " is a file",
                directory.resolve("none"),
                "the specs must be in a directory, but " + directory.resolve("none") + " does not exist");

        messages.forEach((place, message) -> {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> Simulators.bundledBuilder().addSpecs(place).start())
                    .withMessage(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Simulators.bundledBuilder().specs(place).start())
                    .withMessage(message);
        });
    }

    @Test
    void addsOwnSpecsToBundledOnes(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("v3/mine/thing.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "uri: v3/mine/thing\nget: {title: A, readOnly: true, response: {no: {type: string, example: N1}}}\n");

        try (Simulator simulator =
                Simulators.bundledBuilder().addSpecs(directory).start()) {
            V3Client client = new V3Client(simulator);

            assertThat(text(client.get("/v3/mine/thing"))).contains("N1");
            assertThat(client.get("/v3/pay/transactions/out-trade-no/A1?mchid=" + Client.MCHID)
                            .send()
                            .statusCode())
                    .isEqualTo(200);
            assertThat(text(client.get("/v3/mine/other")))
                    .contains("NOT_FOUND", "no spec describes this path", "addSpecs(directory)");
        }
    }

    @Test
    void requiresOnlyMerchant() {
        assertThatThrownBy(() -> Simulator.builder().v2Key(Client.KEY).start()).hasMessageContaining("mchid");
        try (Simulator simulator = Simulator.builder().mchid(Client.MCHID).start()) {
            assertThat(simulator.baseUri()).hasScheme("https");
        }
    }

    private static String text(V3Client.Request request) throws Exception {
        return new String(request.send().body(), StandardCharsets.UTF_8);
    }

    private static X509Certificate certificate(byte[] pem) throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    private static PrivateKey key(String pem) throws Exception {
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static boolean isPair(PublicKey certified, PrivateKey key) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(new byte[] {1, 2, 3});
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        signature.update(new byte[] {1, 2, 3});
        return signature.verify(signed);
    }
}
