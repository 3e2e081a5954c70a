package io.github.wxpaycodegen.simulator.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.runtime.message.SignType;
import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Notice;
import io.github.wxpaycodegen.simulator.NoticeFault;
import io.github.wxpaycodegen.simulator.NotificationAttempt;
import io.github.wxpaycodegen.simulator.Receiver;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Client;
import io.github.wxpaycodegen.simulator.internal.specs.SpecLoader;
import io.github.wxpaycodegen.simulator.internal.v3.V3PaymentsTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** v2 orders, and notifications of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class V2PaymentsTest {
    private static final Map<String, String> PARTIES =
            Map.of("sub_appid", "wx8888888888888888", "sub_mch_id", "1900000109");

    private final Simulator simulator =
            Simulators.bundledBuilder().rememberOrders().start();
    private final Client client = Client.withCertificate(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void newOrderIsNotPaid() throws Exception {
        String number = V3PaymentsTest.number();
        Map<String, String> created = call("/pay/unifiedorder", order(number, 100));

        assertThat(created)
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("trade_type", "NATIVE")
                .containsKeys("prepay_id", "code_url")
                .doesNotContainKeys("mweb_url", "promotion_detail", "err_code");
        assertThat(query(number))
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("trade_state", "NOTPAY")
                .containsEntry("out_trade_no", number)
                .containsEntry("attach", "a&b")
                .doesNotContainKeys("transaction_id", "openid", "total_fee", "coupon_id_0");
    }

    @Test
    void paidOrderIsPaidInBothProtocols() throws Exception {
        String number = V3PaymentsTest.number();
        call("/pay/unifiedorder", order(number, 100));
        String transactionId = simulator.orders().pay(number);

        Map<String, String> paid = query(number);

        assertThat(paid)
                .containsEntry("trade_state", "SUCCESS")
                .containsEntry("transaction_id", transactionId)
                .containsEntry("total_fee", "100")
                .containsEntry("cash_fee", "100")
                .containsEntry("fee_type", "CNY")
                .containsEntry("trade_type", "NATIVE")
                .containsEntry("appid", "wxd678efh567hg6787");
        assertThat(paid.get("time_end")).matches("20[0-9]{12}");
        assertThat(call("/pay/orderquery", fields("transaction_id", transactionId)))
                .containsEntry("out_trade_no", number);
        JsonNode v3 = new V3Client(simulator)
                .get("/v3/pay/transactions/id/" + transactionId + "?mchid=" + Client.MCHID)
                .read();
        assertThat(v3.get("out_trade_no").asString()).isEqualTo(number);
        assertThat(v3.get("attach").asString()).isEqualTo("a&b");
        assertThat(v3.at("/amount/total").asInt()).isEqualTo(100);
    }

    @Test
    void servesOrdersOfServiceProviders() throws Exception {
        String number = V3PaymentsTest.number();
        Map<String, String> order = order(number, 100);
        order.putAll(Client.fields("sub_appid", "wx8888888888888888", "sub_mch_id", "1900000109"));
        order.putAll(Client.fields("trade_type", "JSAPI", "sub_openid", "openid-at-sub"));
        assertThat(call("/pay/unifiedorder", order))
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("sub_mch_id", "1900000109");
        simulator.orders().pay(number);

        Map<String, String> paid = call("/pay/orderquery", fields("out_trade_no", number, "sub_mch_id", "1900000109"));

        assertThat(paid)
                .containsEntry("trade_state", "SUCCESS")
                .containsEntry("sub_appid", "wx8888888888888888")
                .containsEntry("sub_mch_id", "1900000109")
                .containsEntry("sub_openid", "openid-at-sub")
                .containsEntry("sub_is_subscribe", "N");
        assertThat(call("/pay/orderquery", fields("out_trade_no", number, "sub_mch_id", "1900000110")))
                .containsEntry("err_code", "ORDERNOTEXIST")
                .containsEntry("sub_mch_id", "1900000110");
        String query = "?sp_mchid=" + Client.MCHID + "&sub_mchid=1900000109";
        JsonNode v3 = new V3Client(simulator)
                .get("/v3/pay/partner/transactions/out-trade-no/" + number + query)
                .read();
        assertThat(v3.get("sp_mchid").asString()).isEqualTo(Client.MCHID);
        assertThat(v3.get("sub_mchid").asString()).isEqualTo("1900000109");
        assertThat(v3.get("sub_appid").asString()).isEqualTo("wx8888888888888888");
    }

    @ParameterizedTest
    @CsvSource({
        "/pay/unifiedorder, /pay/closeorder",
        "/pay/unifiedorder, /secapi/pay/reverse",
        "/pay/micropay, /pay/orderquery",
        "/pay/micropay, /secapi/pay/reverse",
        "/pay/micropay, /secapi/pay/refund",
        "/pay/micropay, /pay/refundquery",
    })
    void repeatsPartiesOfRequest(String create, String path) throws Exception {
        String number = V3PaymentsTest.number();
        Map<String, String> order = order(number, 100);
        order.putAll(PARTIES);
        if (create.endsWith("micropay")) {
            order.keySet().removeAll(List.of("trade_type", "notify_url"));
            order.putAll(Client.fields("auth_code", "134567890123456789", "detail", "{}", "device_info", "T1"));
        }
        assertThat(call(create, order)).containsAllEntriesOf(PARTIES);
        Map<String, String> refund = refund(number, "R" + number, 100);
        refund.putAll(PARTIES);
        if (path.endsWith("refundquery")) {
            call("/secapi/pay/refund", refund);
        }
        Map<String, String> named = fields("out_trade_no", number);
        named.putAll(PARTIES);

        Map<String, String> answer = call(path, path.endsWith("refund") ? refund : named);

        assertThat(answer).containsEntry("result_code", "SUCCESS").containsAllEntriesOf(PARTIES);
    }

    @Test
    void repeatsGoodsOfPaymentByCode() throws Exception {
        Map<String, String> order = order(V3PaymentsTest.number(), 100);
        order.keySet().removeAll(List.of("trade_type", "notify_url"));
        order.putAll(Client.fields("auth_code", "134567890123456789", "detail", "{\"cost_price\":1}"));

        assertThat(call("/pay/micropay", order)).containsEntry("detail", "{\"cost_price\":1}");
    }

    @Test
    void equalOrdersAreOneOrder() throws Exception {
        String number = V3PaymentsTest.number();
        String first = call("/pay/unifiedorder", order(number, 100)).get("prepay_id");

        Map<String, String> again = order(number, 100);
        again.put("nonce_str", "another");
        assertThat(call("/pay/unifiedorder", again)).containsEntry("prepay_id", first);
        assertThat(call("/pay/unifiedorder", order(number, 101))).containsEntry("err_code", "OUT_TRADE_NO_USED");
        simulator.orders().pay(number);
        assertThat(call("/pay/unifiedorder", order(number, 100)))
                .containsEntry("result_code", "FAIL")
                .containsEntry("err_code", "ORDERPAID")
                .containsEntry("err_code_des", "该订单已支付");
        assertThat(call("/pay/closeorder", fields("out_trade_no", number))).containsEntry("err_code", "ORDERPAID");
    }

    @Test
    void closedOrderStaysClosed() throws Exception {
        String number = V3PaymentsTest.number();
        call("/pay/unifiedorder", order(number, 100));

        assertThat(call("/pay/closeorder", fields("out_trade_no", number)))
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("result_msg", "OK");
        assertThat(call("/pay/closeorder", fields("out_trade_no", number))).containsEntry("err_code", "ORDERCLOSED");
        assertThat(call("/pay/unifiedorder", order(number, 100))).containsEntry("err_code", "ORDERCLOSED");
        assertThat(query(number)).containsEntry("trade_state", "CLOSED");
    }

    @ParameterizedTest
    @CsvSource({"/pay/orderquery", "/pay/closeorder", "/secapi/pay/reverse"})
    void unknownOrderDoesNotExist(String path) throws Exception {
        assertThat(call(path, fields("out_trade_no", "none"))).containsEntry("err_code", "ORDERNOTEXIST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"280061098828009406", "12006109882800940", "face-code"})
    void rejectsCodeThatIsNotOfWeChatPay(String code) throws Exception {
        String number = V3PaymentsTest.number();
        Map<String, String> order = order(number, 100);
        order.put("auth_code", code);

        assertThat(call("/pay/micropay", order)).containsEntry("err_code", "AUTH_CODE_INVALID");
        assertThat(call("/pay/orderquery", fields("out_trade_no", number))).containsEntry("err_code", "ORDERNOTEXIST");
    }

    @Test
    void paysByCodeAtOnceAndReverses() throws Exception {
        String number = V3PaymentsTest.number();
        Map<String, String> order = order(number, 100);
        order.put("auth_code", "120061098828009406");

        assertThat(call("/pay/micropay", order))
                .containsEntry("trade_type", "MICROPAY")
                .containsEntry("total_fee", "100")
                .containsKey("transaction_id");
        assertThat(call("/secapi/pay/reverse", fields("out_trade_no", number))).containsEntry("recall", "N");
        assertThat(query(number)).containsEntry("trade_state", "REVOKED");
        assertThat(call("/pay/micropay", order)).containsEntry("err_code", "ORDERREVERSED");
        assertThat(call("/secapi/pay/refund", refund(number, "R" + number, 1)))
                .containsEntry("err_code", "TRADE_STATE_ERROR");
    }

    @Test
    void paysByFaceAndReverses() throws Exception {
        String number = V3PaymentsTest.number();
        Map<String, String> order = order(number, 100);
        order.keySet().removeAll(List.of("trade_type", "notify_url"));
        order.putAll(Client.fields("face_code", "b713b5d2-666c-48", "sign_type", "HMAC-SHA256"));

        String id = call("/pay/facepay", order).get("transaction_id");

        assertThat(call("/pay/facepayquery", fields("out_trade_no", number)))
                .containsEntry("trade_state", "SUCCESS")
                .containsEntry("trade_type", "FACEPAY")
                .containsEntry("transaction_id", id);
        assertThat(call("/secapi/pay/facepayreverse", fields("out_trade_no", number)))
                .containsEntry("recall", "N");
        assertThat(call("/pay/facepayquery", fields("out_trade_no", number))).containsEntry("trade_state", "REVOKED");
        assertThat(call("/pay/facepay", order)).containsEntry("err_code", "ORDERREVERSED");
    }

    @Test
    void waitsForPasswordOfPaymentByCode() throws Exception {
        try (Simulator asking = Simulators.bundledBuilder().rememberOrders().start()) {
            Client there = Client.withCertificate(asking);
            Map<String, String> order = order("1", 100);
            order.put("auth_code", "120061098828009406");
            asking.orders().askForPassword();

            assertThat(Client.read(there.post("/pay/micropay", order))).containsEntry("err_code", "USERPAYING");
            assertThat(Client.read(there.post("/pay/micropay", order))).containsEntry("err_code", "USERPAYING");
            assertThat(Client.read(there.post("/pay/orderquery", fields("out_trade_no", "1"))))
                    .containsEntry("trade_state", "USERPAYING")
                    .doesNotContainKey("transaction_id");
            asking.orders().pay("1");
            assertThat(Client.read(there.post("/pay/orderquery", fields("out_trade_no", "1"))))
                    .containsEntry("trade_state", "SUCCESS");
            order.put("out_trade_no", "2");
            assertThat(Client.read(there.post("/pay/micropay", order))).containsEntry("result_code", "SUCCESS");
        }
    }

    @Test
    void refundsAreQueriedByTheirOffset() throws Exception {
        String number = V3PaymentsTest.number();
        call("/pay/unifiedorder", order(number, 100));
        simulator.orders().pay(number);
        for (int i = 0; i < 12; i++) {
            call("/secapi/pay/refund", refund(number, i + "R" + number, 1));
        }
        assertThat(call("/pay/refundquery", fields("out_trade_no", number)))
                .containsEntry("total_refund_count", "12")
                .containsEntry("refund_count", "10")
                .containsKey("refund_id_9")
                .doesNotContainKey("refund_id_10");
        assertThat(call("/pay/refundquery", fields("out_trade_no", number, "offset", "10")))
                .containsEntry("refund_count", "2")
                .containsEntry("out_refund_no_0", "10R" + number);
    }

    @Test
    void remembersEachRefund() throws Exception {
        String number = V3PaymentsTest.number();
        call("/pay/unifiedorder", order(number, 100));
        assertThat(call("/secapi/pay/refund", refund(number, "A" + number, 60)))
                .containsEntry("err_code", "TRADE_STATE_ERROR");
        simulator.orders().pay(number);

        Map<String, String> first = call("/secapi/pay/refund", refund(number, "A" + number, 60));
        Map<String, String> second = call("/secapi/pay/refund", refund(number, "B" + number, 40));

        assertThat(first)
                .containsEntry("refund_fee", "60")
                .containsEntry("total_fee", "100")
                .containsEntry("out_refund_no", "A" + number)
                .containsEntry("cash_refund_fee", "60");
        assertThat(call("/secapi/pay/refund", refund(number, "A" + number, 60)))
                .containsEntry("refund_id", first.get("refund_id"));
        assertThat(call("/secapi/pay/refund", refund(number, "A" + number, 61)))
                .containsEntry("err_code", "REFUND_FEE_MISMATCH");
        assertThat(call("/secapi/pay/refund", refund(number, "C" + number, 1)))
                .containsEntry("err_code", "INVALID_REQUEST");
        assertThat(query(number)).containsEntry("trade_state", "REFUND");
        assertThat(call("/pay/refundquery", fields("out_trade_no", number)))
                .containsEntry("refund_count", "2")
                .containsEntry("total_refund_count", "2")
                .containsEntry("out_refund_no_0", "A" + number)
                .containsEntry("refund_fee_0", "60")
                .containsEntry("refund_status_0", "SUCCESS")
                .containsEntry("refund_id_1", second.get("refund_id"))
                .containsEntry("refund_fee_1", "40")
                .doesNotContainKeys("out_refund_no_2", "coupon_refund_id_0_0");
        assertThat(call("/pay/refundquery", fields("out_refund_no", "B" + number)))
                .containsEntry("refund_count", "1")
                .containsEntry("out_refund_no_0", "B" + number);
        assertThat(call("/pay/refundquery", fields("out_refund_no", "C" + number)))
                .containsEntry("err_code", "REFUNDNOTEXIST");
    }

    @ParameterizedTest
    @CsvSource({"MD5", "HMAC-SHA256"})
    void notifiesOfPaymentWithAlgorithmOfOrder(String signType) throws Exception {
        try (Receiver receiver = new Receiver()) {
            String number = V3PaymentsTest.number();
            Map<String, String> order = order(number, 100);
            order.put("sign_type", signType);
            order.put("notify_url", receiver.url().toString());
            call("/pay/unifiedorder", order);
            String transactionId = simulator.orders().pay(number);

            Receiver.Received received = receiver.next();
            assertThat(received.header("Content-Type")).isEqualTo("text/xml; charset=utf-8");
            Map<String, String> fields = Client.read(received.text());
            assertThat(fields)
                    .containsEntry("return_code", "SUCCESS")
                    .containsEntry("result_code", "SUCCESS")
                    .containsEntry("mch_id", Client.MCHID)
                    .containsEntry("appid", "wxd678efh567hg6787")
                    .containsEntry("out_trade_no", number)
                    .containsEntry("transaction_id", transactionId)
                    .containsEntry("total_fee", "100")
                    .containsEntry("attach", "a&b")
                    .containsEntry("sign", Client.sign(fields, signType, Client.KEY))
                    .doesNotContainKeys("err_code", "coupon_id_0", "trade_state");
        }
    }

    @Test
    void encryptsNotificationOfRefund() throws Exception {
        try (Receiver receiver = new Receiver()) {
            String number = V3PaymentsTest.number();
            call("/pay/unifiedorder", order(number, 100));
            simulator.orders().pay(number);
            Map<String, String> refund = refund(number, "R" + number, 40);
            refund.put("notify_url", receiver.url().toString());
            String refundId = call("/secapi/pay/refund", refund).get("refund_id");

            Map<String, String> fields = Client.read(receiver.next().text());

            assertThat(fields).containsOnlyKeys("return_code", "appid", "mch_id", "nonce_str", "req_info");
            String secret = decryptRefund(fields.get("req_info"));
            assertThat(secret).startsWith("<root>").endsWith("</root>");
            assertThat(Client.read(secret))
                    .containsEntry("out_trade_no", number)
                    .containsEntry("out_refund_no", "R" + number)
                    .containsEntry("refund_id", refundId)
                    .containsEntry("refund_status", "SUCCESS")
                    .containsEntry("refund_fee", "40")
                    .containsEntry("total_fee", "100");
        }
    }

    static Stream<NotificationSpec> everyNotification() {
        return SpecLoader.bundled().notifications().stream().filter(spec -> spec.protocol() == Protocol.V2);
    }

    @ParameterizedTest
    @MethodSource("everyNotification")
    void notificationsHaveAllFieldsAndSignature(NotificationSpec spec) throws Exception {
        try (Receiver receiver = new Receiver()) {
            simulator.notifications().send(receiver.url(), Notice.v2(spec.id()));

            Map<String, String> fields = Client.read(receiver.next().text());

            assertThat(fields)
                    .containsKeys(spec.body().fields().stream()
                            .filter(field -> !field.indexed())
                            .map(field -> field.name())
                            .filter(name -> !name.startsWith("err_code"))
                            .toArray(String[]::new));
            boolean signed =
                    spec.body().fields().stream().anyMatch(field -> field.name().equals("sign"));
            String signType = fields.getOrDefault("algorithm", fields.getOrDefault("sign_type", "MD5"));
            assertThat(fields.get("sign")).isEqualTo(signed ? Client.sign(fields, signType, Client.KEY) : null);
            if (fields.containsKey("event_ciphertext")) {
                String event = Receiver.decrypt(
                        simulator.v3Key(),
                        fields.get("event_nonce"),
                        fields.get("event_associated_data"),
                        fields.get("event_ciphertext"));
                assertThat(fields).containsEntry("event_type", spec.id());
                assertThat(event).startsWith("<xml>");
                assertThat(Client.read(event)).containsEntry("out_order_no", "1234323JKHDFE1243252");
            }
        }
    }

    @Test
    void notificationHasValuesOfTest() throws Exception {
        try (Receiver receiver = new Receiver()) {
            simulator
                    .notifications()
                    .send(
                            receiver.url(),
                            Notice.v2("transaction-success")
                                    .with("total_fee", "7")
                                    .unknownField("new_field", "1")
                                    .signType(SignType.HMAC_SHA256));
            Map<String, String> fields = Client.read(receiver.next().text());
            assertThat(fields)
                    .containsEntry("total_fee", "7")
                    .containsEntry("new_field", "1")
                    .containsEntry("sign", Client.sign(fields, "HMAC-SHA256", Client.KEY));

            simulator
                    .notifications()
                    .send(receiver.url(), Notice.v2("refund-processed").with("req_info.refund_fee", "9"));
            String secret = decryptRefund(Client.read(receiver.next().text()).get("req_info"));
            assertThat(Client.read(secret)).containsEntry("refund_fee", "9");
        }
    }

    @Test
    void makesNotificationsFaulty() throws Exception {
        Map<String, String> bad = spoilt("transaction-success", NoticeFault.BAD_SIGNATURE);
        assertThat(bad.get("sign")).hasSize(32).isNotEqualTo(Client.sign(bad, "MD5", Client.KEY));
        assertThat(spoilt("transaction-success", NoticeFault.UNSIGNED)).doesNotContainKey("sign");
        Map<String, String> tampered = spoilt("transaction-success", NoticeFault.TAMPERED);
        assertThat(tampered.get("sign")).isNotEqualTo(Client.sign(tampered, "MD5", Client.KEY));
        Map<String, String> other = spoilt("vehicle-state-changed-for-parking", NoticeFault.OTHER_ALGORITHM);
        assertThat(other).containsEntry("sign", Client.sign(other, "MD5", Client.KEY));
        Map<String, String> event = spoilt("CHECK.SUCCESS", NoticeFault.OTHER_ALGORITHM);
        assertThat(event)
                .containsEntry("event_algorithm", "AEAD_AES_128_CCM")
                .containsEntry("sign", Client.sign(event, "HMAC-SHA256", Client.KEY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Notice.v2("transaction-success").withFault(NoticeFault.SIGN_TEST));
    }

    @Test
    void repeatsUnlessReplyIsSuccess() throws Exception {
        try (Simulator fast = Simulators.bundledBuilder().notificationSpeed(1e9).start();
                Receiver receiver = new Receiver()) {
            receiver.reply(200, "");
            receiver.reply(200, "<xml><return_code>FAIL</return_code></xml>");
            receiver.reply(500, Receiver.V2_SUCCESS);
            fast.notifications().send(receiver.url(), Notice.v2("transaction-success"));

            NotificationAttempt taken = fast.notifications()
                    .await(NotificationAttempt::isAccepted, Duration.ofMinutes(5))
                    .orElseThrow();
            assertThat(taken.number()).isEqualTo(4);
        }
    }

    private Map<String, String> spoilt(String id, NoticeFault fault) throws Exception {
        try (Receiver receiver = new Receiver()) {
            simulator.notifications().send(receiver.url(), Notice.v2(id).withFault(fault));
            return Client.read(receiver.next().text());
        }
    }

    private Map<String, String> query(String number) throws Exception {
        return call("/pay/orderquery", fields("out_trade_no", number));
    }

    /** The answer, rightly signed. */
    private Map<String, String> call(String path, Map<String, String> fields) throws Exception {
        HttpResponse<String> response = client.post(path, fields);
        Map<String, String> answer = Client.read(response);
        assertThat(answer)
                .containsEntry("sign", Client.sign(answer, fields.getOrDefault("sign_type", "MD5"), Client.KEY));
        return answer;
    }

    private static Map<String, String> fields(String... more) {
        Map<String, String> fields =
                Client.fields("appid", "wxd678efh567hg6787", "mch_id", Client.MCHID, "nonce_str", "ibuaiVcKdpRxkhJA");
        fields.putAll(Client.fields(more));
        return fields;
    }

    private static Map<String, String> order(String number, int total) {
        return new LinkedHashMap<>(fields(
                "out_trade_no",
                number,
                "total_fee",
                Integer.toString(total),
                "body",
                "腾讯充值中心-QQ会员充值",
                "attach",
                "a&b",
                "spbill_create_ip",
                "127.0.0.1",
                "trade_type",
                "NATIVE",
                "notify_url",
                "http://localhost:1/none"));
    }

    private static Map<String, String> refund(String number, String refundNumber, int amount) {
        return fields(
                "out_trade_no",
                number,
                "out_refund_no",
                refundNumber,
                "total_fee",
                "100",
                "refund_fee",
                Integer.toString(amount));
    }

    private static String decryptRefund(String secret) throws Exception {
        byte[] digest = MessageDigest.getInstance("MD5").digest(Client.KEY.getBytes(StandardCharsets.UTF_8));
        Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(HexFormat.of().formatHex(digest).getBytes(StandardCharsets.UTF_8), "AES"));
        return new String(cipher.doFinal(Base64.getDecoder().decode(secret)), StandardCharsets.UTF_8);
    }
}
