package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyTest {
    private Path directory;
    private Gateway gateway;
    private String settings;
    private NotificationAttempt v3;
    private NotificationAttempt v2;

    @BeforeAll
    void capture(@TempDir Path temporary) throws Exception {
        directory = temporary;
        gateway = new Gateway(directory);
        // The certificate that signs notifications is downloaded by a client; inspection needs it in the settings.
        Files.writeString(
                Path.of(gateway.settings()),
                "wxpay.platform-certificates-pem="
                        + gateway.simulator().platformCertificatePem().replace("\n", "\\n") + "\n",
                StandardOpenOption.APPEND);
        settings = gateway.settings();
        v3 = send(Notice.v3("TRANSACTION.SUCCESS"));
        v2 = send(Notice.v2("transaction-success"));
    }

    private NotificationAttempt send(Notice notice) throws InterruptedException {
        try (Receiver receiver = new Receiver(200, "")) {
            String id = gateway.simulator().notifications().send(URI.create(receiver.url()), notice);
            return gateway.simulator()
                    .notifications()
                    .await(
                            attempt -> id.isEmpty()
                                    ? attempt.url().equals(receiver.url())
                                    : attempt.id().equals(id),
                            Duration.ofMinutes(1))
                    .orElseThrow();
        }
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void provesANotification() throws IOException {
        Run run = verify(v3, "");

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("passed  headers: ", "passed  key: ", "passed  signature: ", "passed  resource: decrypted")
                .contains("skipped time: signed at ")
                .contains("␊\n")
                .endsWith("Authentic.\n");
    }

    @Test
    void findsALineEndThatWasAdded() throws IOException {
        Run run = verify(v3, "\n");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out())
                .contains("failed  signature: wrong: it is valid for a body without the line end at its end")
                .endsWith("Not authentic. First failure: signature\n");
    }

    @Test
    void reportsTheAgeIfTheTimeOfReceiptIsKnown() throws IOException {
        Run run = verify(v3, "", "--received-at", "2020-01-01T00:00:00+08:00", "--json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(((Map<?, ?>) run.json()).get("firstFailure")).isEqualTo("time");
    }

    @Test
    void showsTheSignedTextOfVersion2WithoutTheKey() throws IOException {
        Path file = Files.write(directory.resolve("v2.xml"), v2.body());

        Run run = Run.of("verify", file.toString(), "--settings", settings);

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("passed  algorithm: MD5", "&key=<APIv2 key>", "Authentic.")
                .doesNotContain(gateway.simulator().v2Key());
    }

    @Test
    void findsAChangedFieldOfVersion2() throws IOException {
        String changed =
                new String(v2.body(), StandardCharsets.UTF_8).replaceFirst("<bank_type>[^/]*/", "<bank_type>X</");

        Run run = Run.given(Map.of(), changed, "verify", "-", "--settings", settings);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("failed  signature: wrong: a field was changed");
    }

    /** curl prints the heads of a proxy and of 100 Continue before that of the response. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 Connection established\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n"
                        + "HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 100 Continue\n\n",
            })
    void skipsHeadsBeforeTheResponse(String heads) throws IOException {
        String response = "HTTP/1.1 200 OK\r\n" + headers(v3) + "\r\n";
        String body = new String(v3.body(), StandardCharsets.UTF_8);
        Path head = Files.writeString(directory.resolve("head-" + heads.length() + ".txt"), heads + response);
        Path content = Files.writeString(directory.resolve("body-" + heads.length() + ".txt"), body);

        Run whole = Run.given(Map.of(), heads + response + body, "verify", "-", "--settings", settings);
        Run apart =
                Run.of("verify", "--headers", head.toString(), "--body", content.toString(), "--settings", settings);

        assertThat(whole.status()).as(whole.out() + whole.err()).isZero();
        assertThat(apart.status()).as(apart.out() + apart.err()).isZero();
    }

    @Test
    void rejectsABodyThatWasCutOff() {
        String body = new String(v3.body(), StandardCharsets.UTF_8);
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + v3.body().length + "\r\n" + headers(v3) + "\r\n";

        Run cut =
                Run.given(Map.of(), head + body.substring(0, body.length() - 1), "verify", "-", "--settings", settings);
        Run whole = Run.given(Map.of(), head + body + "\n", "verify", "-", "--settings", settings);
        Run decompressed = Run.given(
                Map.of(),
                head.replaceFirst("Content-Length: .*", "Content-Length: 20\r\nContent-Encoding: gzip") + body,
                "verify",
                "-",
                "--settings",
                settings);

        assertThat(cut.status()).isEqualTo(5);
        assertThat(cut.err()).contains("but Content-Length is " + v3.body().length);
        assertThat(whole.status()).as(whole.out() + whole.err()).isZero();
        assertThat(decompressed.status())
                .as(decompressed.out() + decompressed.err())
                .isZero();
    }

    private static String headers(NotificationAttempt attempt) {
        StringBuilder headers = new StringBuilder();
        attempt.headers()
                .forEach((name, value) ->
                        headers.append(name).append(": ").append(value).append("\r\n"));
        return headers.toString();
    }

    @Test
    void needsAMessage() {
        assertThat(Run.of("verify", "--settings", settings).status()).isEqualTo(2);
        assertThat(Run.given(Map.of(), "no message", "verify", "-", "--settings", settings)
                        .status())
                .isEqualTo(5);
    }

    private Run verify(NotificationAttempt attempt, String added, String... options) throws IOException {
        String message = "POST /notify HTTP/1.1\r\n" + headers(attempt) + "\r\n"
                + new String(attempt.body(), StandardCharsets.UTF_8) + added;
        String[] args = new String[options.length + 4];
        args[0] = "verify";
        args[1] = "-";
        args[2] = "--settings";
        args[3] = settings;
        System.arraycopy(options, 0, args, 4, options.length);
        return Run.given(Map.of(), message, args);
    }
}
