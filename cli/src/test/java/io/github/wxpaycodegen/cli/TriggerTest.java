package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.app.Launch;
import io.github.wxpaycodegen.simulator.app.SimulatorApp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriggerTest {
    private String keys;

    @BeforeAll
    void writeKeys(@TempDir Path directory) {
        keys = directory.resolve("keys").toString();
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        // Only its files are needed: the commands start gateways of their own.
        try (Launch launch = SimulatorApp.launch(
                List.of("--port", "0", "--control-port", "0", "--keys-dir", keys), Map.of(), nowhere, nowhere)) {
            assertThat(launch.isRunning()).isTrue();
        }
    }

    @Test
    void reportsThatAServerAccepts() {
        try (Receiver receiver = new Receiver(204, "")) {
            Run run = Run.of(
                    "trigger",
                    "TRANSACTION.SUCCESS",
                    "--to",
                    receiver.url(),
                    "--keys-dir",
                    keys,
                    "--set",
                    "out_trade_no=A1",
                    "--json");

            assertThat(run.status()).as(run.out() + run.err()).isZero();
            Map<?, ?> report = (Map<?, ?>) run.json();
            assertThat(report.get("accepted")).isEqualTo(true);
            assertThat(((Map<?, ?>) report.get("fields")).get("out_trade_no")).isEqualTo("A1");
        }
    }

    @Test
    void refusesFieldThatTheNotificationDoesNotHave() {
        try (Receiver receiver = new Receiver(204, "")) {
            Run run = Run.of(
                    "trigger",
                    "TRANSACTION.SUCCESS",
                    "--to",
                    receiver.url(),
                    "--keys-dir",
                    keys,
                    "--set",
                    "out_trad_no=A1");

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("has no field out_trad_no: did you mean out_trade_no?");
        }
    }

    @Test
    void reportsWhyAReplyIsNotAccepted() {
        try (Receiver receiver = new Receiver(500, "{\"code\":\"FAIL\"}")) {
            Run run = Run.of("trigger", "TRANSACTION.SUCCESS", "--to", receiver.url(), "--keys-dir", keys);

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.out())
                    .startsWith("not accepted  TRANSACTION.SUCCESS by ")
                    .contains("HTTP status: 500", "reply: {\"code\":\"FAIL\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, 0, rightly refused",
        "401, 0, rightly refused",
        "204, 1, wrongly accepted",
        "302, 1, not judged",
        "403, 1, not judged",
        "404, 1, not judged",
        "500, 1, not judged",
        "502, 1, not judged",
    })
    void faultyNotificationMustBeRefused(int status, int expected, String words) {
        try (Receiver receiver = new Receiver(status, "")) {
            Run run = trigger(receiver.url(), "--fault", "BAD_SIGNATURE");

            assertThat(run.status()).as(run.out() + run.err()).isEqualTo(expected);
            assertThat(run.out()).startsWith(words + "  TRANSACTION.SUCCESS by ");
        }
    }

    @Test
    void refusedNotificationOfVersion2HasFailInItsReply() {
        try (Receiver receiver = new Receiver(200, "<xml><return_code>FAIL</return_code></xml>")) {
            Run run = Run.of(
                    "trigger",
                    "transaction-success",
                    "--to",
                    receiver.url(),
                    "--keys-dir",
                    keys,
                    "--fault",
                    "BAD_SIGNATURE",
                    "--json");

            assertThat(run.status()).as(run.out() + run.err()).isZero();
            Map<?, ?> report = (Map<?, ?>) run.json();
            assertThat(report.get("passed")).isEqualTo(true);
            assertThat(report.get("accepted")).isEqualTo(false);
            assertThat(report.get("fault")).isEqualTo("BAD_SIGNATURE");
        }
    }

    /** A server that is not there has refused nothing. */
    @Test
    void missingReplyIsNotGood() {
        String url;
        try (Receiver receiver = new Receiver(204, "")) {
            url = receiver.url();
        }

        Run run = trigger(url, "--fault", "BAD_SIGNATURE");

        assertThat(run.status()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).startsWith("no reply  TRANSACTION.SUCCESS by ").contains("HTTP status: no response");
    }

    @Test
    void timesOutAfterGivenTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Run run = trigger("http://127.0.0.1:" + silent.getLocalPort() + "/", "--timeout", "1");

            assertThat(run.status()).as(run.out() + run.err()).isEqualTo(1);
            assertThat(run.out()).contains("no response within 1000 ms");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "86401"})
    void rejectsTimeoutOutOfRange(String seconds) {
        Run run = trigger("http://localhost:1/", "--timeout", seconds);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--timeout must be from 1 to 86400 seconds (was " + seconds + ")");
    }

    private Run trigger(String url, String... options) {
        List<String> args = new ArrayList<>(List.of("trigger", "TRANSACTION.SUCCESS", "--to", url, "--keys-dir", keys));
        args.addAll(List.of(options));
        return Run.of(args.toArray(String[]::new));
    }

    @Test
    void sendsNotificationsOfVersion2() {
        try (Receiver receiver = new Receiver(200, "<xml><return_code>SUCCESS</return_code></xml>")) {
            Run run = Run.of("trigger", "transaction-success", "--to", receiver.url(), "--keys-dir", keys);

            assertThat(run.status()).as(run.out() + run.err()).isZero();
            assertThat(run.out()).startsWith("accepted  transaction-success by ");
        }
    }

    @Test
    void listsTheNotifications() {
        Run run = Run.of("trigger", "--list");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("v3  TRANSACTION.SUCCESS  ", "v2  transaction-success  ");
    }

    @Test
    void saysHowToGetKeys() {
        Run run = Run.of("trigger", "TRANSACTION.SUCCESS", "--to", "http://localhost:1/", "--keys-dir", "none");

        assertThat(run.status()).isEqualTo(5);
        assertThat(run.err()).contains("wxpay simulate --keys-dir none");
    }

    @Test
    void namesSimilarNotifications() {
        Run run = Run.of("trigger", "TRANSACTION.SUCESS", "--to", "http://localhost:1/", "--keys-dir", keys);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("TRANSACTION.SUCCESS");
    }

    @Test
    void simulateRefusesSecretsAndPrintsItsOptions() {
        assertThat(Run.of("simulate", "--v3-key", "x").err()).contains("WXPAY_SIMULATOR_V3_KEY");
        assertThat(Run.of("simulate", "--help").out()).contains("--control-port");
        assertThat(Run.of("simulate", "--no-such").status()).isEqualTo(2);
    }
}
