package io.github.wxpaycodegen.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.call.HttpMethod;
import io.github.wxpaycodegen.runtime.error.GatewayException;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.file.Digest;
import io.github.wxpaycodegen.runtime.file.UploadFile;
import io.github.wxpaycodegen.runtime.internal.crypto.TestKeys;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.Trait;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads: the bytes that are signed, digested and sent are the same. */
class UploadCallTest {
    private static final String SM3_OF_ABC = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0";

    private final V3Gateway gateway = new V3Gateway();

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void aFile() throws IOException {
        path = Files.write(folder.resolve("licence.png"), "first".getBytes(StandardCharsets.US_ASCII));
        gateway.answer(200, "{\"media_id\":\"m\"}");
    }

    @Test
    void digestIsThatOfTheSentBytes() throws Exception {
        UploadFile file = UploadFile.of(path);
        Files.writeString(path, "later");

        upload(file, Digest.SHA256);

        TransportRequest sent = gateway.only();
        String meta = "{\"filename\":\"licence.png\",\"digest\":\"" + sha256("later") + "\"}";
        assertThat(new String(sent.body(), StandardCharsets.ISO_8859_1))
                .contains("name=\"meta\"\r\nContent-Type: application/json\r\n\r\n" + meta + "\r\n--")
                .contains("filename=\"licence.png\"\r\nContent-Type: image/png\r\n\r\nlater\r\n--");
        assertThat(gateway.authorizes(sent, meta)).isTrue();
    }

    @Test
    void sendsLargeFileCompletely() throws Exception {
        String text = "0123456789".repeat(300_000);
        Files.writeString(path, text);

        upload(UploadFile.of(path), Digest.SHA256);

        assertThat(new String(gateway.only().body(), StandardCharsets.ISO_8859_1))
                .contains("\r\n\r\n" + text + "\r\n--")
                .contains(sha256(text));
    }

    @Test
    void doesNotSendFileOfChangedSize() throws IOException {
        UploadFile file = UploadFile.of(path);
        Files.writeString(path, "longer");
        refused(file, "licence.png (5 bytes) has changed: more bytes were read");
        Files.writeString(path, "less");
        refused(file, "licence.png (5 bytes) has changed: 4 bytes were read");
        Files.delete(path);
        refused(file, "licence.png (5 bytes) cannot be read: java.nio.file.NoSuchFileException");
    }

    @Test
    void opensAndClosesStreamOncePerCall() {
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        UploadFile file = UploadFile.of("a.png", 3, () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream("abc".getBytes(StandardCharsets.US_ASCII)) {
                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };
        });

        upload(file, Digest.SHA256);
        assertThat(opened).hasValue(1);
        assertThat(closed).hasValue(1);
    }

    @Test
    void sendsCorrectKnownDigest() throws Exception {
        UploadFile file = UploadFile.of(path);
        upload(file.withDigest(Digest.SHA256, sha256("first")), Digest.SHA256);
        assertThat(new String(gateway.only().body(), StandardCharsets.ISO_8859_1))
                .contains("\"digest\":\"" + sha256("first") + "\"");
    }

    @Test
    void doesNotSendFileWithWrongDigest() throws Exception {
        UploadFile file = UploadFile.of(path).withDigest(Digest.SHA256, sha256("first"));
        Files.writeString(path, "later");
        refused(file, "has changed, or the digest given for it is wrong: its SHA-256 is not " + sha256("first"));
        // Another digest than the one that is asked for is compared just so.
        refused(
                UploadFile.of(path).withDigest(Digest.MD5, "5289df737df57326fcdd22597afb1fac"),
                "its MD5 is not 5289df737df57326fcdd22597afb1fac");
    }

    @Test
    void computesSm3WithProvider() {
        upload(UploadFile.of("a.pdf", "abc".getBytes(StandardCharsets.US_ASCII)), Digest.SM3);
        assertThat(new String(gateway.only().body(), StandardCharsets.ISO_8859_1))
                .contains("\"digest\":\"" + SM3_OF_ABC + "\"");
    }

    /** A source may take its time, or call this very client: the thread that brings answers must not wait for it. */
    @Test
    void readsFileOffTheTransportThread() {
        ExecutorService bringing = Executors.newSingleThreadExecutor();
        AtomicReference<Thread> bringer = new AtomicReference<>();
        AtomicReference<Thread> reader = new AtomicReference<>();
        CountDownLatch asked = new CountDownLatch(1);
        UploadFile file = UploadFile.of("a.png", 1, () -> {
            reader.set(Thread.currentThread());
            return new ByteArrayInputStream(new byte[1]);
        });
        WxPayConfig config = WxPayConfig.builder()
                .mchid("1900000001")
                .merchantPrivateKeyPem(TestKeys.pem(TestKeys.rsa().getPrivate()))
                .merchantSerial("0A1B")
                .v3Key("0123456789abcdef0123456789abcdef")
                .downloadPlatformCertificates()
                .transport(() -> new Transport() {
                    @Override
                    public CompletableFuture<TransportResponse> send(TransportRequest request) {
                        return CompletableFuture.supplyAsync(() -> bring(request), bringing);
                    }

                    private TransportResponse bring(TransportRequest request) {
                        bringer.set(Thread.currentThread());
                        try {
                            asked.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        boolean certificates = request.uri().getPath().equals("/v3/certificates");
                        byte[] body = "{\"code\":\"NOT_FOUND\"}".getBytes(StandardCharsets.US_ASCII);
                        return new TransportResponse(certificates ? 404 : 400, Map.of(), body);
                    }

                    @Override
                    public void close() {
                        bringing.shutdown();
                    }
                })
                .build();
        try (WxPayClient client = WxPayClient.create(config)) {
            CompletableFuture<?> call = client.context().callAsync(uploadUnsigned(), request(file, Digest.SHA256));
            asked.countDown();
            assertThatThrownBy(call::join).hasCauseInstanceOf(GatewayException.class);
        }
        assertThat(reader.get()).isNotNull().isNotSameAs(bringer.get());
    }

    @Test
    void doesNotOpenTooLargeFile() {
        UploadFile file = UploadFile.of("a.png", 64L * 1024 * 1024 + 1, () -> {
            throw new AssertionError("it was opened");
        });
        refused(file, "is too large; at most 67108864 bytes can be uploaded");
    }

    private void refused(UploadFile file, String problem) {
        assertThatThrownBy(() -> upload(file, Digest.SHA256))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> {
                    assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
                    assertThat(e.problems())
                            .singleElement()
                            .asString()
                            .startsWith("file: ")
                            .contains(problem);
                });
        assertThat(gateway.sent()).isEmpty();
    }

    private void upload(UploadFile file, Digest digest) {
        gateway.client().context().call(upload(), request(file, digest));
    }

    private static Operation<Sent, Map<String, String>> upload() {
        return Operation.<Sent, Map<String, String>>v3(HttpMethod.POST, "/v3/merchant/media/upload", Read::readFrom)
                .traits(Trait.MULTIPART)
                .build();
    }

    /** Needs no key of the gateway, so it goes on where there is none. */
    private static Operation<Sent, Map<String, String>> uploadUnsigned() {
        return Operation.<Sent, Map<String, String>>v3(HttpMethod.POST, "/v3/merchant/media/upload", Read::readFrom)
                .traits(Trait.MULTIPART)
                .traits(Trait.UNSIGNED_RESPONSE)
                .build();
    }

    private static Sent request(UploadFile file, Digest digest) {
        return new Sent(out -> {
            out.file("file", file);
            out.string("filename", file.name());
            out.digest(digest, file).string("digest", null);
        });
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void reportsFailureOfStream() {
        UploadFile file = UploadFile.of("a.png", 3, () -> new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        });
        refused(file, "a.png (3 bytes) cannot be read: java.io.IOException: the disk is gone");
    }
}
