package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.wxpaycodegen.runtime.transport.BodySink;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that are not kept in memory. */
class BodySinkTest {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int SIZE = 48 * MEBIBYTE;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CompletableFuture<IOException> brokenOff = new CompletableFuture<>();
    private final AtomicInteger sent = new AtomicInteger();
    private HttpServer server;
    private HttpClient5Transport transport;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/file", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                for (int i = 0; i < SIZE / MEBIBYTE; i++) {
                    body.write(mebibyte(i));
                    sent.incrementAndGet();
                }
            } catch (IOException e) {
                brokenOff.complete(e);
            }
        });
        server.createContext("/error", exchange -> {
            byte[] body = "{\"code\":\"NOT_FOUND\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        // Less than the file has: what goes to a sink is not counted.
        transport =
                new HttpClient5Transport(new TransportSettings(Duration.ofMinutes(5), MEBIBYTE, List.of(), null, null));
    }

    @AfterEach
    void stop() {
        transport.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void streamsFileWithoutBuffering() throws Exception {
        MessageDigest expected = MessageDigest.getInstance("SHA-256");
        for (int i = 0; i < SIZE / MEBIBYTE; i++) {
            expected.update(mebibyte(i));
        }
        MessageDigest received = MessageDigest.getInstance("SHA-256");
        int[] largest = {0};

        TransportResponse response = transport
                .send(get("/file"), new Sink(bytes -> {
                    largest[0] = Math.max(largest[0], bytes.remaining());
                    received.update(bytes);
                }))
                .get(5, TimeUnit.MINUTES);

        assertThat(received.digest()).isEqualTo(expected.digest());
        assertThat(largest[0]).isLessThan(MEBIBYTE);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void keepsRejectedBodyInMemory() throws Exception {
        TransportResponse response = transport
                .send(get("/error"), new Sink(bytes -> {
                    throw new IOException("not asked for");
                }))
                .get(5, TimeUnit.MINUTES);

        assertThat(response.status()).isEqualTo(404);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"code\":\"NOT_FOUND\"}");
    }

    @Test
    void failingSinkEndsTheExchange() throws Exception {
        CompletableFuture<TransportResponse> exchange = transport.send(get("/file"), new Sink(bytes -> {
            throw new IOException("the disk is full");
        }));

        assertThatThrownBy(() -> exchange.get(5, TimeUnit.MINUTES))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("the disk is full");
        assertThat(brokenOff.get(5, TimeUnit.MINUTES)).isNotNull();
    }

    @Test
    void cancelingEndsTheExchange() throws Exception {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        CompletableFuture<TransportResponse> exchange = transport.send(get("/file"), new Sink(bytes -> {
            begun.complete(null);
            goOn.join();
            bytes.position(bytes.limit());
        }));
        begun.get(5, TimeUnit.MINUTES);

        exchange.cancel(true);
        goOn.complete(null);

        assertThat(brokenOff.get(5, TimeUnit.MINUTES)).isNotNull();
    }

    /** All clients share the threads that read connections. */
    @Test
    void stalledSinkDelaysNoOtherCall() throws Exception {
        int downloads = 2 * EventLoop.ioThreads(Runtime.getRuntime().availableProcessors());
        CountDownLatch stalled = new CountDownLatch(downloads);
        CompletableFuture<Void> recovered = new CompletableFuture<>();
        List<CompletableFuture<TransportResponse>> files = new ArrayList<>();
        try (HttpClient5Transport other = new HttpClient5Transport(
                new TransportSettings(Duration.ofMinutes(5), MEBIBYTE, List.of(), null, null))) {
            for (int i = 0; i < downloads; i++) {
                files.add(transport.send(get("/file"), new Sink(bytes -> {
                    stalled.countDown();
                    recovered.join();
                    bytes.position(bytes.limit());
                })));
            }
            assertThat(stalled.await(5, TimeUnit.MINUTES)).isTrue();

            assertThat(other.send(get("/error")).get(5, TimeUnit.MINUTES).status())
                    .isEqualTo(404);
            assertThat(files).noneMatch(CompletableFuture::isDone);
        } finally {
            recovered.complete(null);
        }
        for (CompletableFuture<TransportResponse> file : files) {
            assertThat(file.get(5, TimeUnit.MINUTES).status()).isEqualTo(200);
        }
    }

    /** A sender that goes on would fill the memory. */
    @Test
    void stalledSinkStopsTheSender() throws Exception {
        CompletableFuture<Void> stalled = new CompletableFuture<>();
        CompletableFuture<Void> recovered = new CompletableFuture<>();
        long[] size = {0};
        CompletableFuture<TransportResponse> file = transport.send(get("/file"), new Sink(bytes -> {
            stalled.complete(null);
            recovered.join();
            size[0] += bytes.remaining();
            bytes.position(bytes.limit());
        }));
        stalled.get(5, TimeUnit.MINUTES);

        // The kernel holds a few MiB. A call of the same client shows that the others were not read meanwhile.
        transport.send(get("/error")).get(5, TimeUnit.MINUTES);
        assertThat(sent).hasValueLessThan(SIZE / MEBIBYTE);
        recovered.complete(null);

        assertThat(file.get(5, TimeUnit.MINUTES).status()).isEqualTo(200);
        assertThat(size[0]).isEqualTo(SIZE);
    }

    /** The connection stops and goes on many times, also in the middle of a record of TLS. */
    @ParameterizedTest
    @CsvSource({"false, LENGTH", "false, CHUNKS", "false, END", "true, LENGTH", "true, CHUNKS", "true, END"})
    void slowSinkReceivesTheWholeFile(boolean tls, Framing framing) throws Exception {
        String piece = "0123456789abcdef".repeat(4096);
        int pieces = 64;
        RawServer.Conversation conversation = connection -> {
            connection.request();
            connection.send("HTTP/1.1 200 OK\r\n" + framing.header(pieces * piece.length()) + "\r\n\r\n");
            for (int i = 0; i < pieces; i++) {
                connection.send(framing == Framing.CHUNKS ? "10000\r\n" + piece + "\r\n" : piece);
            }
            if (framing == Framing.CHUNKS) {
                connection.send("0\r\n\r\n");
            }
            if (framing != Framing.END) {
                connection.request();
            }
        };
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (RawServer file = tls ? RawServer.tls(conversation) : RawServer.plain(conversation);
                Transport client = new HttpClient5Transport(new TransportSettings(
                        Duration.ofMinutes(5), MEBIBYTE, List.of(RawServer.certificateAuthority()), null, null))) {
            TransportResponse response = client.send(
                            new TransportRequest("GET", URI.create(file.uri() + "/"), Map.of(), new byte[0], false),
                            new Sink(bytes -> {
                                if (received.size() % 10 == 0) {
                                    pause();
                                }
                                byte[] taken = new byte[bytes.remaining()];
                                bytes.get(taken);
                                received.writeBytes(taken);
                            }))
                    .get(5, TimeUnit.MINUTES);

            assertThat(response.delimited()).isEqualTo(framing != Framing.END);
        }
        assertThat(received.toString(StandardCharsets.US_ASCII).equals(piece.repeat(pieces)))
                .isTrue();
    }

    /** The end of a body. */
    private enum Framing {
        LENGTH,
        CHUNKS,
        END;

        String header(int length) {
            return switch (this) {
                case LENGTH -> "Content-Length: " + length;
                case CHUNKS -> "Transfer-Encoding: chunked";
                case END -> "Connection: close";
            };
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void simpleTransportPassesBodyToSink() throws Exception {
        Transport simple = new Transport() {
            @Override
            public CompletableFuture<TransportResponse> send(TransportRequest request) {
                return CompletableFuture.completedFuture(new TransportResponse(200, Map.of(), new byte[] {1, 2, 3}));
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
        ByteBuffer taken = ByteBuffer.allocate(10);

        TransportResponse response = simple.send(get("/"), new Sink(taken::put)).get();

        assertThat(response.body()).isEmpty();
        assertThat(taken.flip()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        assertThatThrownBy(() -> simple.send(get("/"), new Sink(bytes -> {
                            throw new IOException("the disk is full");
                        }))
                        .get())
                .hasMessageContaining("the disk is full");
    }

    private TransportRequest get(String path) {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return new TransportRequest("GET", uri, Map.of(), new byte[0], false);
    }

    private static byte[] mebibyte(int number) {
        byte[] bytes = new byte[MEBIBYTE];
        Arrays.fill(bytes, (byte) number);
        return bytes;
    }

    /** Takes what comes with 200. */
    private record Sink(Taking taking) implements BodySink {
        interface Taking {
            void take(ByteBuffer bytes) throws IOException;
        }

        @Override
        public boolean accepts(int status, Map<String, List<String>> headers) {
            return status == 200;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            taking.take(bytes);
        }
    }
}
