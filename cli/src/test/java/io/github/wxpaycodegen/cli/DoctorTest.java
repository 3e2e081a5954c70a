package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.cli.diagnosis.Finding;
import io.github.wxpaycodegen.cli.diagnosis.OnlineCheck;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorTest {
    private Path directory;
    private Gateway gateway;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        directory = temporary;
        gateway = new Gateway(directory);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void findsNothingWrongWithTheSettingsOfTheSimulator() {
        Run run = Run.of("doctor", "--settings", gateway.settings());

        assertThat(run.status()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("ok      merchant certificate: belongs to the key, serial number "
                        + gateway.simulator().merchantSerial())
                .contains("ok      verification: public key and downloaded platform certificates")
                .contains("warning production: ")
                .contains("0 failed");
    }

    @Test
    void readsTheEnvironmentAndNamesVariables() {
        Map<String, String> environment = new HashMap<>();
        gateway.simulator()
                .properties("WXPAY")
                .forEach((name, value) -> environment.put(
                        name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_'), value));
        environment.put("WXPAY_V3_KEY", "too short");

        Run run = Run.with(environment, "doctor");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("failed  APIv3 key: WXPAY_V3_KEY").doesNotContain("too short");
    }

    @Test
    void reportsEveryProblemAndNoSecret() throws IOException {
        Map<String, String> settings = new HashMap<>(gateway.simulator().properties("wxpay"));
        settings.put("wxpay.v2-key", "short");
        settings.put("wxpay.merchant-serial", "ABCDEF");
        settings.put("wxpay.wechat-pay-public-key-pem", "no key");

        Run run = Run.of("doctor", "--settings", write("broken.properties", settings));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("failed  APIv2 key: wxpay.v2-key")
                .contains("failed  merchant certificate: ")
                .contains("failed  public key of WeChat Pay: ")
                .contains("3 failed")
                .doesNotContain(settings.get("wxpay.v3-key"));
    }

    @Test
    void saysThatNoKeyOfTheGatewayIsTrusted() throws IOException {
        Map<String, String> settings = new HashMap<>(gateway.simulator().properties("wxpay"));
        settings.remove("wxpay.wechat-pay-public-key-pem");
        settings.remove("wxpay.wechat-pay-public-key-id");
        settings.remove("wxpay.download-platform-certificates");

        Run run = Run.of("doctor", "--json", "--settings", write("untrusting.properties", settings));

        assertThat(run.status()).isEqualTo(1);
        List<Object> failed = new ArrayList<>();
        for (Object each : (List<?>) run.json()) {
            Map<?, ?> finding = (Map<?, ?>) each;
            if (finding.get("level").equals("failed")) {
                failed.add(finding.get("subject"));
            }
        }
        assertThat(failed).containsExactly("verification");
    }

    @Test
    void comparesTheClockAndTheSignatureOnline() {
        Run run = Run.of("doctor", "--online", "--settings", gateway.settings());

        assertThat(run.status()).as(run.out()).isZero();
        assertThat(run.out()).contains("ok      online: the gateway accepts the signature", "ok      clock: ");
    }

    @Test
    void saysWhyNothingIsComparedOnline() {
        Run run = Run.of("doctor", "--online");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("warning online: skipped, because another check failed");
    }

    @Test
    void warnsOfCertificatesOfAnotherMerchant() throws IOException {
        Map<String, String> settings = new HashMap<>(gateway.simulator().properties("wxpay"));
        String owner = settings.put("wxpay.mchid", "1900000002");
        settings.put("wxpay.client-certificate-password", owner);

        Run run = Run.of("doctor", "--settings", write("other-merchant.properties", settings));

        assertThat(run.status()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("warning owner of " + gateway.simulator().merchantSerial() + ": the certificate is of "
                        + owner + ", but wxpay.mchid is 1900000002");
    }

    @Test
    void namesTheVariablesOfAP12FileWithAnotherPassword() throws IOException {
        Path file =
                Files.write(directory.resolve("other.p12"), gateway.simulator().clientCertificateP12("secret"));
        Map<String, String> environment =
                Map.of("WXPAY_MCHID", "1900000001", "WXPAY_CLIENT_CERTIFICATE_FILE", file.toString());

        Run run = Run.with(environment, "doctor");

        assertThat(run.out())
                .contains(
                        "failed  client certificate: WXPAY_CLIENT_CERTIFICATE_FILE: ",
                        "set WXPAY_CLIENT_CERTIFICATE_PASSWORD");
    }

    @Test
    void comparesTheClockWithTheGateway() {
        Clock now = Clock.systemUTC();

        assertThat(clock(now)).isEqualTo(Finding.Level.OK);
        assertThat(clock(Clock.offset(now, Duration.ofMinutes(4)))).isEqualTo(Finding.Level.WARNING);
        assertThat(clock(Clock.offset(now, Duration.ofMinutes(-10)))).isEqualTo(Finding.Level.FAILED);
    }

    private Finding.Level clock(Clock clock) {
        Duration patience = Duration.ofMinutes(2);
        List<Finding> findings = OnlineCheck.examine(
                gateway.simulator()
                        .config()
                        .timeout(patience)
                        .connectTimeout(patience)
                        .build(),
                clock);
        return findings.stream()
                .filter(finding -> finding.subject().equals("clock"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(findings))
                .level();
    }

    @Test
    void namesMisspelledSettings() throws IOException {
        Map<String, String> settings = new HashMap<>(gateway.simulator().properties("wxpay"));
        settings.put("wxpay.v3Key", "x");
        settings.put("wxpay.nothing-like-it", "x");

        Run file = Run.of("doctor", "--settings", write("misspelled.properties", settings));
        Run environment = Run.with(Map.of("WXPAY_MCHD", "1230000109"), "doctor");

        assertThat(file.status()).as(file.out()).isZero();
        assertThat(file.out())
                .contains("warning wxpay.v3Key: not a setting", "did you mean wxpay.v3-key?")
                .contains("warning wxpay.nothing-like-it: not a setting");
        assertThat(environment.out()).contains("warning WXPAY_MCHD: not a setting", "did you mean WXPAY_MCHID?");
    }

    @Test
    void namesSettingsThatAnEditorHasDamaged() throws IOException {
        Map<String, String> settings = new HashMap<>(gateway.simulator().properties("wxpay"));
        String key = settings.remove("wxpay.v3-key");
        settings.put("wxpay.appid", "\ufeffwx8888888888888888");
        settings.put(
                "wxpay.v3-key-file",
                Files.writeString(directory.resolve("v3.txt"), "\ufeff" + key).toString());
        String v2 = settings.remove("wxpay.v2-key");
        settings.put(
                "wxpay.v2-key-file",
                Files.write(directory.resolve("v2.txt"), (v2 + "\u00e9").getBytes(StandardCharsets.ISO_8859_1))
                        .toString());

        Run run = Run.of("doctor", "--settings", write("damaged.properties", settings));

        assertThat(run.out())
                .contains("warning wxpay.v3-key-file: the file contains a byte order mark")
                .contains("warning wxpay.v2-key-file: the file is not UTF-8")
                .contains("warning wxpay.appid: contains a byte order mark")
                .doesNotContain(key);
    }

    @Test
    void endsWithStatusFiveIfTheFileIsNotUtf8() throws IOException {
        Path file = Files.write(directory.resolve("gbk.properties"), new byte[] {'a', '=', (byte) 0xD6, (byte) 0xD0});

        Run run = Run.of("doctor", "--settings", file.toString());

        assertThat(run.status()).isEqualTo(5);
        assertThat(run.err()).contains("gbk.properties must be in UTF-8");
    }

    @Test
    void failsWithoutSettings() {
        Run run = Run.of("doctor");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("failed  settings: there are none", "WXPAY_MCHID");
    }

    @Test
    void endsWithStatusFiveIfTheFileIsMissing() {
        Run run = Run.of("doctor", "--settings", directory.resolve("none").toString());

        assertThat(run.status()).isEqualTo(5);
        assertThat(run.err()).contains("does not exist");
    }

    private String write(String name, Map<String, String> settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        Path file = directory.resolve(name);
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return file.toString();
    }
}
