package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.github.wxpaycodegen.runtime.transport.BodySink;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies that are not kept in memory. */
class BodySinkTest {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final int SIZE = 48 * MEBIBYTE;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CompletableFuture<IOException> brokenOff = new CompletableFuture<>();
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
                new HttpClient5Transport(new TransportSettings(Duration.ofSeconds(5), MEBIBYTE, List.of(), null, null));
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
                .get(60, TimeUnit.SECONDS);

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
                .get(60, TimeUnit.SECONDS);

        assertThat(response.status()).isEqualTo(404);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("{\"code\":\"NOT_FOUND\"}");
    }

    @Test
    void failingSinkEndsTheExchange() throws Exception {
        CompletableFuture<TransportResponse> exchange = transport.send(get("/file"), new Sink(bytes -> {
            throw new IOException("the disk is full");
        }));

        assertThatThrownBy(() -> exchange.get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("the disk is full");
        assertThat(brokenOff.get(60, TimeUnit.SECONDS)).isNotNull();
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
        begun.get(60, TimeUnit.SECONDS);

        exchange.cancel(true);
        goOn.complete(null);

        assertThat(brokenOff.get(60, TimeUnit.SECONDS)).isNotNull();
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
