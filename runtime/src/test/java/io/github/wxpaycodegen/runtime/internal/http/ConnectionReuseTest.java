package io.github.wxpaycodegen.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.transport.Transport;
import io.github.wxpaycodegen.runtime.transport.TransportRequest;
import io.github.wxpaycodegen.runtime.transport.TransportResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.util.TimeValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection is used again only if nothing has come on it that belongs to no request, and its end is believed only if it was said. */
@Timeout(300)
class ConnectionReuseTest {
    private static final int CALLS_IN_TIME = 30;
    private static final int MOST_CALLS = 600;
    private static final long LATE_NANOS = 10_000_000;
    private static final long REST_NANOS = 20_000_000;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void neverMistakesSecondResponseForNext(boolean tls) throws Exception {
        AtomicInteger inTime = new AtomicInteger();
        AtomicInteger late = new AtomicInteger();
        RawServer.Conversation conversation = connection -> {
            while (true) {
                String asked = connection.request().split(" ")[1];
                // Before the first response, for this thread may be held up as soon as that has gone out.
                long start = System.nanoTime();
                connection.respond("200 OK", asked);
                connection.respond("200 OK", "of another order");
                // On a busy machine the second one may leave much later, and then nobody could tell.
                (System.nanoTime() - start < LATE_NANOS ? inTime : late).incrementAndGet();
            }
        };
        int wrong = 0;
        try (RawServer server = tls ? RawServer.tls(conversation) : RawServer.plain(conversation);
                Transport transport = transport()) {
            // However busy the machine is, there are some in time; on a quiet one nearly all are.
            for (int i = 0; i < MOST_CALLS && inTime.get() < CALLS_IN_TIME; i++) {
                String path = "/order/" + i;
                if (!body(transport, server, path).equals(path)) {
                    wrong++;
                }
            }
        }
        assertThat(inTime.get()).isPositive();
        // A client that is held up for as long as a connection rests cannot find out either. Without the rest, every
        // response is that of another order.
        assertThat(wrong).isLessThanOrEqualTo(late.get() + inTime.get() / 10);
    }

    /** Bytes that were read together with a response, in one record of TLS, are not counted as its own. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void partOfSecondResponseEndsTheConnection(boolean tls) throws Exception {
        RawServer.Conversation conversation = connection -> {
            String asked = connection.request().split(" ")[1];
            String second = RawServer.response("200 OK", "of another order");
            connection.send(RawServer.response("200 OK", asked) + second.substring(0, 12));
            connection.request();
            connection.send(second.substring(12));
        };
        try (RawServer server = tls ? RawServer.tls(conversation) : RawServer.plain(conversation);
                Transport transport = transport()) {
            for (int i = 0; i < 3; i++) {
                String path = "/order/" + i;
                assertThat(body(transport, server, path)).isEqualTo(path);
            }
        }
    }

    /** The lengths of chunks are not counted, so nobody could tell what was read behind the last one. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void connectionEndsAfterAChunkedResponse(boolean tls) throws Exception {
        RawServer.Conversation conversation = connection -> {
            String asked = connection.request().split(" ")[1];
            String second = RawServer.response("200 OK", "of another order");
            connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + Integer.toHexString(asked.length()) + "\r\n" + asked + "\r\n0\r\n\r\n" + second.substring(0, 12));
            connection.request();
            connection.send(second.substring(12));
        };
        try (RawServer server = tls ? RawServer.tls(conversation) : RawServer.plain(conversation);
                Transport transport = transport()) {
            for (int i = 0; i < 3; i++) {
                String path = "/order/" + i;
                assertThat(body(transport, server, path)).isEqualTo(path);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 \r\nX-Spaced:   a  b\r\nX-Empty:\r\nX-Bare:c\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 204 No Content\r\nX-Any: a\r\n\r\n"
            })
    void connectionIsUsedAgainAfterAWholeResponse(String response) throws Exception {
        AtomicInteger usedAgain = new AtomicInteger();
        try (RawServer server = RawServer.tls(connection -> {
                    connection.request();
                    while (true) {
                        connection.send(response);
                        connection.request();
                        usedAgain.incrementAndGet();
                    }
                });
                Transport transport = oneConnection()) {
            for (int i = 0; i < 20; i++) {
                response(transport, server, "/");
            }
        }
        // HttpClient closes the few connections whose response is complete before the sending thread has gone on.
        assertThat(usedAgain).hasValueGreaterThanOrEqualTo(10);
    }

    /** A second response that comes meanwhile is found out, so the rest is never shorter, however busy the machine is. */
    @Test
    void connectionRestsBeforeItIsUsedAgain() throws Exception {
        List<Long> rests = new CopyOnWriteArrayList<>();
        try (RawServer server = RawServer.plain(connection -> {
                    connection.request();
                    while (true) {
                        long start = System.nanoTime();
                        connection.respond("200 OK", "{}");
                        connection.request();
                        rests.add(System.nanoTime() - start);
                    }
                });
                Transport transport = oneConnection()) {
            for (int i = 0; i < 50 && rests.size() < 5; i++) {
                response(transport, server, "/");
            }
        }
        assertThat(rests).hasSize(5).allSatisfy(rest -> assertThat(rest).isGreaterThanOrEqualTo(REST_NANOS));
    }

    /** A body without a length lasts until the end of its connection, which anybody on the way can bring about. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Connection: close|abc|false",
                "Content-Length: 3|abc|true",
                "Transfer-Encoding: chunked|3\\r\\nabc\\r\\n0\\r\\n\\r\\n|true",
                "Content-Length: 0||true"
            })
    void reportsWhetherEndWasMarked(String header, String body, boolean delimited) throws Exception {
        String sent = body == null ? "" : body.replace("\\r\\n", "\r\n");
        try (RawServer server = RawServer.tls(connection -> {
                    connection.request();
                    connection.send("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n" + sent);
                });
                Transport transport = transport()) {
            TransportResponse response = response(transport, server, "/");
            assertThat(response.delimited()).isEqualTo(delimited);
            assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo(body == null ? "" : "abc");
        }
    }

    /** Such an end of TLS proves nothing: anybody on the way can bring it about. */
    @Test
    void bodyWithoutLengthThatIsCutOffHasNoMarkedEnd() throws Exception {
        try (RawServer server = cutOffAfter("Connection: close", "abc");
                Transport transport = transport()) {
            TransportResponse response = response(transport, server, "/");
            assertThat(response.delimited()).isFalse();
            assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("abc");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Content-Length: 4|abc", "Transfer-Encoding: chunked|3\\r\\nabc\\r\\n", "Content-Length: 1|''"})
    void bodyThatIsCutOffBeforeItsEndLeavesOutcomeUnknown(String header, String body) throws Exception {
        try (RawServer server = cutOffAfter(header, body.replace("\\r\\n", "\r\n"));
                Transport transport = transport()) {
            assertThatThrownBy(() -> response(transport, server, "/"))
                    .cause()
                    .isInstanceOfSatisfying(TransportException.class, e -> assertThat(e.outcome())
                            .isEqualTo(Outcome.UNKNOWN))
                    .hasMessageContaining("broke off");
        }
    }

    /** A server that closes its connections after the response without the close_notify of TLS. */
    private static RawServer cutOffAfter(String header, String body) throws Exception {
        return RawServer.tls(connection -> {
            connection.request();
            connection.send("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n" + body);
            connection.cutOff();
        });
    }

    private static TransportResponse response(Transport transport, RawServer server, String path) throws Exception {
        return transport.send(request(server, path)).get(120, TimeUnit.SECONDS);
    }

    private static TransportRequest request(RawServer server, String path) {
        return new TransportRequest("GET", URI.create(server.uri() + path), Map.of(), new byte[0], false);
    }

    private static String body(Transport transport, RawServer server, String path) throws Exception {
        return new String(response(transport, server, path).body(), StandardCharsets.UTF_8);
    }

    private static Transport oneConnection() {
        return new HttpClient5Transport(
                new TransportSettings(
                        Duration.ofSeconds(60),
                        100_000,
                        List.of(RawServer.certificateAuthority()),
                        null,
                        null,
                        1,
                        Duration.ofSeconds(60)),
                new ConnectionPools(),
                // Longer than the test takes on any machine, so that the one connection is used again.
                TimeValue.ofMinutes(5));
    }

    private static Transport transport() {
        return new HttpClient5Transport(new TransportSettings(
                Duration.ofSeconds(60), 100_000, List.of(RawServer.certificateAuthority()), null, null));
    }
}
