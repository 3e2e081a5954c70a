package io.github.wxpaycodegen.runtime.internal.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.CallOptions;
import io.github.wxpaycodegen.runtime.Read;
import io.github.wxpaycodegen.runtime.Sent;
import io.github.wxpaycodegen.runtime.V3Gateway;
import io.github.wxpaycodegen.runtime.WxPayClient;
import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.FileException;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.file.FileHash;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the application for a file to the file in one call. */
class FileApplicationTest {
    private static final byte[] CSV = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String SHA1 = "a9993e364706816aba3e25717850c26c9cd0d89d";
    private static final Operation<Sent, Map<String, String>> RECEIPT = Operation.<Sent, Map<String, String>>v3(
                    HttpMethod.GET, "/v3/receipts", Read::readFrom)
            .traits(Trait.READ_ONLY)
            .file(r -> r.get("url"), r -> r.get("type"), r -> r.get("hash"))
            .fileWaits(r -> r.get("state"), "ACCEPTED", "GENERATING")
            .build();

    @TempDir
    Path folder;

    private final V3Gateway gateway = new V3Gateway();

    @Test
    void downloadsReadyFile() {
        gateway.answer(200, ready("1"));
        gateway.answerFile(200, CSV);

        SavedFile saved = download(options -> {});

        assertThat(saved.path()).hasContent("abc");
        assertThat(saved.hash()).isEqualTo(FileHash.of("SHA1", SHA1));
        assertThat(paths()).containsExactly("/v3/receipts", "/v3/file?token=1");
    }

    @Test
    void repeatsApplicationWhilePreparing() {
        gateway.answer(200, "{\"state\":\"ACCEPTED\"}");
        gateway.answer(200, "{\"state\":\"GENERATING\",\"url\":\"\"}");
        gateway.answer(200, ready("1"));
        gateway.answerFile(200, CSV);

        assertThat(download(options -> {}).path()).hasContent("abc");
        assertThat(gateway.sent()).hasSize(4);
    }

    @Test
    void renewsExpiredLinkTwiceAtMost() {
        gateway.answer(200, ready("1"));
        gateway.answer(400, "{\"code\":\"PARAM_ERROR\"}");
        gateway.answer(200, ready("2"));
        gateway.answer(403, "");
        gateway.answer(200, ready("3"));
        gateway.answerFile(200, CSV);
        assertThat(download(options -> {}).path()).hasContent("abc");
        assertThat(paths())
                .containsExactly(
                        "/v3/receipts",
                        "/v3/file?token=1",
                        "/v3/receipts",
                        "/v3/file?token=2",
                        "/v3/receipts",
                        "/v3/file?token=3");

        for (String token : new String[] {"4", "5", "6"}) {
            gateway.answer(200, ready(token));
            gateway.answer(404, "{\"code\":\"NOT_FOUND\"}");
        }
        assertThatThrownBy(() -> download(options -> options.replaceFile(true)))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.errorCode()).isEqualTo("NOT_FOUND"));
    }

    @Test
    void doesNotApplyAgainAfterWrongFile() {
        gateway.answer(200, ready("1"));
        gateway.answerFile(200, "abd".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> download(options -> {})).isInstanceOf(InvalidResponseException.class);
        assertThat(gateway.sent()).hasSize(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void failedPreparationEndsTheCall() {
        gateway.answer(200, "{\"state\":\"FAILED\"}");

        assertThatThrownBy(() -> download(options -> {}))
                .isInstanceOfSatisfying(
                        FileException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.REJECTED))
                .hasMessageContaining("FAILED");
    }

    @Test
    void rejectedApplicationEndsTheCall() {
        gateway.answer(400, "{\"code\":\"NO_STATEMENT_EXIST\"}");

        assertThatThrownBy(() -> download(options -> {})).isInstanceOf(GatewayException.class);
        assertThat(gateway.sent()).hasSize(1);
    }

    @Test
    void rejectsForeignLinkAndMissingDigest() {
        gateway.answer(200, "{\"state\":\"FINISHED\",\"url\":\"https://api.mch.weixin.qq.com/v3/file\"}");
        assertThatThrownBy(() -> download(options -> {}))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("no digest");

        gateway.answer(200, ready("1").replace("api.mch.weixin.qq.com", "evil.example"));
        assertThatThrownBy(() -> download(options -> {}))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("evil.example");
        assertThat(gateway.sent()).hasSize(2);
    }

    @Test
    void deadlineIncludesAllCalls() {
        gateway.answer(200, "{\"state\":\"ACCEPTED\"}");

        assertThatThrownBy(() -> download(
                        options -> options.pollFirstAfter(Duration.ofHours(1)).timeout(Duration.ofMinutes(1))))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("60000 ms")
                .hasMessageContaining("ACCEPTED");
        assertThat(gateway.sent()).hasSize(1);
    }

    @Test
    void applicationHasTheTimeOfACallAtMost() {
        gateway.answerLater();
        try (WxPayClient client = gateway.client(config -> config.timeout(Duration.ofMillis(20)))) {
            assertThatThrownBy(() -> client.context()
                            .with(o -> o.timeout(Duration.ofHours(1)))
                            .download(RECEIPT, new Sent(out -> {}), folder.resolve("file")))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("within 20 ms");
        }
    }

    @Test
    void applicationHasTheTimeOfTheDownloadAtMost() {
        gateway.answerLater();
        try (WxPayClient client = gateway.client(config -> config.timeout(Duration.ofHours(1)))) {
            assertThatThrownBy(() -> client.context()
                            .with(o -> o.timeout(Duration.ofMillis(20)))
                            .download(RECEIPT, new Sent(out -> {}), folder.resolve("file")))
                    .isInstanceOf(WxPayException.class)
                    .hasMessageContaining(" ms");
        }
    }

    @Test
    void targetThatExistsIsRefusedBeforeTheApplication() throws Exception {
        Files.writeString(folder.resolve("file"), "old");

        assertThatThrownBy(() -> download(options -> {})).isInstanceOf(FileException.class);
        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    void cancelingEndsEverything() {
        CompletableFuture<TransportResponse> application = gateway.answerLater();
        try (WxPayClient client = gateway.client()) {
            CompletableFuture<SavedFile> download =
                    client.context().downloadAsync(RECEIPT, new Sent(out -> {}), folder.resolve("file"));
            download.cancel(true);
        }
        assertThat(application).isCancelled();
    }

    private SavedFile download(Consumer<CallOptions.Builder> options) {
        try (WxPayClient client = gateway.client()) {
            return client.context()
                    .with(o -> o.pollFirstAfter(Duration.ofMillis(1)))
                    .with(options)
                    .download(RECEIPT, new Sent(out -> {}), folder.resolve("file"));
        }
    }

    private Iterable<String> paths() {
        return gateway.sent().stream()
                .map(request -> request.uri().toString().replace("https://api.mch.weixin.qq.com", ""))
                .toList();
    }

    private static String ready(String token) {
        return "{\"state\":\"FINISHED\",\"type\":\"SHA1\",\"hash\":\"" + SHA1
                + "\",\"url\":\"https://api.mch.weixin.qq.com/v3/file?token=" + token + "\"}";
    }
}
