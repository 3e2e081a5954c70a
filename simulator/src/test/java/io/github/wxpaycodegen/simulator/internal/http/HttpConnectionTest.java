package io.github.wxpaycodegen.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP of the simulator, byte for byte. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpConnectionTest {
    private final Simulator simulator = Simulators.bundled();

    @AfterAll
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET / HTTP/1.0\\r\\n\\r\\n | 400",
                "GET http://localhost/ HTTP/1.1\\r\\n\\r\\n | 400",
                "GET /\\r\\n\\r\\n | 400",
                "GET / HTTP/1.1\\nHost: a\\n\\n | 400",
                "GET / HTTP/1.1\\r\\nno colon\\r\\n\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nContent-Length: 1\\r\\nContent-Length: 1\\r\\n\\r\\nx | 400",
                "POST / HTTP/1.1\\r\\nContent-Length: -1\\r\\n\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nTransfer-Encoding: gzip\\r\\n\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\nContent-Length: 5\\r\\n\\r\\n0\\r\\n\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nx\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1\\r\\nxx\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\nTrailer: x\\r\\n\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nfffffff\\r\\n | 413",
                "GET /#fragment HTTP/1.1\\r\\n\\r\\n | 400",
                "GET /微信 HTTP/1.1\\r\\n\\r\\n | 400",
                "POST / HTTP/1.1\\r\\nContent-Length: 999999999\\r\\n\\r\\n | 413",
            })
    void rejectsOtherHttpAndClosesConnection(String request, int status) throws Exception {
        assertThat(exchange(request.replace("\\r", "\r").replace("\\n", "\n")))
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("Connection: close");
    }

    @Test
    void limitsSizeOfHead() throws Exception {
        assertThat(exchange("GET / HTTP/1.1\r\nLong: " + "x".repeat(64 * 1024))).startsWith("HTTP/1.1 431 ");
    }

    @Test
    void servesSeveralRequestsPerConnection() throws Exception {
        String first = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String last = "GET /b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

        assertThat(exchange(first + first + last).split("HTTP/1.1 404 ", -1)).hasSize(4);
    }

    @Test
    void readsBodyInChunks() throws Exception {
        exchange("POST /a/%2F?q=[%20]&&x=%E5 HTTP/1.1\r\nTransfer-Encoding: Chunked\r\nConnection: close\r\n\r\n"
                + "4;name=value\r\nwith\r\nA\r\n in chunks\r\n0\r\n\r\n");

        RecordedCall call = simulator.calls().stream()
                .filter(each -> each.path().startsWith("/a/"))
                .findFirst()
                .orElseThrow();
        assertThat(call.body()).asString(StandardCharsets.UTF_8).isEqualTo("with in chunks");
        assertThat(call.target()).isEqualTo("/a/%2F?q=[%20]&&x=%E5");
    }

    @Test
    void keepsTargetUnchanged() throws Exception {
        String target = JsonMapper.shared()
                .readTree(Simulators.resource("/vectors/v3-message.json"))
                .get("authorization")
                .valueStream()
                .filter(vector -> vector.get("id").asString().equals("uri-special-chars"))
                .findFirst()
                .orElseThrow()
                .get("sent_uri")
                .asString();

        exchange("GET " + target + " HTTP/1.1\r\nConnection: close\r\n\r\n");

        assertThat(simulator.calls()).extracting(RecordedCall::target).contains(target);
    }

    @Test
    void sendsContinueOnRequest() throws Exception {
        assertThat(exchange("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 1\r\n"
                        + "Connection: close\r\n\r\nx"))
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 ");
    }

    @Test
    void unmarkedEndLooksLikeEndOfBody() throws Exception {
        simulator.next("/pay/orderquery", Behavior.unmarkedEnd());

        assertThat(exchange("POST /pay/orderquery HTTP/1.1\r\nContent-Length: 0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .contains("Connection: close\r\n\r\n<xml>")
                .doesNotContain("Content-Length", "Transfer-Encoding", "</xml>");
    }

    /** Sends the text and reads until the server closes. */
    private String exchange(String request) throws IOException {
        try (SSLSocket socket = (SSLSocket) Client.tls(simulator, false)
                .getSocketFactory()
                .createSocket("127.0.0.1", simulator.baseUri().getPort())) {
            socket.setSoTimeout(300_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
