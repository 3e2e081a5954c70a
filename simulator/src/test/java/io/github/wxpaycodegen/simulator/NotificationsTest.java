package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.internal.keys.Certificates;
import io.github.wxpaycodegen.simulator.internal.keys.KeySource;
import io.github.wxpaycodegen.simulator.internal.keys.Suite;
import io.github.wxpaycodegen.simulator.internal.notices.NoticeDraft;
import io.github.wxpaycodegen.simulator.internal.notices.NotificationSender;
import io.github.wxpaycodegen.simulator.internal.v3.V3PaymentsTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The delivery of notifications and its repetition. */
class NotificationsTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final double AT_ONCE = 1e9;

    @Test
    void doesNotRepeatAcceptedNotification() throws Exception {
        try (Simulator simulator = fast().start();
                Receiver receiver = new Receiver()) {
            receiver.reply(204, "");
            simulator.notifications().send(receiver.url(), Notice.v3("REFUND.SUCCESS"));

            NotificationAttempt attempt = simulator
                    .notifications()
                    .await(NotificationAttempt::isAccepted, LONG)
                    .orElseThrow();
            assertThat(attempt.status()).hasValue(204);
            assertThat(attempt.number()).isEqualTo(1);
            assertThat(attempt.problem()).isEmpty();
            assertThat(attempt.body()).isEqualTo(receiver.next().body());
            assertThat(attempt).hasToString("REFUND.SUCCESS to " + receiver.url() + ", attempt 1: accepted");
            assertThat(simulator.notifications().pending()).isEmpty();
            assertThat(simulator.notifications().attempts()).hasSize(1);
        }
    }

    @Test
    void repeatsSameNotificationWithNewSignature() throws Exception {
        try (Simulator simulator = fast().start();
                Receiver receiver = new Receiver()) {
            receiver.reply(500, "{\"code\":\"FAIL\",\"message\":\"later\"}");
            receiver.reply(302, "");
            String id = simulator.notifications().send(receiver.url(), Notice.v3("REFUND.SUCCESS"));

            NotificationAttempt taken = simulator
                    .notifications()
                    .await(NotificationAttempt::isAccepted, LONG)
                    .orElseThrow();

            assertThat(taken.number()).isEqualTo(3);
            List<NotificationAttempt> attempts = simulator.notifications().attempts();
            assertThat(attempts).extracting(NotificationAttempt::number).containsExactly(1, 2, 3);
            assertThat(attempts).extracting(NotificationAttempt::id).containsOnly(id);
            assertThat(attempts.get(0).status()).hasValue(500);
            assertThat(attempts.get(0).problem()).hasValue("the receiver did not accept the notification: status 500");
            Set<String> nonces = new HashSet<>();
            byte[] first = receiver.next().body();
            for (int i = 0; i < 2; i++) {
                Receiver.Received again = receiver.next();
                assertThat(again.body()).isEqualTo(first);
                assertThat(nonces.add(again.header("Wechatpay-Nonce"))).isTrue();
                assertThat(again.isSignedBy(V3Client.certificateKey(simulator.platformCertificatePem())))
                        .isTrue();
            }
        }
    }

    @Test
    void givesUpAfterSixteenAttempts() throws Exception {
        try (Simulator simulator = fast().start();
                Socket nobody = nobody()) {
            simulator.notifications().send(url(nobody), Notice.v3("REFUND.SUCCESS"));

            NotificationAttempt last = simulator
                    .notifications()
                    .await(attempt -> attempt.number() == 16, LONG)
                    .orElseThrow();

            assertThat(last.status()).isEmpty();
            assertThat(last.problem().orElseThrow()).contains("ConnectException");
            assertThat(simulator.notifications().pending()).isEmpty();
            assertThat(simulator.notifications().attempts()).hasSize(16);
        }
    }

    @Test
    void followsDocumentedSchedule() {
        assertThat(NotificationSender.WAITS)
                .extracting(Duration::toSeconds)
                .containsExactly(
                        15L, 15L, 30L, 180L, 600L, 1200L, 1800L, 1800L, 1800L, 3600L, 10800L, 10800L, 10800L, 21600L,
                        21600L);
    }

    @Test
    void waitsBeforeSecondAttemptAtUsualSpeed() throws Exception {
        try (Simulator simulator = Simulators.bundled();
                Socket nobody = nobody()) {
            simulator.notifications().send(url(nobody), Notice.v3("REFUND.SUCCESS"));
            assertThat(simulator.notifications().await(attempt -> attempt.number() == 1, LONG))
                    .isPresent();

            assertThat(simulator.notifications().await(attempt -> attempt.number() == 2, Duration.ofMillis(50)))
                    .isEmpty();
        }
    }

    @Test
    void duplicateIsSameNotification() throws Exception {
        try (Simulator simulator = Simulators.bundled();
                Receiver receiver = new Receiver()) {
            simulator
                    .notifications()
                    .send(receiver.url(), Notice.v3("REFUND.SUCCESS").twice());

            assertThat(receiver.next().body()).isEqualTo(receiver.next().body());
        }
    }

    @Test
    void spoilsNotificationsSentOnItsOwn() throws Exception {
        try (Simulator simulator = fast().rememberOrders().start();
                Receiver receiver = new Receiver()) {
            String order = V3PaymentsTest.order("ORDER-1", 100)
                    .replace("http://localhost:1/none", receiver.url().toString());
            new V3Client(simulator).post("/v3/pay/transactions/native", order).send();
            simulator.notifications().spoilNext(NoticeFault.SIGN_TEST);
            simulator.orders().pay("ORDER-1");

            assertThat(receiver.next().header("Wechatpay-Signature")).startsWith("WECHATPAY/SIGNTEST/");
        }
    }

    @Test
    void keepsFaultUntilProtocolHasIt() throws Exception {
        try (Simulator simulator = fast().rememberOrders().start();
                Receiver receiver = new Receiver()) {
            simulator.rentals().notifyUrl(receiver.url());
            Map<String, String> rental = Client.cancelbill();
            rental.putAll(Client.fields("goods_name", "充电宝", "deposit_amount", "9900", "rent_unit", "FEN_HOUR"));
            rental.putAll(Client.fields("rent_unit_fee", "100", "cert_serial_no", "1"));
            Client.withCertificate(simulator).post("/wxv/createrentbill", rental);
            simulator.notifications().spoilNext(NoticeFault.STALE);
            simulator.notifications().spoilNext(NoticeFault.UNSIGNED);

            simulator.rentals().confirm(rental.get("out_order_no"));

            assertThat(Client.read(receiver.next().text()))
                    .containsEntry("event_type", "CHECK.SUCCESS")
                    .doesNotContainKey("sign");
        }
    }

    @Test
    void sendsNothingWithoutSpecs() throws Exception {
        try (Simulator simulator = Simulators.playBuilder().rememberOrders().start()) {
            simulator
                    .notifications()
                    .dispatcher()
                    .dispatch("http://localhost:1/", NoticeDraft.of(Protocol.V3, "REFUND.SUCCESS"));

            assertThat(simulator.notifications().pending()).isEmpty();
            assertThat(simulator.notifications().attempts()).isEmpty();
        }
    }

    @Test
    void sendsNothingToAnotherMachine() throws Exception {
        try (Simulator simulator = fast().rememberOrders().start()) {
            String order = V3PaymentsTest.order("ORDER-1", 100)
                    .replace("http://localhost:1/none", "https://shop.example/wxpay/notify");
            assertThat(new V3Client(simulator)
                            .post("/v3/pay/transactions/native", order)
                            .send()
                            .statusCode())
                    .isEqualTo(200);

            simulator.orders().pay("ORDER-1");

            assertThat(first(simulator).problem())
                    .hasValue("the notification is not sent to another machine, shop.example: allow it with"
                            + " SimulatorBuilder.notifyHosts(\"shop.example\"), or listen on localhost");
            assertThat(simulator.notifications().pending()).isEmpty();
            assertThat(simulator.notifications().attempts()).hasSize(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator
                            .notifications()
                            .send(URI.create("https://shop.example/"), Notice.v3("REFUND.SUCCESS")))
                    .withMessageContaining("notifyHosts(\"shop.example\")");
        }
    }

    @Test
    void sendsToHostsThatAreAllowed() throws Exception {
        // A name that leads nowhere: what counts is that it is tried.
        try (Simulator simulator = fast().notifyHosts("Shop.invalid").start()) {
            simulator.notifications().send(URI.create("http://shop.INVALID:1/"), Notice.v3("REFUND.SUCCESS"));

            assertThat(first(simulator).problem().orElseThrow()).doesNotContain("another machine");
        }
    }

    @Test
    void keepsTheNewestAttempts() throws Exception {
        try (Simulator simulator = fast().history(2, 1_000_000).start();
                Receiver receiver = new Receiver()) {
            for (int i = 0; i < 3; i++) {
                String id = simulator.notifications().send(receiver.url(), Notice.v3("REFUND.SUCCESS"));
                assertThat(simulator
                                .notifications()
                                .await(attempt -> attempt.id().equals(id), LONG))
                        .isPresent();
            }

            assertThat(simulator.notifications().latestAttempts()).hasSize(2);
            assertThatIllegalStateException()
                    .isThrownBy(() -> simulator.notifications().attempts())
                    .withMessageContaining("the newest 2 of 3 attempts");
        }
    }

    @Test
    void trustsTlsReceiversAsConfigured() throws Exception {
        Certificates certificates =
                Certificates.create(Client.MCHID, Suite.RSA, List.of("localhost"), KeySource.random());
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.serverContext()));
        URI url = URI.create("https://localhost:" + server.getAddress().getPort() + "/notify");
        try (Receiver receiver = new Receiver(server);
                Simulator strange = Simulators.bundled();
                Simulator trusting = Simulators.bundledBuilder()
                        .notificationTls(Client.tls(certificates.authority()))
                        .start()) {
            trusting.notifications().send(url, Notice.v3("REFUND.SUCCESS"));
            strange.notifications().send(url, Notice.v3("REFUND.SUCCESS"));

            assertThat(first(trusting).isAccepted()).isTrue();
            assertThat(receiver.next().json().get("event_type").asString()).isEqualTo("REFUND.SUCCESS");
            assertThat(first(strange).problem().orElseThrow()).contains("SSLHandshakeException");
        }
    }

    @Test
    void sendsNothingOnceClosed() throws Exception {
        Simulator simulator = fast().start();
        Notifications notifications = simulator.notifications();
        try (Receiver receiver = new Receiver()) {
            simulator.close();
            notifications.send(receiver.url(), Notice.v3("REFUND.SUCCESS"));

            assertThat(notifications.pending()).isEmpty();
            assertThat(notifications.attempts()).isEmpty();
        }
    }

    @Test
    void rejectsSpeedThatIsNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulator.builder().notificationSpeed(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulator.builder().notificationSpeed(Double.NaN));
    }

    @Test
    void timesOutAfterConfiguredTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Simulator simulator = Simulators.bundledBuilder()
                        .notificationTimeout(Duration.ofMillis(20))
                        .start()) {
            simulator
                    .notifications()
                    .send(URI.create("http://localhost:" + silent.getLocalPort() + "/"), Notice.v3("REFUND.SUCCESS"));

            assertThat(first(simulator).problem()).hasValue("no response within 20 ms");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT24H0.001S"})
    void rejectsTimeoutOutOfRange(Duration timeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulator.builder().notificationTimeout(timeout))
                .withMessage("notificationTimeout must be between a millisecond and a day (was " + timeout + ")");
    }

    private static NotificationAttempt first(Simulator simulator) throws InterruptedException {
        return simulator.notifications().await(attempt -> true, LONG).orElseThrow();
    }

    private static SimulatorBuilder fast() {
        return Simulators.bundledBuilder().notificationSpeed(AT_ONCE);
    }

    /** A port that is taken and at which nothing listens. */
    private static Socket nobody() throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return socket;
    }

    private static URI url(Socket socket) {
        return URI.create("http://localhost:" + socket.getLocalPort() + "/");
    }
}
