package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.transport.ResponseTooLargeException;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default transport: what it does by itself, and what it must not do. */
class HttpClient5TransportTest {
    private static final Duration GATEWAY_KEEP_ALIVE = Duration.ofSeconds(8);
    private static final int LIMIT = 100_000;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void closedTransportSendsNothing() {
        Transport transport = transport(TimeValue.ofMinutes(1));
        transport.close();
        assertThat(transport.send(get()))
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT))
                .withMessage("the client was closed before the call");
        assertThat(seen).isEmpty();
    }

    @Test
    void reusesYoungConnection() throws Exception {
        answering(200, "{}");
        try (Transport transport = transport(TimeValue.ofMinutes(1))) {
            // A connection rests before it is used again.
            long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
            while (ports() == seen.size() && System.nanoTime() < deadline) {
                send(transport, get());
            }
        }
        assertThat(ports()).isLessThan(seen.size());
    }

    private long ports() {
        return seen.stream().map(Seen::port).distinct().count();
    }

    @Test
    void doesNotReuseOldConnection() throws Exception {
        assertThat(HttpClient5Transport.CONNECTION_LIFE.toDuration()).isLessThan(GATEWAY_KEEP_ALIVE);
        answering(200, "{}");
        try (Transport transport = transport(TimeValue.ofMilliseconds(1))) {
            send(transport, get());
            // Longer than a connection rests: during its rest it would not be used again anyway.
            Thread.sleep(100);
            send(transport, get());
        }
        assertThat(seen).extracting(Seen::port).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void findsHeadersIgnoringCase() throws Exception {
        answering(200, "{}", "wECHATPAY-nONCE", "n");
        try (Transport transport = transport()) {
            assertThat(send(transport, get()).headers().get("Wechatpay-Nonce")).containsExactly("n");
        }
    }

    @Test
    void sendsRequestUnchangedWithUserAgent() throws Exception {
        answering(200, "{}");
        byte[] body = "{\"a\": \"图\"}\n".getBytes(StandardCharsets.UTF_8);
        URI uri = URI.create(base() + "/v3/a%2Fb/%E5%9B%BE?q=a%20b%2B%E5%9B%BE&r=%7E~*&r=");
        try (Transport transport = transport()) {
            send(
                    transport,
                    new TransportRequest(
                            "POST",
                            uri,
                            Map.of("Content-Type", "application/json", "Accept", "text/xml"),
                            body,
                            false));
        }
        Seen request = seen.get(0);
        assertThat(request.target()).isEqualTo("/v3/a%2Fb/%E5%9B%BE?q=a%20b%2B%E5%9B%BE&r=%7E~*&r=");
        assertThat(request.body()).isEqualTo(body);
        assertThat(request.headers().get("Content-type")).containsExactly("application/json");
        assertThat(request.headers().get("Accept")).containsExactly("text/xml");
        assertThat(request.headers().get("User-agent")).containsExactly("wxpay-codegen");
        assertThat(request.headers().get("Accept-encoding")).containsExactly("identity");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void doesNotFollowRedirects(int status) throws Exception {
        answering(status, "", "Location", base() + "/elsewhere");
        try (Transport transport = transport()) {
            assertThat(send(transport, get()).status()).isEqualTo(status);
        }
        assertThat(seen).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void neverRepeatsRequests(int status) throws Exception {
        answering(status, "busy", "Retry-After", "0");
        try (Transport transport = transport()) {
            assertThat(send(transport, get()).status()).isEqualTo(status);
        }
        assertThat(seen).hasSize(1);
    }

    @Test
    void keepsNoCookies() throws Exception {
        answering(200, "{}", "Set-Cookie", "a=b; Path=/");
        try (Transport transport = transport()) {
            send(transport, get());
            send(transport, get());
        }
        assertThat(seen).hasSize(2).allSatisfy(request -> assertThat(request.headers())
                .doesNotContainKey("Cookie"));
    }

    @Test
    void rejectsGzipBomb() throws Exception {
        byte[] bomb = gzip(new byte[100 * LIMIT]);
        assertThat(bomb.length).isLessThan(LIMIT);
        answering(200, bomb, "Content-Encoding", "gzip");
        try (Transport transport = transport()) {
            assertThatThrownBy(() -> send(transport, get()))
                    .hasCauseInstanceOf(ResponseTooLargeException.class)
                    .hasMessageContaining("the response has more than " + LIMIT + " bytes");
        }
    }

    @Test
    void decompressesBodyBeforeVerification() throws Exception {
        answering(200, gzip("{\"a\":\"图\"}".getBytes(StandardCharsets.UTF_8)), "Content-Encoding", "gzip");
        try (Transport transport = transport()) {
            assertThat(new String(send(transport, get()).body(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"a\":\"图\"}");
        }
    }

    @Test
    void rejectsUnrequestedEncoding() throws Exception {
        answering(200, "{}", "Content-Encoding", "br");
        try (Transport transport = transport()) {
            assertThatThrownBy(() -> send(transport, get()))
                    .hasMessageContaining("the response must not be encoded (was br)");
        }
    }

    @Test
    void rejectsTruncatedGzip() throws Exception {
        byte[] packed = gzip("{\"a\":\"图\"}".getBytes(StandardCharsets.UTF_8));
        answering(200, Arrays.copyOf(packed, packed.length - 9), "Content-Encoding", "gzip");
        try (Transport transport = transport()) {
            assertThatThrownBy(() -> send(transport, get())).hasMessageContaining("broke off");
        }
    }

    @Test
    void failureDoesNotShowTheRequest() throws Exception {
        URI asked = URI.create(base() + "/v3/person/4401?name=zhang-san");
        server.createContext("/", HttpExchange::close);
        try (Transport transport = transport()) {
            assertThatThrownBy(() -> send(transport, new TransportRequest("GET", asked, Map.of(), new byte[0], false)))
                    .hasMessageContaining(base())
                    .hasMessageContaining("broke off")
                    .satisfies(e -> assertThat(everythingIn(e)).doesNotContain("4401", "zhang-san"));
            server.stop(0);
            assertThatThrownBy(() -> send(transport, new TransportRequest("GET", asked, Map.of(), new byte[0], false)))
                    .hasMessageContaining("no connection to " + base())
                    .satisfies(e -> assertThat(everythingIn(e)).doesNotContain("4401", "zhang-san"));
        }
    }

    private static String everythingIn(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** What waits for an answer may call again when it hears of the end, on whatever thread. */
    @Test
    void closeCallbackMayWaitForOtherThread() throws Exception {
        // A handler that returns without an answer leaves the exchange open.
        server.createContext("/", exchange -> {});
        Transport transport = transport();
        CompletableFuture<Throwable> heard = transport
                .send(get())
                .handle((response, failure) -> CompletableFuture.supplyAsync(
                                () -> catchThrowable(() -> transport.send(get()).join()), threads)
                        .orTimeout(5, TimeUnit.MINUTES)
                        .join());
        transport.close();
        assertThat(heard.get(10, TimeUnit.MINUTES)).hasRootCauseMessage("the client was closed before the call");
    }

    @Test
    void returnsEmptyBodyForNoContent() throws Exception {
        answering(204, "");
        try (Transport transport = transport()) {
            TransportResponse response = send(transport, get());
            assertThat(response.status()).isEqualTo(204);
            assertThat(response.body()).isEmpty();
        }
    }

    private void answering(int status, String body, String... header) {
        answering(status, body.getBytes(StandardCharsets.UTF_8), header);
    }

    private void answering(int status, byte[] body, String... header) {
        server.createContext("/", exchange -> {
            seen.add(Seen.of(exchange));
            if (header.length > 0) {
                exchange.getResponseHeaders().put(header[0], List.of(header[1]));
            }
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
    }

    private static Transport transport() {
        return transport(HttpClient5Transport.CONNECTION_LIFE);
    }

    private static Transport transport(TimeValue connectionLife) {
        return new HttpClient5Transport(
                new TransportSettings(Duration.ofMinutes(5), LIMIT, List.of(), null, null),
                new ConnectionPools(),
                connectionLife);
    }

    private static TransportResponse send(Transport transport, TransportRequest request) throws Exception {
        return transport.send(request).get(5, TimeUnit.MINUTES);
    }

    private TransportRequest get() {
        return new TransportRequest("GET", URI.create(base() + "/"), Map.of(), new byte[0], false);
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    /** A request as it arrived. */
    private record Seen(int port, String target, Map<String, List<String>> headers, byte[] body) {
        static Seen of(HttpExchange exchange) throws IOException {
            return new Seen(
                    exchange.getRemoteAddress().getPort(),
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    exchange.getRequestBody().readAllBytes());
        }
    }
}
