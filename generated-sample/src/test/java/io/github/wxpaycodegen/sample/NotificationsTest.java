package io.github.wxpaycodegen.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wxpaycodegen.client.WxPay;
import io.github.wxpaycodegen.client.notifications.NotificationIndex;
import io.github.wxpaycodegen.client.notifications.v2.NativeScanned;
import io.github.wxpaycodegen.client.notifications.v2.NativeScannedReply;
import io.github.wxpaycodegen.client.notifications.v2.RefundProcessed;
import io.github.wxpaycodegen.client.notifications.v2.WxvCheckSuccess;
import io.github.wxpaycodegen.client.notifications.v3.CouponUse;
import io.github.wxpaycodegen.client.notifications.v3.ProfitSharingSuccess;
import io.github.wxpaycodegen.client.notifications.v3.TransactionSuccess;
import io.github.wxpaycodegen.examples.NotificationServer;
import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.internal.xml.V2Xml;
import io.github.wxpaycodegen.runtime.internal.xml.XmlFormatException;
import io.github.wxpaycodegen.runtime.message.ResultCode;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.runtime.notification.Notification;
import io.github.wxpaycodegen.runtime.notification.NotificationDispatcher;
import io.github.wxpaycodegen.runtime.notification.NotificationType;
import io.github.wxpaycodegen.runtime.notification.UnknownNotification;
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
    private static final Duration SOON = Duration.ofMinutes(5);

    private final BlockingQueue<Notification> received = new LinkedBlockingQueue<>();
    private Simulator gateway;
    private WxPay pay;
    private NotificationServer server;

    @BeforeAll
    void start() throws Exception {
        gateway = Simulator.builder()
                .keysFrom("tests")
                .mchid(MCHID)
                .v2Key("integration-test-key-0123456789a")
                .notificationSpeed(10_000)
                .notificationTimeout(SOON)
                .start();
        pay = WxPay.create(gateway.config().build());
        server = new NotificationServer(pay.notifications()
                .dispatcher()
                .replyTo(NativeScanned.class, scanned -> {
                    received.add(scanned);
                    return prepared("wx201411101639507cbf6ffd8b0779950874");
                })
                .otherwise(received::add)
                .build());
    }

    private static NativeScannedReply prepared(String prepayId) {
        return NativeScannedReply.builder()
                .resultCode(ResultCode.SUCCESS)
                .prepayId(prepayId)
                .build();
    }

    @AfterAll
    void stop() {
        server.close();
        pay.close();
        gateway.close();
    }

    @TestFactory
    Stream<DynamicTest> everyV3NotificationArrivesAsItsClass() {
        List<NotificationType<?>> all = NotificationIndex.TYPES.all();
        assertThat(all).hasSize(119);
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
        return received.poll(5, TimeUnit.MINUTES);
    }

    private NotificationAttempt attempt(String id) throws InterruptedException {
        return gateway.notifications()
                .await(attempt -> attempt.id().equals(id), SOON)
                .orElseThrow();
    }

    @Test
    void fieldsAreTyped() throws Exception {
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

    @ParameterizedTest
    @EnumSource
    void scannedProductGetsItsOrder(SignType type) throws Exception {
        NativeScanned scanned = (NativeScanned)
                deliver(Notice.v2("native-mode-1").signType(type).with("product_id", "88888"));
        assertThat(scanned.body().productId()).isEqualTo("88888");

        Map<String, String> reply = V2Xml.read(gateway.notifications()
                .await(attempt -> attempt.name().equals("native-mode-1") && signedBy(type, attempt.reply()), SOON)
                .orElseThrow()
                .reply());
        assertThat(reply)
                .containsEntry("return_code", "SUCCESS")
                .containsEntry("appid", scanned.body().appid())
                .containsEntry("mch_id", MCHID)
                .containsEntry("prepay_id", "wx201411101639507cbf6ffd8b0779950874")
                .containsEntry("result_code", "SUCCESS");
    }

    private static boolean signedBy(SignType type, byte[] reply) {
        try {
            return SignType.ofSignature(V2Xml.read(reply).getOrDefault("sign", "")) == type;
        } catch (XmlFormatException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void reportsWhyScannedProductIsUnavailable() throws Exception {
        NotificationDispatcher soldOut = pay.notifications()
                .dispatcher()
                .replyTo(NativeScanned.class, scanned -> NativeScannedReply.builder()
                        .resultCode(ResultCode.FAIL)
                        .errCodeDes("商品已售完")
                        .build())
                .build();
        try (NotificationServer shop = new NotificationServer(soldOut)) {
            String id = gateway.notifications().send(shop.notifyUrl(), Notice.v2("native-mode-1"));

            NotificationAttempt attempt = attempt(id);
            assertThat(attempt.isAccepted()).as("%s", attempt).isTrue();
            assertThat(V2Xml.read(attempt.reply()))
                    .containsEntry("result_code", "FAIL")
                    .containsEntry("err_code_des", "商品已售完")
                    .doesNotContainKey("prepay_id");
        }
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> NativeScannedReply.builder()
                        .resultCode(ResultCode.SUCCESS)
                        .build())
                .withMessageContaining("prepay_id, err_code_des: at least one of them is required");
    }

    @Test
    void eventTypeAloneDoesNotDetermineTheType() throws Exception {
        assertThat(deliver(Notice.v3("PROFITSHARING.SUCCESS").eventType("TRANSACTION.SUCCESS")))
                .isInstanceOf(ProfitSharingSuccess.class);
        assertThat(deliver(Notice.v3("COUPON.USE").eventType("TRANSACTION.SUCCESS")))
                .isInstanceOf(CouponUse.class);
        assertThat(deliver(Notice.v3("TRANSACTION.SUCCESS").eventType("INVENTED.EVENT")))
                .isInstanceOfSatisfying(UnknownNotification.class, unknown -> assertThat(unknown.fields())
                        .containsKey("out_trade_no"));
    }

    @Test
    void acceptsBothAlgorithmsOfV2() throws Exception {
        for (SignType type : SignType.values()) {
            assertThat(deliver(Notice.v2("transaction-success").signType(type).with("out_trade_no", type.name())))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(ResponseKey.class)
    void acceptsEitherKeyDuringMigration(ResponseKey key) throws Exception {
        gateway.signWith(key);

        assertThat(deliver(Notice.v3("REFUND.SUCCESS"))).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(NoticeFault.class)
    void handlesNoInvalidNotification(NoticeFault fault) throws Exception {
        String id = gateway.notifications()
                .send(server.notifyUrl(), Notice.v3("TRANSACTION.SUCCESS").withFault(fault));

        assertThat(attempt(id).status().orElseThrow()).isBetween(400, 401);
        assertThat(received.poll()).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = {"BAD_SIGNATURE", "UNSIGNED", "TAMPERED", "OTHER_ALGORITHM"})
    void everyV2NotificationArrivesAsItsClass(NoticeFault fault) throws Exception {
        // One that names its algorithm: of others, either is right.
        String id = gateway.notifications()
                .send(
                        server.notifyUrl(),
                        Notice.v2("transactions-risk-occurred").withFault(fault));

        assertThat(attempt(id).isAccepted()).isFalse();
        assertThat(received.poll()).isNull();
    }

    @Test
    void handlesDuplicateOnce() throws Exception {
        String id = gateway.notifications()
                .send(server.notifyUrl(), Notice.v3("TRANSACTION.SUCCESS").twice());

        assertThat(received.poll(5, TimeUnit.MINUTES).id()).isEqualTo(id);
        // One that arrives while its twin is being handled has status 503, and is repeated.
        assertThat(gateway.notifications().await(a -> acceptedDeliveries(id) == 2, SOON))
                .isPresent();
        assertThat(received.poll()).isNull();
    }

    private long acceptedDeliveries(String id) {
        return gateway.notifications().latestAttempts().stream()
                .filter(attempt -> attempt.id().equals(id) && attempt.isAccepted())
                .count();
    }

    @Test
    void repeatsNotificationAfterFailedHandler() throws Exception {
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

            assertThat(handled.poll(5, TimeUnit.MINUTES)).isEqualTo(id);
            assertThat(gateway.notifications()
                            .await(a -> a.id().equals(id) && a.isAccepted(), SOON)
                            .orElseThrow()
                            .number())
                    .isEqualTo(3);
        }
    }
}
