package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.error.FileException;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidResponseException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.file.DownloadedFile;
import io.github.wxpaycodegen.runtime.file.FileHash;
import io.github.wxpaycodegen.runtime.file.FileLink;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.BodySink;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file appears whole and verified, or not at all. */
class DownloadsTest {
    private static final byte[] CSV = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String SHA1 = "A9993E364706816ABA3E25717850C26C9CD0D89D";
    private static final String SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String SM3 = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";
    private static final String URL = "https://api.mch.weixin.qq.com/v3/billdownload/file?token=secret%2Ba";

    @TempDir
    Path folder;

    private final V3Gateway gateway = new V3Gateway();

    @Test
    void downloadsAndVerifiesFile() throws Exception {
        gateway.answerFile(200, CSV);

        SavedFile saved = fetch(FileLink.of(URL, "sha1", SHA1), options -> {});

        assertThat(saved.path()).isEqualTo(target());
        assertThat(saved.size()).isEqualTo(3);
        assertThat(saved.mediaType()).isEqualTo("text/csv");
        assertThat(saved.hash()).isEqualTo(FileHash.of("SHA-1", SHA1));
        assertThat(Files.readAllBytes(target())).isEqualTo(CSV);
        assertThat(gateway.only().uri()).isEqualTo(URI.create(URL));
        assertThat(gateway.authorizes(gateway.only(), "")).isTrue();
        assertOnly("bill.csv");
    }

    @Test
    void onlyItsOwnerCanReadIt() throws Exception {
        gateway.answerFile(200, CSV);

        fetch(FileLink.of(URL), options -> {});

        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void returnsSha256WithoutDigest() throws Exception {
        gateway.answerFile(200, CSV);

        assertThat(fetch(FileLink.of(URL), options -> {}).hash()).isEqualTo(FileHash.of("SHA256", SHA256));
    }

    @Test
    void storesGzipAsReceived() throws Exception {
        gateway.answerFile(200, gzip(CSV));

        fetch(FileLink.of(URL, "SHA256", SHA256), options -> {});

        assertThat(Files.readAllBytes(target())).isEqualTo(gzip(CSV));
    }

    @Test
    void storesGzipDecompressedOnDemand() throws Exception {
        gateway.answerFile(200, gzip(CSV));

        SavedFile saved = fetch(FileLink.of(URL, "SM3", SM3), options -> options.gunzipFile(true));

        assertThat(Files.readAllBytes(target())).isEqualTo(CSV);
        assertThat(saved.size()).isEqualTo(3);
        assertOnly("bill.csv");
    }

    @Test
    void storesPlainFileOnDemandToo() throws Exception {
        gateway.answerFile(200, CSV);

        fetch(FileLink.of(URL, "SHA1", SHA1), options -> options.gunzipFile(true));

        assertThat(Files.readAllBytes(target())).isEqualTo(CSV);
    }

    @Test
    void discardsFileWithWrongDigest() throws Exception {
        gateway.answerFile(200, "abd".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> fetch(FileLink.of(URL, "SHA1", SHA1), options -> {}))
                .isInstanceOfSatisfying(InvalidResponseException.class, e -> {
                    assertThat(e.httpStatus()).isEqualTo(200);
                    assertThat(e).hasMessageContaining("SHA1").hasMessageContaining("safe to call again");
                });
        assertOnly();
    }

    @Test
    void discardsTruncatedGzip() throws Exception {
        byte[] whole = gzip(CSV);
        gateway.answerFile(200, Arrays.copyOf(whole, whole.length - 4));

        assertThatThrownBy(() -> fetch(FileLink.of(URL), options -> {}))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("corrupt or incomplete");
        assertOnly();
    }

    @Test
    void discardsGzipBomb() throws Exception {
        byte[] bomb = gzip(new byte[100_000]);
        assertThat(bomb.length).isLessThan(1000);
        gateway.answerFile(200, bomb);

        assertThatThrownBy(() -> fetch(FileLink.of(URL), options -> options.maxFileBytes(1000)))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("maxFileBytes");
        assertOnly();
    }

    @Test
    void discardsTooLargeFile() throws Exception {
        gateway.answerFile(200, CSV);

        assertThatThrownBy(() -> fetch(FileLink.of(URL), options -> options.maxFileBytes(2)))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("maxFileBytes");
        assertOnly();
    }

    @Test
    void reportsErrorAndKeepsNothing() throws Exception {
        gateway.answer(404, "{\"code\":\"NO_STATEMENT_EXIST\",\"message\":\"账单不存在\"}");

        assertThatThrownBy(() -> fetch(FileLink.of(URL), options -> {}))
                .isInstanceOfSatisfying(GatewayException.class, e -> {
                    assertThat(e.errorCode()).isEqualTo("NO_STATEMENT_EXIST");
                    assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
                });
        assertOnly();
    }

    @Test
    void rejectsPartialContent() throws Exception {
        gateway.answerFile(206, CSV);

        assertThatThrownBy(() -> fetch(FileLink.of(URL), options -> {})).isInstanceOf(GatewayException.class);
        assertOnly();
    }

    @Test
    void retriesInterruptedDownload() throws Exception {
        gateway.breakOff();
        gateway.answerFile(200, CSV);

        fetch(FileLink.of(URL), options -> {});

        assertThat(gateway.sent()).hasSize(2);
        assertOnly("bill.csv");
    }

    @Test
    void rejectsExistingTargetBeforeTheCall() throws Exception {
        Files.writeString(target(), "old");

        assertThatThrownBy(() -> fetch(FileLink.of(URL), options -> {}))
                .isInstanceOfSatisfying(
                        FileException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT))
                .hasMessageContaining("replaceFile");
        assertThat(gateway.sent()).isEmpty();
        assertThat(target()).hasContent("old");
    }

    @Test
    void replacesExistingTargetOnlyOnSuccess() throws Exception {
        Files.writeString(target(), "old");
        gateway.answer(500, "");
        gateway.answer(500, "");
        gateway.answer(500, "");
        assertThatThrownBy(() -> fetch(FileLink.of(URL), options -> options.replaceFile(true)))
                .isInstanceOf(GatewayException.class);
        assertThat(target()).hasContent("old");

        gateway.answerFile(200, CSV);
        fetch(FileLink.of(URL), options -> options.replaceFile(true));

        assertThat(target()).hasContent("abc");
        assertOnly("bill.csv");
    }

    @Test
    void keepsFileCreatedInTheMeantime() throws Exception {
        CompletableFuture<TransportResponse> answer = gateway.answerLater();
        try (WxPayClient client = gateway.client()) {
            CompletableFuture<SavedFile> saved = client.context().downloads().fetchAsync(FileLink.of(URL), target());
            Files.writeString(target(), "theirs");
            answer.complete(new TransportResponse(200, Map.of(), CSV));

            assertThatThrownBy(saved::join).hasCauseInstanceOf(FileException.class);
        }
        assertThat(target()).hasContent("theirs");
        assertOnly("bill.csv");
    }

    @Test
    void rejectsMissingDirectoryBeforeTheCall() {
        try (WxPayClient client = gateway.client()) {
            Path nowhere = folder.resolve("no/bill.csv");
            assertThatThrownBy(() -> client.context().downloads().fetch(FileLink.of(URL), nowhere))
                    .isInstanceOf(FileException.class)
                    .hasMessageContaining("is not a directory");
            assertThatThrownBy(() -> client.context().downloads().fetch(FileLink.of(URL), folder))
                    .isInstanceOf(FileException.class)
                    .hasMessageContaining("is a directory");
        }
        assertThat(gateway.sent()).isEmpty();
    }

    @Test
    void sendsSignatureOnlyToTrustedHosts() {
        for (String url : List.of(
                "https://evil.example/v3/billdownload/file?token=a",
                "https://mch.weixin.qq.com.evil.example/v3/a",
                "https://evilmch.weixin.qq.com.example/",
                "https://xmch.weixin.qq.com/v3/a",
                "https://api.mch.weixin.qq.com:8443/v3/a")) {
            assertThatThrownBy(() -> fetch(FileLink.of(url), options -> {}))
                    .as(url)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("allowHost");
        }
        assertThat(gateway.sent()).isEmpty();
        assertThatThrownBy(() -> FileLink.of("http://api.mch.weixin.qq.com/v3/a?token=secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> FileLink.of("https://a@api.mch.weixin.qq.com/v3/a"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void trustsConfiguredHosts() throws Exception {
        gateway.answerFile(200, CSV);
        gateway.answerFile(200, CSV);
        try (WxPayClient client = gateway.client(config -> config.host(URI.create("https://127.0.0.1:8443/"))
                .replaceHost(URI.create("https://api.mch.weixin.qq.com"), URI.create("https://127.0.0.1:9443/hk")))) {
            Downloads downloads = client.context().downloads();
            downloads.fetch(FileLink.of("https://127.0.0.1:8443/v3/a?token=b"), folder.resolve("a"));
            downloads.fetch(FileLink.of(URL), folder.resolve("b"));
        }
        assertThat(gateway.sent().get(0).uri()).isEqualTo(URI.create("https://127.0.0.1:8443/v3/a?token=b"));
        assertThat(gateway.sent().get(1).uri())
                .isEqualTo(URI.create("https://127.0.0.1:9443/hk/v3/billdownload/file?token=secret%2Ba"));
    }

    @Test
    void neverShowsTheLink() {
        assertThat(FileLink.of(URL, "SHA1", SHA1).toString()).doesNotContain("secret");
        gateway.refuseConnection();
        gateway.refuseConnection();
        gateway.refuseConnection();
        assertThatThrownBy(() -> fetch(FileLink.of(URL), options -> {})).hasMessageNotContaining("secret");
    }

    @Test
    void failingTransportLeavesNothing() throws Exception {
        // The gateway has no answer laid down, and throws.
        assertThatThrownBy(() -> fetch(FileLink.of(URL), options -> {})).isInstanceOf(TransportException.class);
        assertOnly();
    }

    @Test
    void downloadEndsAtDeadlineAndLeavesNothing() throws Exception {
        CompletableFuture<TransportResponse> answer = gateway.answerLater();

        // Long enough for the request to leave, on a busy machine too.
        TransportException e = catchThrowableOfType(
                TransportException.class,
                () -> fetch(FileLink.of(URL), options -> options.timeout(Duration.ofSeconds(10))));

        assertThat(e).hasMessageContaining("no complete response within");
        assertThat(answer).isCancelled();
        awaitNothing();
    }

    @Test
    void canceledDownloadLeavesNothing() throws Exception {
        CompletableFuture<TransportResponse> answer = gateway.answerLater();
        try (WxPayClient client = gateway.client()) {
            CompletableFuture<SavedFile> saved = client.context().downloads().fetchAsync(FileLink.of(URL), target());
            saved.cancel(true);
        }
        assertThat(answer).isCancelled();
        awaitNothing();
    }

    @Test
    void savesFileWithVerifiedStatement() throws Exception {
        Operation<Sent, DownloadedFile> statements = Operation.<Sent>v3File(HttpMethod.GET, "/v3/global/statements")
                .traits(Trait.READ_ONLY)
                .build();
        gateway.answerStatement("abc", "abc");
        gateway.answerStatement("abc", "abd");
        gateway.answer(200, "abc", headers -> {});
        gateway.answer(200, "abc", headers -> headers.remove("Wechatpay-Signature"));
        try (WxPayClient client = gateway.client()) {
            ApiContext context = client.context();
            Sent request = new Sent(out -> {});
            assertThat(context.download(statements, request, folder.resolve("1"))
                            .path())
                    .hasContent("abc");
            assertThatThrownBy(() -> context.download(statements, request, folder.resolve("2")))
                    .isInstanceOf(InvalidResponseException.class);
            context.download(statements, request, folder.resolve("3"));
            assertThatThrownBy(() -> context.download(statements, request, folder.resolve("4")))
                    .isInstanceOf(InvalidResponseException.class);
        }
        assertOnly("1", "3");
    }

    /** The time that a large file takes does not make its signature old; ten minutes are allowed by default. */
    @ParameterizedTest
    @CsvSource({"0,400,true", "299,0,true", "300,0,false"})
    void ageOfFileIsThatOfItsHead(long before, long during, boolean fresh) throws Exception {
        Operation<Sent, DownloadedFile> statements = Operation.<Sent>v3File(HttpMethod.GET, "/v3/global/statements")
                .traits(Trait.READ_ONLY)
                .build();
        gateway.answerStatement("abc", "abc");
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        Transport slow = new Transport() {
            @Override
            public CompletableFuture<TransportResponse> send(TransportRequest request) {
                return gateway.send(request);
            }

            @Override
            public CompletableFuture<TransportResponse> send(TransportRequest request, BodySink sink) {
                return send(request).thenApply(response -> {
                    now.updateAndGet(instant -> instant.plusSeconds(before));
                    sink.accepts(response.status(), response.headers());
                    now.updateAndGet(instant -> instant.plusSeconds(during));
                    try {
                        sink.write(ByteBuffer.wrap(response.body()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return new TransportResponse(response.status(), response.headers(), new byte[0]);
                });
            }

            @Override
            public void close() {
                gateway.close();
            }
        };
        try (WxPayClient client =
                gateway.client(config -> config.transport(() -> slow).clock(new Clock() {
                    @Override
                    public Instant instant() {
                        return now.get();
                    }

                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }
                }))) {
            ThrowingCallable download = () -> client.context().download(statements, new Sent(out -> {}), target());
            if (fresh) {
                assertThatCode(download).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(download).hasMessageContaining("less than 300 seconds apart");
            }
        }
    }

    @Test
    void savesV2BillUnlessItIsXml() throws Exception {
        Operation<Sent, DownloadedFile> bill = v2Bill();
        assertThat(saveV2(bill, "\ufeff`2014-11-10", "1").path())
                .usingCharset(StandardCharsets.UTF_8)
                .hasContent("\ufeff`2014-11-10");

        for (String start : List.of("\n", "\ufeff")) {
            String failure = start
                    + "<xml><return_code>FAIL</return_code><return_msg>No Bill Exist</return_msg><error_code>20002</error_code></xml>";
            assertThatThrownBy(() -> saveV2(bill, failure, "2")).isInstanceOfSatisfying(GatewayException.class, e -> {
                assertThat(e.errorCode()).isEqualTo("20002");
                assertThat(e.outcome()).isEqualTo(Outcome.REJECTED);
            });
        }
        assertOnly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\ufeff",
                "{\"code\":\"SYSTEM_ERROR\"}",
                "\n {\"code\":\"SYSTEM_ERROR\"}",
                "No Bill Exist",
                "upstream connect error, please\ntry again",
                "交易时间,公众账号ID\n"
            })
    void doesNotSaveOtherContentAsBill(String body) throws Exception {
        Operation<Sent, DownloadedFile> bill = v2Bill();
        assertThatThrownBy(() -> saveV2(bill, body, "1"))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("neither a file nor an error");
        byte[] packed = gzip(body.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> saveV2(bill, new RecordingTransport(200, "application/x-gzip", packed), "1"))
                .isInstanceOf(InvalidResponseException.class);
        try (WxPayClient client = v2Client(RecordingTransport.answering(body))) {
            assertThatThrownBy(() -> client.context().call(bill, new Sent(out -> {})))
                    .isInstanceOf(InvalidResponseException.class);
        }
        assertOnly();
    }

    @Test
    void doesNotSaveBillWithUnmarkedEnd() throws Exception {
        byte[] cut = "交易时间,公众账号ID\n`2026-01-01 00:00:00,`wx".getBytes(StandardCharsets.UTF_8);
        Operation<Sent, DownloadedFile> bill = v2Bill();
        assertThatThrownBy(() -> saveV2(bill, RecordingTransport.undelimited(cut), "1"))
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("may have been cut off");
        assertThatThrownBy(() -> {
                    try (WxPayClient client = v2Client(RecordingTransport.undelimited(cut))) {
                        client.context().call(bill, new Sent(out -> {}));
                    }
                })
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageContaining("may have been cut off");
        assertOnly();
        assertThat(saveV2(bill, RecordingTransport.undelimited(gzip(cut)), "1").size())
                .as("gzip has an end of its own")
                .isPositive();
    }

    private static Operation<Sent, DownloadedFile> v2Bill() {
        return Operation.<Sent>v2File(HttpMethod.POST, "/v2/pay/downloadbill", "/pay/downloadbill")
                .traits(Trait.UNSIGNED_RESPONSE)
                .traits(Trait.READ_ONLY)
                .build();
    }

    private SavedFile saveV2(Operation<Sent, DownloadedFile> bill, RecordingTransport transport, String name) {
        try (WxPayClient client = v2Client(transport)) {
            return client.context().download(bill, new Sent(out -> {}), folder.resolve(name));
        }
    }

    private static WxPayClient v2Client(RecordingTransport transport) {
        return WxPayClient.create(WxPayConfig.builder()
                .v2Key("192006250b4c09247ec02edce69f6a2d")
                .transport(() -> transport)
                .build());
    }

    private SavedFile saveV2(Operation<Sent, DownloadedFile> bill, String answer, String name) {
        return saveV2(bill, RecordingTransport.answering(answer), name);
    }

    private SavedFile fetch(FileLink link, Consumer<CallOptions.Builder> options) {
        try (WxPayClient client = gateway.client()) {
            return client.context().with(options).downloads().fetch(link, target());
        }
    }

    private Path target() {
        return folder.resolve("bill.csv");
    }

    /** A call that misses its deadline does not wait for the disk. */
    private void awaitNothing() throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (isAnythingThere() && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        assertOnly();
    }

    private boolean isAnythingThere() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    private void assertOnly(String... names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(names);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}
