package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wxpaycodegen.simulator.internal.v3.V3PaymentsTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;

/** Resetting a simulator, after which it is as it was when it started. */
class SimulatorResetTest {
    private static final String NATIVE = "/v3/pay/transactions/native";
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void forgetsCallsAndOrders() throws Exception {
        try (Simulator simulator = Simulators.bundledBuilder().rememberOrders().start()) {
            V3Client client = new V3Client(simulator);
            order(client, "ORDER-1", 100);
            simulator.orders().pay("ORDER-1");

            simulator.reset();

            assertThat(simulator.calls()).isEmpty();
            assertThatIllegalStateException()
                    .isThrownBy(() -> simulator.orders().state("ORDER-1"));
            // Another amount: it is another order.
            assertThat(order(client, "ORDER-1", 200)).isEqualTo(200);
            assertThat(simulator.orders().state("ORDER-1")).isEqualTo("NOTPAY");
            assertThat(simulator.calls()).hasSize(1);
        }
    }

    @Test
    void keepsIdsUnique() throws Exception {
        try (Simulator simulator = Simulators.bundledBuilder().rememberOrders().start()) {
            V3Client client = new V3Client(simulator);
            order(client, "ORDER-1", 100);
            String before = simulator.orders().pay("ORDER-1");

            simulator.reset();

            order(client, "ORDER-1", 100);
            assertThat(simulator.orders().pay("ORDER-1")).isNotEqualTo(before);
        }
    }

    @Test
    void forgetsBehaviors() throws Exception {
        try (Simulator simulator = Simulators.bundled()) {
            simulator.next(NATIVE, Behavior.badGateway());
            simulator.next(NATIVE, Behavior.badGateway());
            simulator.dropNextConnection();
            simulator.signWith(ResponseKey.ALTERNATING);

            simulator.reset();

            V3Client client = new V3Client(simulator);
            assertThat(order(client, "ORDER-1", 100)).isEqualTo(200);
            assertThat(order(client, "ORDER-1", 100)).isEqualTo(200);
        }
    }

    /** The gateway has chosen the behavior of a request whose body is still missing. */
    @Test
    void forgetsBehaviorOfRequestThatIsArriving() throws Exception {
        try (Simulator simulator = Simulators.bundled();
                SSLSocket socket = (SSLSocket) Client.tls(simulator.caCertificate())
                        .getSocketFactory()
                        .createSocket("localhost", simulator.baseUri().getPort())) {
            simulator.next(NATIVE, Behavior.badGateway());
            OutputStream out = socket.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            out.write(("POST " + NATIVE + " HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                            + "Content-Length: 2\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(in.readLine()).startsWith("HTTP/1.1 100");
            assertThat(in.readLine()).isEmpty();

            simulator.reset();
            out.write("{}".getBytes(StandardCharsets.US_ASCII));
            out.flush();

            // The request is refused, because it lacks headers; a bad gateway would return 502.
            assertThat(in.readLine()).startsWith("HTTP/1.1 400");
            assertThat(simulator.calls()).hasSize(1);
        }
    }

    @Test
    void forgetsThatRefundsAreHeld() throws Exception {
        try (Simulator simulator = Simulators.bundledBuilder().rememberOrders().start()) {
            simulator.orders().holdRefunds();

            simulator.reset();

            V3Client client = new V3Client(simulator);
            order(client, "ORDER-1", 100);
            simulator.orders().pay("ORDER-1");
            client.post("/v3/refund/domestic/refunds", V3PaymentsTest.refund("ORDER-1", "REFUND-1", 100, 100))
                    .send();
            assertThat(simulator.orders().refundState("REFUND-1")).isEqualTo("SUCCESS");
        }
    }

    @Test
    void restoresBills() throws Exception {
        try (Simulator simulator = Simulators.bundled()) {
            V3Client client = new V3Client(simulator);
            simulator.bills().rows(7);
            URI issued = download(client);

            simulator.reset();

            assertThat(client.get(issued.getRawPath() + "?" + issued.getRawQuery())
                            .send()
                            .statusCode())
                    .isNotEqualTo(200);
            URI link = download(client);
            byte[] bill = client.get(link.getRawPath() + "?" + link.getRawQuery())
                    .send()
                    .body();
            assertThat(new String(bill, StandardCharsets.UTF_8).lines()).hasSize(6);
        }
    }

    /** A repetition that is waiting, and an exchange whose receiver is silent. */
    @Test
    void cancelsDeliveries() throws Exception {
        try (Simulator simulator = Simulators.bundled();
                Receiver receiver = new Receiver();
                ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            receiver.reply(500, "");
            simulator.notifications().send(receiver.url(), Notice.v3("REFUND.SUCCESS"));
            assertThat(simulator.notifications().await(attempt -> true, LONG)).isPresent();
            simulator
                    .notifications()
                    .send(URI.create("http://localhost:" + silent.getLocalPort()), Notice.v3("REFUND.SUCCESS"));
            try (Socket held = silent.accept()) {
                assertThat(held.getInputStream().read()).isEqualTo('P');

                simulator.reset();

                assertThat(simulator.notifications().attempts()).isEmpty();
                // The client has closed the connection, or resets it.
                assertThat(isEnded(held)).isTrue();
            }
            assertThat(simulator.notifications().attempts()).isEmpty();
        }
    }

    @Test
    void sendsNotificationsAfterwards() throws Exception {
        try (Simulator simulator = Simulators.bundledBuilder().rememberOrders().start();
                Receiver receiver = new Receiver()) {
            simulator.notifications().spoilNext(NoticeFault.UNSIGNED);
            simulator.reset();
            receiver.reply(204, "");

            new V3Client(simulator)
                    .post(
                            NATIVE,
                            V3PaymentsTest.order("ORDER-1", 100)
                                    .replace(
                                            "http://localhost:1/none",
                                            receiver.url().toString()))
                    .send();
            simulator.orders().pay("ORDER-1");

            assertThat(receiver.next().isSignedBy(V3Client.certificateKey(simulator.platformCertificatePem())))
                    .isTrue();
            NotificationAttempt attempt =
                    simulator.notifications().await(each -> true, LONG).orElseThrow();
            assertThat(attempt.fields())
                    .containsEntry("out_trade_no", "ORDER-1")
                    .containsEntry("amount.total", "100");
        }
    }

    @Test
    void resetsTwinsOrders() throws Exception {
        try (Simulator simulator = Simulators.bundledBuilder().rememberOrders().start();
                Simulator twin = Simulator.builder().twinOf(simulator).start()) {
            order(new V3Client(simulator), "ORDER-1", 100);

            twin.reset();

            assertThatIllegalStateException()
                    .isThrownBy(() -> simulator.orders().state("ORDER-1"));
            assertThat(simulator.calls()).hasSize(1);
        }
    }

    /** The order of a request and its record are never apart. */
    @Test
    void isAtomicForRequests() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Simulator simulator = Simulators.bundledBuilder().rememberOrders().start()) {
            List<Callable<Void>> callers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String prefix = "ORDER-" + i + "-";
                callers.add(() -> {
                    V3Client client = new V3Client(simulator);
                    for (int j = 0; j < 10; j++) {
                        assertThat(order(client, prefix + j, 100)).isEqualTo(200);
                        if (j % 3 == 0) {
                            simulator.reset();
                        }
                    }
                    return null;
                });
            }
            for (Future<Void> caller : threads.invokeAll(callers)) {
                caller.get();
            }
            List<String> recorded = simulator.calls().stream()
                    .map(call -> call.fields().get("out_trade_no"))
                    .toList();
            assertThat(simulator.orders().payments())
                    .extracting(payment -> payment.order().outTradeNo())
                    .containsExactlyInAnyOrderElementsOf(recorded);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isEnded(Socket socket) {
        try {
            socket.setSoTimeout(Math.toIntExact(LONG.toMillis()));
            while (socket.getInputStream().read() >= 0) {
                // The rest of the request.
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static URI download(V3Client client) throws Exception {
        return URI.create(client.get("/v3/bill/tradebill?bill_date=2026-01-01")
                .read()
                .get("download_url")
                .asString());
    }

    private static int order(V3Client client, String number, int total) throws Exception {
        return client.post(NATIVE, V3PaymentsTest.order(number, total)).send().statusCode();
    }
}
