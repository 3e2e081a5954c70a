package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.NotificationIndex;
import io.github.wxpaycodegen.client.notifications.v2.RefundProcessed;
import io.github.wxpaycodegen.client.notifications.v2.WxvCheckSuccess;
import io.github.wxpaycodegen.client.notifications.v3.ProfitSharingSuccess;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.examples.NotificationServer;
import io.github.wxpaycodegen.runtime.notification.Notification;
import io.github.wxpaycodegen.runtime.notification.NotificationType;
import io.github.wxpaycodegen.runtime.notification.Protocol;
import io.github.wxpaycodegen.runtime.notification.UnknownNotification;
import io.github.wxpaycodegen.runtime.v2.SignType;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NoticeFault;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.ResponseKey;
import io.github.wxpaycodegen.simulator.Simulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every notification, sent by the simulator over a socket to the server of the guide, arrives as its class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class NotificationsTest {
    private static final String MCHID = "1230000109";
    private static final Duration SOON = Duration.ofSeconds(20);

    private final BlockingQueue<Notification> received = new LinkedBlockingQueue<>();
    private Simulator gateway;
    private WxPay pay;
    private NotificationServer server;

    @BeforeAll
    void start() throws Exception {
        gateway = Simulator.builder()
                .mchid(MCHID)
                .v2Key("integration-test-key-0123456789a")
                .notificationSpeed(10_000)
                .start();
        pay = WxPay.create(gateway.config().build());
        server = new NotificationServer(
                pay.notifications().dispatcher().otherwise(received::add).build());
    }

    @AfterAll
    void stop() {
        server.close();
        pay.close();
        gateway.close();
    }

    @TestFactory
    Stream<DynamicTest> everyNotificationArrivesAsItsClass() {
        List<NotificationType<?>> all = NotificationIndex.TYPES.all();
        assertThat(all).hasSize(112);
        return all.stream()
                .map(type -> DynamicTest.dynamicTest(type.toString(), () -> {
                    Notice notice = type.protocol() == Protocol.V3 ? Notice.v3(type.name()) : Notice.v2(type.name());

                    Notification notification = deliver(notice);

                    assertThat(notification).isExactlyInstanceOf(type.notificationClass());
                    assertThat(content(notification)).isNotNull();
                }));
    }

    /** By reflection, for it is called body in v2 and resource in v3. */
    private static Object content(Notification notification) throws Exception {
        String name = notification.protocol() == Protocol.V3 ? "resource" : "body";
        return notification.getClass().getMethod(name).invoke(notification);
    }

    private Notification deliver(Notice notice) throws InterruptedException {
        String id = gateway.notifications().send(server.notifyUrl(), notice);
        NotificationAttempt attempt = attempt(id);
        assertThat(attempt.isAccepted()).as("%s", attempt).isTrue();
        return received.poll(20, TimeUnit.SECONDS);
    }

    private NotificationAttempt attempt(String id) throws InterruptedException {
        return gateway.notifications()
                .await(attempt -> attempt.id().equals(id), SOON)
                .orElseThrow();
    }

    @Test
    void whatItSaysIsTyped() throws Exception {
        TransactionSuccess paid = (TransactionSuccess) deliver(Notice.v3("TRANSACTION.SUCCESS")
                .with("out_trade_no", "A1")
                .with("amount.total", "100")
                .with("payer.openid", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"));

        assertThat(paid.resource().outTradeNo()).isEqualTo("A1");
        assertThat(paid.resource().amount().total()).isEqualTo(100L);
        assertThat(paid.resource().payer().openid()).isEqualTo("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o");
        assertThat(paid.resource().toString()).doesNotContain("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o");

        RefundProcessed refund =
                (RefundProcessed) deliver(Notice.v2("refund-processed").with("req_info.refund_id", "R1"));
        assertThat(refund.body().reqInfo().refundId()).isEqualTo("R1");
        assertThat(refund.isAuthenticated()).isFalse();

        WxvCheckSuccess confirmed =
                (WxvCheckSuccess) deliver(Notice.v2("CHECK.SUCCESS").with("event_ciphertext.out_order_no", "O1"));
        assertThat(confirmed.body().eventCiphertext().outOrderNo()).isEqualTo("O1");
    }

    @Test
    void anEventTypeAloneIsNoType() throws Exception {
        assertThat(deliver(Notice.v3("PROFITSHARING.SUCCESS").eventType("TRANSACTION.SUCCESS")))
                .isInstanceOf(ProfitSharingSuccess.class);
        assertThat(deliver(Notice.v3("TRANSACTION.SUCCESS").eventType("INVENTED.EVENT")))
                .isInstanceOfSatisfying(UnknownNotification.class, unknown -> assertThat(unknown.fields())
                        .containsKey("out_trade_no"));
    }

    @Test
    void bothAlgorithmsOfV2() throws Exception {
        for (SignType type : SignType.values()) {
            assertThat(deliver(Notice.v2("transaction-success").signType(type).with("out_trade_no", type.name())))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(ResponseKey.class)
    void duringAMigrationEitherKeySigns(ResponseKey key) throws Exception {
        gateway.signWith(key);

        assertThat(deliver(Notice.v3("REFUND.SUCCESS"))).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(NoticeFault.class)
    void whatIsWrongIsNeverHandled(NoticeFault fault) throws Exception {
        String id = gateway.notifications()
                .send(server.notifyUrl(), Notice.v3("TRANSACTION.SUCCESS").spoilt(fault));

        assertThat(attempt(id).status().orElseThrow()).isBetween(400, 401);
        assertThat(received.poll()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"BAD_SIGNATURE", "UNSIGNED", "TAMPERED", "OTHER_ALGORITHM"})
    void norInV2(NoticeFault fault) throws Exception {
        // One that names its algorithm: of others, either is right.
        String id = gateway.notifications()
                .send(
                        server.notifyUrl(),
                        Notice.v2("transactions-risk-occurred").spoilt(fault));

        assertThat(attempt(id).isAccepted()).isFalse();
        assertThat(received.poll()).isNull();
    }

    @Test
    void aDuplicateIsAnsweredAndHandledOnce() throws Exception {
        String id = gateway.notifications()
                .send(server.notifyUrl(), Notice.v3("TRANSACTION.SUCCESS").twice());

        assertThat(received.poll(20, TimeUnit.SECONDS).id()).isEqualTo(id);
        gateway.notifications()
                .await(a -> a.id().equals(id) && a.number() == 2, SOON)
                .ifPresent(second -> assertThat(second.isAccepted()).isTrue());
        assertThat(received.poll()).isNull();
    }

    @Test
    void whatAHandlerCouldNotDoComesAgain() throws Exception {
        BlockingQueue<String> handled = new LinkedBlockingQueue<>();
        Map<String, Integer> failures = new ConcurrentHashMap<>();
        try (NotificationServer shaky = new NotificationServer(pay.notifications()
                .dispatcher()
                .on(TransactionSuccess.class, n -> {
                    if (failures.merge(n.id(), 1, Integer::sum) < 3) {
                        throw new IllegalStateException("not yet");
                    }
                    handled.add(n.id());
                })
                .build())) {
            String id = gateway.notifications().send(shaky.notifyUrl(), Notice.v3("TRANSACTION.SUCCESS"));

            assertThat(handled.poll(20, TimeUnit.SECONDS)).isEqualTo(id);
            assertThat(gateway.notifications()
                            .await(a -> a.id().equals(id) && a.isAccepted(), SOON)
                            .orElseThrow()
                            .number())
                    .isEqualTo(3);
        }
    }
}
