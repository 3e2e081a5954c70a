package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.v2.wxv.CancelBillRequest;
import io.github.wxpaycodegen.client.v2.wxv.CancelBillResponse;
import io.github.wxpaycodegen.runtime.error.Outcome;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.simulator.Behavior;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Whom a client connects to, what it shows there, and what has left when a connection fails. */
class ConnectionsTest {
    private static final String CANCEL = "/wxv/cancelbill";
    private static final CancelBillRequest REQUEST = CancelBillRequest.builder()
            .outOrderNo("order-1")
            .reason("用户投诉")
            .serviceId("500001")
            .build();

    @Test
    void refusedConnectionSendsNothing() throws IOException {
        URI closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = URI.create("https://localhost:" + socket.getLocalPort());
        }
        try (Gateway gateway = Gateway.start();
                WxPay pay = WxPay.create(gateway.config().host(closed).build())) {
            assertNotSent(pay);
        }
    }

    @Test
    void rejectsCertificateOfAnotherHost() {
        try (Simulator other = Simulator.builder()
                        .mchid(Gateway.MCHID)
                        .v2Key("integration-test-key-0123456789a")
                        .certificateHosts("api.mch.weixin.qq.com")
                        .start();
                WxPay pay = WxPay.create(other.config().build())) {
            assertNotSent(pay);
            assertThat(other.calls()).isEmpty();
        }
    }

    @Test
    void rejectsUntrustedAuthority() {
        try (Gateway gateway = Gateway.start();
                Simulator stranger = Simulator.builder()
                        .mchid(Gateway.MCHID)
                        .v2Key("integration-test-key-0123456789a")
                        .start();
                WxPay pay =
                        WxPay.create(gateway.config().host(stranger.baseUri()).build())) {
            assertNotSent(pay);
            assertThat(stranger.calls()).isEmpty();
        }
    }

    @Test
    void connectionClosedBeforeHandshakeSendsNothing() {
        try (Gateway gateway = Gateway.start();
                WxPay pay = WxPay.create(gateway.config().build())) {
            gateway.dropNextConnection();
            assertNotSent(pay);
            assertThat(gateway.calls()).isEmpty();
            assertThat(pay.v2().wxv().cancelBill(REQUEST).orderId()).isNotNull();
        }
    }

    @Test
    void presentsClientCertificateOnlyWhereRequired() {
        try (Gateway gateway = Gateway.start();
                WxPay pay = WxPay.create(gateway.config().build())) {
            pay.v2().pay().orderQuery(b -> b.outTradeNo("1"));
            pay.v2().wxv().cancelBill(REQUEST);
            pay.v2().pay().orderQuery(b -> b.outTradeNo("2"));

            assertThat(gateway.calls())
                    .extracting(call -> call.clientCertificate().isPresent())
                    .containsExactly(false, true, false);
        }
    }

    @Test
    void proxyTunnelsEncryptedTraffic() throws Exception {
        try (Gateway gateway = Gateway.start();
                TunnelProxy proxy = new TunnelProxy();
                WxPay pay = WxPay.create(
                        gateway.config().proxy("localhost", proxy.port()).build())) {
            CancelBillResponse response = pay.v2().wxv().cancelBill(REQUEST);
            assertThat(response.orderId()).isNotNull();
            assertThat(proxy.firstLine.get())
                    .isEqualTo("CONNECT localhost:" + gateway.baseUri().getPort() + " HTTP/1.1");
        }
    }

    @Test
    void closingEndsCallsWithUnknownOutcome() throws Exception {
        try (Gateway gateway = Gateway.start()) {
            gateway.next(CANCEL, Behavior.delay(Duration.ofMinutes(5)));
            WxPay pay = WxPay.create(gateway.config().build());
            CompletableFuture<CancelBillResponse> call =
                    pay.v2().wxv().cancelBill().postAsync(REQUEST);
            gateway.awaitCall(CANCEL);
            pay.close();
            ExecutionException e = catchThrowableOfType(ExecutionException.class, call::get);
            assertThat(e.getCause())
                    .isInstanceOfSatisfying(TransportException.class, cause -> assertThat(cause.outcome())
                            .isEqualTo(Outcome.UNKNOWN));
        }
    }

    @Test
    void optionsReachTheGateway() {
        try (Gateway gateway = Gateway.start();
                WxPay pay = WxPay.create(gateway.config().build())) {
            pay.with(o -> o.header("X-Trace", "42")).v2().wxv().cancelBill(REQUEST);
            RecordedCall call = gateway.calls().get(0);
            assertThat(call.headers().get("x-trace")).containsExactly("42");
        }
    }

    private static void assertNotSent(WxPay pay) {
        TransportException e = catchThrowableOfType(
                TransportException.class, () -> pay.v2().wxv().cancelBill(REQUEST));
        assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(e).hasMessageContaining("Nothing was sent; it is safe to call again.");
    }

    /** An HTTP proxy for one tunnel. */
    private static final class TunnelProxy implements AutoCloseable {
        private final ServerSocket listening = new ServerSocket(0);
        private final CompletableFuture<String> firstLine = new CompletableFuture<>();

        TunnelProxy() throws IOException {
            start(this::serve);
        }

        int port() {
            return listening.getLocalPort();
        }

        private void serve() throws IOException {
            Socket client = listening.accept();
            String head = head(client.getInputStream());
            String target = head.split(" ")[1];
            Socket gateway = new Socket("localhost", Integer.parseInt(target.substring(target.indexOf(':') + 1)));
            client.getOutputStream()
                    .write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            firstLine.complete(head.lines().findFirst().orElse(""));
            start(() -> copy(gateway, client));
            copy(client, gateway);
        }

        private static String head(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            return head.toString();
        }

        private static void copy(Socket from, Socket to) throws IOException {
            try (from;
                    to;
                    OutputStream out = to.getOutputStream()) {
                from.getInputStream().transferTo(out);
            }
        }

        private static void start(Task task) {
            Thread thread = new Thread(() -> {
                try {
                    task.run();
                } catch (IOException e) {
                    // The test is over, or fails for want of an answer.
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }

        private interface Task {
            void run() throws IOException;
        }
    }
}
