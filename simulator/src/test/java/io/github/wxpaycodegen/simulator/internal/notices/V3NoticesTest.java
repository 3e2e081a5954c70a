package io.github.wxpaycodegen.simulator.internal.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NoticeFault;
import io.github.wxpaycodegen.simulator.Receiver;
import io.github.wxpaycodegen.simulator.ResponseKey;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Client;
import io.github.wxpaycodegen.simulator.internal.specs.SpecLoader;
import io.github.wxpaycodegen.simulator.internal.v3.V3PaymentsTest;
import java.security.PublicKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** v3 notifications as their receivers see them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class V3NoticesTest {
    private final Simulator simulator =
            Simulators.bundledBuilder().rememberOrders().start();
    private final V3Client client = new V3Client(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    static Stream<String> everyNotification() {
        return SpecLoader.bundled().notifications().stream()
                .filter(spec -> spec.protocol() == Protocol.V3)
                .map(NotificationSpec::id);
    }

    @ParameterizedTest
    @MethodSource("everyNotification")
    void signsAndEncryptsEveryNotification(String id) throws Exception {
        try (Receiver receiver = new Receiver()) {
            String sent = simulator.notifications().send(receiver.url(), Notice.v3(id));

            Receiver.Received received = receiver.next();
            assertThat(received.isSignedBy(platformKey())).isTrue();
            assertThat(received.header("Wechatpay-Serial")).isEqualTo(simulator.platformSerial());
            assertThat(received.header("Wechatpay-Signature-Type")).isEqualTo("WECHATPAY2-SHA256-RSA2048");
            assertThat(received.header("Content-Type")).isEqualTo("application/json");
            assertThat(received.age()).isBetween(-5L, 30L);
            JsonNode document = received.json();
            assertThat(document.propertyNames())
                    .containsExactlyInAnyOrder(
                            "id", "create_time", "resource_type", "event_type", "summary", "resource");
            assertThat(document.get("id").asString()).isEqualTo(sent);
            assertThat(document.get("event_type").asString()).isNotEmpty();
            assertThat(document.get("resource_type").asString()).isEqualTo("encrypt-resource");
            assertThat(document.at("/resource/algorithm").asString()).isEqualTo("AEAD_AES_256_GCM");
            NotificationSpec spec = SpecLoader.bundled().notifications().stream()
                    .filter(each -> each.protocol() == Protocol.V3 && each.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(received.resource(simulator.v3Key()).propertyNames())
                    .containsExactlyElementsOf(spec.body().fields().stream()
                            .map(field -> field.name())
                            .toList());
        }
    }

    @Test
    void notifiesOfPaymentAtUrlOfOrder() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String number = V3PaymentsTest.number();
            client.post("/v3/pay/transactions/jsapi", order(number, receiver)).send();
            String transactionId = simulator.orders().pay(number);

            Receiver.Received received = receiver.next();
            assertThat(received.isSignedBy(platformKey())).isTrue();
            assertThat(received.json().get("event_type").asString()).isEqualTo("TRANSACTION.SUCCESS");
            assertThat(received.json().at("/resource/original_type").asString()).isEqualTo("transaction");
            JsonNode resource = received.resource(simulator.v3Key());
            assertThat(resource.get("out_trade_no").asString()).isEqualTo(number);
            assertThat(resource.get("transaction_id").asString()).isEqualTo(transactionId);
            assertThat(resource.get("trade_state").asString()).isEqualTo("SUCCESS");
            assertThat(resource.get("mchid").asString()).isEqualTo(Client.MCHID);
            assertThat(resource.get("amount"))
                    .isEqualTo(
                            JsonMapper.shared()
                                    .readTree(
                                            "{\"total\":100,\"payer_total\":100,\"currency\":\"CNY\",\"payer_currency\":\"CNY\"}"));
            assertThat(resource.get("payer").toString()).isEqualTo("{\"openid\":\"openid-of-payer\"}");
            assertThat(resource.has("receiver")).isFalse();
        }
    }

    @Test
    void notifiesOfRefundAtUrlOfRequest() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String number = V3PaymentsTest.number();
            client.post("/v3/pay/transactions/native", order(number, receiver)).send();
            simulator.orders().pay(number);
            receiver.next();

            String refund = V3PaymentsTest.refund(number, "R" + number, 40, 100)
                    .replace("{\"out_trade_no", "{\"notify_url\":\"" + receiver.url() + "\",\"out_trade_no");
            JsonNode accepted =
                    client.post("/v3/refund/domestic/refunds", refund).read();

            Receiver.Received received = receiver.next();
            assertThat(received.json().get("event_type").asString()).isEqualTo("REFUND.SUCCESS");
            assertThat(received.json().at("/resource/original_type").asString()).isEqualTo("refund");
            JsonNode resource = received.resource(simulator.v3Key());
            assertThat(resource.get("mchid").asString()).isEqualTo(Client.MCHID);
            assertThat(resource.get("out_trade_no").asString()).isEqualTo(number);
            assertThat(resource.get("out_refund_no").asString()).isEqualTo("R" + number);
            assertThat(resource.get("refund_id")).isEqualTo(accepted.get("refund_id"));
            assertThat(resource.get("refund_status").asString()).isEqualTo("SUCCESS");
            assertThat(resource.at("/amount/refund").asInt()).isEqualTo(40);
            assertThat(resource.at("/amount/total").asInt()).isEqualTo(100);
        }
    }

    @Test
    void notificationHasValuesOfTest() throws Exception {
        try (Receiver receiver = new Receiver()) {
            simulator
                    .notifications()
                    .send(
                            receiver.url(),
                            Notice.v3("TRANSACTION.SUCCESS")
                                    .with("amount.total", "7")
                                    .with("trade_state", "UNHEARD_OF")
                                    .unknownField("new_field", "1")
                                    .eventType("TRANSACTION.NEW")
                                    .originalType("other"));

            Receiver.Received received = receiver.next();
            assertThat(received.json().get("event_type").asString()).isEqualTo("TRANSACTION.NEW");
            assertThat(received.json().at("/resource/original_type").asString()).isEqualTo("other");
            JsonNode resource = received.resource(simulator.v3Key());
            assertThat(resource.at("/amount/total").asInt()).isEqualTo(7);
            assertThat(resource.get("trade_state").asString()).isEqualTo("UNHEARD_OF");
            assertThat(resource.get("new_field").asString()).isEqualTo("1");
        }
    }

    @Test
    void refusesFieldThatSpecDoesNotDeclare() {
        try (Receiver receiver = new Receiver()) {
            Map.of(
                            Notice.v3("TRANSACTION.SUCCESS").with("out_trade_noo", "X"),
                            "the notification TRANSACTION.SUCCESS has no field out_trade_noo: did you mean out_trade_no?",
                            Notice.v3("TRANSACTION.SUCCESS").with("total", "1"),
                            "the notification TRANSACTION.SUCCESS has no field total: did you mean amount.total?",
                            Notice.v3("TRANSACTION.SUCCESS").with("amount.total", "abc"),
                            "amount.total of the notification TRANSACTION.SUCCESS must be an integer",
                            Notice.v3("TRANSACTION.SUCCESS").with("amount", "1"),
                            "amount of the notification TRANSACTION.SUCCESS must be an object",
                            Notice.v3("TRANSACTION.SUCCESS").with("success_time", "today"),
                            "success_time of the notification TRANSACTION.SUCCESS must be a time",
                            Notice.v2("transaction-success").with("copon_fee_0", "1"),
                            "the notification transaction-success has no field copon_fee_0",
                            Notice.v2("transaction-success").with("coupon_fee_0", "x"),
                            "coupon_fee_0 of the notification transaction-success must be an integer",
                            Notice.v2("refund-processed").with("req_info.refund_fe", "1"),
                            "the notification refund-processed has no field req_info.refund_fe: did you mean req_info.refund_fee?")
                    .forEach((notice, message) -> assertThatIllegalArgumentException()
                            .isThrownBy(() -> simulator.notifications().send(receiver.url(), notice))
                            .withMessageStartingWith(message));
        }
    }

    @Test
    void sendsDeclaredFieldsOfAnyDepth() throws Exception {
        try (Receiver receiver = new Receiver()) {
            simulator
                    .notifications()
                    .send(
                            receiver.url(),
                            Notice.v3("TRANSACTION.SUCCESS")
                                    .with("promotion_detail[0].amount", "3")
                                    .unknownField("amount.total", "abc"));

            JsonNode resource = receiver.next().resource(simulator.v3Key());
            assertThat(resource.at("/promotion_detail/0/amount").asInt()).isEqualTo(3);
            assertThat(resource.at("/amount/total").asString()).isEqualTo("abc");

            simulator
                    .notifications()
                    .send(receiver.url(), Notice.v2("transaction-success").with("coupon_fee_0", "3"));

            assertThat(receiver.next().text()).contains("coupon_fee_0");
        }
    }

    @Test
    void encryptsFieldsWithinResource() throws Exception {
        try (Receiver receiver = new Receiver()) {
            simulator.notifications().send(receiver.url(), Notice.v3("MCHTRANSFER.BILL.FINISHED"));

            JsonNode resource = receiver.next().resource(simulator.v3Key());
            assertThat(client.decrypt(resource.get("user_name").asString())).isEqualTo("示例姓名");
        }
    }

    @Test
    void rejectsFieldOfElementThatNotificationLacks() {
        try (Receiver receiver = new Receiver()) {
            Notice notice = Notice.v3("TRANSACTION.SUCCESS").with("promotion_detail[9].amount", "1");

            assertThatThrownBy(() -> simulator.notifications().send(receiver.url(), notice))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "cannot set promotion_detail[9].amount: the notification TRANSACTION.SUCCESS has no object"
                                    + " promotion_detail[9]");
        }
    }

    @Test
    void rejectsNotificationWithoutSpec() {
        try (Receiver receiver = new Receiver()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator.notifications().send(receiver.url(), Notice.v3("transaction-success")))
                    .withMessageStartingWith("no spec describes the notification V3 transaction-success; there are ")
                    .withMessageContaining("TRANSACTION.SUCCESS")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("REFUND.SUCCESS"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator.notifications().send(receiver.url(), Notice.v3("PAID")))
                    .withMessageContaining("REFUND.SUCCESS");
        }
    }

    @Test
    void spoilsSignature() throws Exception {
        Receiver.Received spoilt = spoilt(NoticeFault.BAD_SIGNATURE);
        assertThat(spoilt.isSignedBy(platformKey())).isFalse();
        assertThat(spoilt.header("Wechatpay-Signature")).hasSize(344);

        assertThat(spoilt(NoticeFault.UNSIGNED).headers().keySet())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("wechatpay"));

        assertThat(spoilt(NoticeFault.SIGN_TEST).header("Wechatpay-Signature"))
                .startsWith("WECHATPAY/SIGNTEST/")
                .hasSize(344);
    }

    @Test
    void sendsStaleTimeAndUnknownSerial() throws Exception {
        Receiver.Received stale = spoilt(NoticeFault.STALE);
        assertThat(stale.isSignedBy(platformKey())).isTrue();
        assertThat(stale.age()).isBetween(590L, 640L);

        assertThat(spoilt(NoticeFault.UNKNOWN_SERIAL).header("Wechatpay-Serial"))
                .isNotEqualTo(simulator.platformSerial());
    }

    @Test
    void signsWhatCannotBeDecrypted() throws Exception {
        for (NoticeFault fault : List.of(NoticeFault.WRONG_KEY, NoticeFault.TAMPERED)) {
            Receiver.Received spoilt = spoilt(fault);
            assertThat(spoilt.isSignedBy(platformKey())).isTrue();
            assertThatThrownBy(() -> spoilt.resource(simulator.v3Key())).isInstanceOf(AEADBadTagException.class);
        }
        Receiver.Received other = spoilt(NoticeFault.OTHER_ALGORITHM);
        assertThat(other.isSignedBy(platformKey())).isTrue();
        assertThat(other.json().at("/resource/algorithm").asString()).isEqualTo("AEAD_AES_128_CCM");
    }

    @Test
    void alternatesKeysDuringMigration() throws Exception {
        try (Simulator migrating = Simulators.bundled();
                Receiver receiver = new Receiver()) {
            migrating.signWith(ResponseKey.ALTERNATING);
            migrating.notifications().send(receiver.url(), Notice.v3("REFUND.SUCCESS"));
            String first = receiver.next().header("Wechatpay-Serial");
            migrating.notifications().send(receiver.url(), Notice.v3("REFUND.SUCCESS"));
            Receiver.Received second = receiver.next();

            assertThat(first).isEqualTo(migrating.platformSerial());
            assertThat(second.header("Wechatpay-Serial")).isEqualTo(migrating.publicKeyId());
            assertThat(second.isSignedBy(V3Client.publicKey(migrating.publicKeyPem())))
                    .isTrue();
        }
    }

    private Receiver.Received spoilt(NoticeFault fault) throws Exception {
        try (Receiver receiver = new Receiver()) {
            simulator
                    .notifications()
                    .send(receiver.url(), Notice.v3("TRANSACTION.SUCCESS").withFault(fault));
            return receiver.next();
        }
    }

    private PublicKey platformKey() throws Exception {
        return V3Client.certificateKey(simulator.platformCertificatePem());
    }

    private static String order(String number, Receiver receiver) {
        return V3PaymentsTest.order(number, 100)
                .replace("http://localhost:1/none", receiver.url().toString());
    }
}
