package io.github.wxpaycodegen.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wxpaycodegen.simulator.internal.v3.V3BodyRulesTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each behavior of the v3 gateway as a client sees it. */
class V3BehaviorTest {
    private static final String ORDERS = "/v3/play/orders";

    private final Simulator simulator = Simulators.play();
    private final V3Client client = new V3Client(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void setsBehaviorForOnePathOrForAll() throws Exception {
        simulator.next("/v3/play/orders/2", V3Behavior.error(403, "OF_TWO", "a"));
        simulator.next("/v3/play/orders/{id}", V3Behavior.error(403, "OF_ANY", "a"));
        simulator.next("/v3/play/orders/{order_id}", V3Behavior.error(403, "OF_ANY_LATER", "a"));
        simulator.next("/v3/play/orders/1", V3Behavior.error(403, "OF_ONE", "a"));
        assertThat(simulator.pendingBehaviors())
                .isEqualTo(Map.of("/v3/play/orders/2", 1, "/v3/play/orders/{order_id}", 2, "/v3/play/orders/1", 1));

        assertThat(code(getOrder("1"))).isEqualTo("OF_ONE");
        assertThat(code(getOrder("1"))).isEqualTo("OF_ANY");
        assertThat(code(getOrder("3"))).isEqualTo("OF_ANY_LATER");
        assertThat(getOrder("1").statusCode()).isEqualTo(200);
        assertThat(code(getOrder("2"))).isEqualTo("OF_TWO");
        assertThat(simulator.pendingBehaviors()).isEmpty();
    }

    @Test
    void setsBehaviorForPathHoweverItIsEncoded() throws Exception {
        simulator.next("/v3/play/orders/a|b", V3Behavior.error(403, "PLAIN", "a"));
        simulator.next("/v3/play/orders/a%7cb", V3Behavior.error(403, "ENCODED", "a"));
        simulator.next("/v3/play/orders/%zz", V3Behavior.error(403, "MALFORMED", "a"));

        assertThat(code(getOrder("a%7Cb"))).isEqualTo("PLAIN");
        assertThat(code(getOrder("%61%7Cb"))).isEqualTo("ENCODED");
        assertThat(getOrder("a%7Cb").statusCode()).isEqualTo(200);
    }

    @Test
    void signsError() throws Exception {
        HttpResponse<byte[]> answer = order(V3Behavior.error(403, "NOT_ENOUGH", "余额不足"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(text(answer)).isEqualTo("{\"code\":\"NOT_ENOUGH\",\"message\":\"余额不足\"}");
        assertThat(client.isRightlySigned(answer)).isTrue();
    }

    @Test
    void prefersRefusalToError() throws Exception {
        simulator.next(ORDERS, V3Behavior.error(403, "NOT_ENOUGH", "余额不足"));

        assertThat(code(client.post(ORDERS, "{}").send())).isEqualTo("PARAM_ERROR");
    }

    @Test
    void acceptsWithoutPerforming() throws Exception {
        HttpResponse<byte[]> answer = order(V3Behavior.accepted());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(client.isRightlySigned(answer)).isTrue();
    }

    @Test
    void rejectsTooManyRequestsByJsonOrPage() throws Exception {
        HttpResponse<byte[]> json = order(V3Behavior.tooManyRequests());
        HttpResponse<byte[]> page = order(V3Behavior.tooManyRequestsPage());

        assertThat(json.statusCode()).isEqualTo(429);
        assertThat(code(json)).isEqualTo("FREQUENCY_LIMITED");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(text(page)).startsWith("<html>");
    }

    @Test
    void badGatewayAndPlainErrorAreNotJson() throws Exception {
        HttpResponse<byte[]> page = order(Behavior.badGateway());
        HttpResponse<byte[]> plain = order(V3Behavior.plainError(500, "系统错误"));

        assertThat(page.statusCode()).isEqualTo(502);
        assertThat(text(page)).startsWith("<html>");
        assertThat(plain.statusCode()).isEqualTo(500);
        assertThat(text(plain)).isEqualTo("系统错误");
    }

    @Test
    void signsSkewedTime() throws Exception {
        HttpResponse<byte[]> answer = order(V3Behavior.clockSkew(Duration.ofMinutes(-10)));

        long timestamp = Long.parseLong(V3Client.header(answer, "Wechatpay-Timestamp"));
        assertThat(Instant.ofEpochSecond(timestamp)).isBefore(Instant.now().minusSeconds(590));
        assertThat(client.isRightlySigned(answer)).isTrue();
    }

    @Test
    void namesUnknownOrOtherSerial() throws Exception {
        HttpResponse<byte[]> unknown = order(V3Behavior.unknownSerial());
        HttpResponse<byte[]> other = order(V3Behavior.serial(simulator.publicKeyId()));

        assertThat(V3Client.header(unknown, "Wechatpay-Serial"))
                .matches("[0-9A-F]{40}")
                .isNotEqualTo(simulator.platformSerial());
        assertThat(V3Client.header(other, "Wechatpay-Serial")).isEqualTo(simulator.publicKeyId());
        assertThat(client.isRightlySigned(other)).isFalse();
    }

    @Test
    void marksSignatureTest() throws Exception {
        HttpResponse<byte[]> answer = order(V3Behavior.signTest());

        assertThat(V3Client.header(answer, "Wechatpay-Signature"))
                .startsWith("WECHATPAY/SIGNTEST/")
                .hasSize(344);
        assertThat(client.isRightlySigned(answer)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wechatpay-Timestamp",
                "Wechatpay-Nonce",
                "Wechatpay-Signature",
                "Wechatpay-Serial",
                "Wechatpay-Signature-Type",
                "Request-ID",
                "Content-Type"
            })
    void omitsHeader(String name) throws Exception {
        assertThat(order(Behavior.delay(Duration.ZERO)).headers().firstValue(name))
                .isPresent();

        HttpResponse<byte[]> answer = order(V3Behavior.missingHeader(name));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue(name)).isEmpty();
    }

    @Test
    void replacesHeader() throws Exception {
        assertThat(V3Client.header(order(V3Behavior.header("Wechatpay-Timestamp", "now")), "Wechatpay-Timestamp"))
                .isEqualTo("now");
    }

    @Test
    void omitsSignatureHeadersWhenUnsigned() throws Exception {
        HttpResponse<byte[]> answer = order(Behavior.missingSignature());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("wechatpay"));
    }

    @Test
    void badSignatureIsWellFormed() throws Exception {
        HttpResponse<byte[]> answer = order(Behavior.badSignature());

        assertThat(V3Client.header(answer, "Wechatpay-Signature")).hasSize(344);
        assertThat(client.isRightlySigned(answer)).isFalse();
    }

    @Test
    void changesTamperedFieldAfterSigning() throws Exception {
        HttpResponse<byte[]> answer = order(Behavior.tampered("prepay_id", "another"));

        assertThat(V3Client.json(answer).get("prepay_id").asString()).isEqualTo("another");
        assertThat(client.isRightlySigned(answer)).isFalse();
        assertThat(client.isSigned(answer, text(answer).replace("another", "sample-prepay_id")))
                .isTrue();
    }

    @Test
    void signsUnknownFieldsAndValues() throws Exception {
        HttpResponse<byte[]> field = order(Behavior.unknownField("brand_new", "值"));
        HttpResponse<byte[]> value = order(Behavior.unknownEnumValue("amount.currency", "EUR"));
        HttpResponse<byte[]> list = order(V3Behavior.with("goods[1].gift", "null"));

        assertThat(V3Client.json(field).get("brand_new").asString()).isEqualTo("值");
        assertThat(client.isRightlySigned(field)).isTrue();
        assertThat(V3Client.json(value).at("/amount/currency").asString()).isEqualTo("EUR");
        assertThat(client.isRightlySigned(value)).isTrue();
        assertThat(V3Client.json(list).at("/goods/1/gift").isNull()).isTrue();
        assertThat(client.isRightlySigned(list)).isTrue();
    }

    /** With a status after which no client repeats the request, because the repetition would succeed. */
    @Test
    void reportsImpossibleChange() throws Exception {
        HttpResponse<byte[]> answer = order(V3Behavior.with("goods[9].price", "1"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(text(answer))
                .isEqualTo("the behavior of this request is impossible: cannot set goods[9].price: the response has no"
                        + " object goods[9]");
        assertThat(V3Client.header(answer, "Content-Type")).startsWith("text/plain");
        assertThat(simulator.calls()).hasSize(1);
        assertThat(simulator.calls().get(0).error())
                .hasValue("cannot set goods[9].price: the response has no object goods[9]");
    }

    @Test
    void reportsErrorThatCannotBeChanged() throws Exception {
        try (Simulator remembering =
                Simulators.bundledBuilder().rememberOrders().start()) {
            String path = "/v3/pay/transactions/out-trade-no/NONE";
            remembering.next(path, V3Behavior.with("amount.total", "1"));

            HttpResponse<byte[]> answer = new V3Client(remembering)
                    .get(path + "?mchid=" + Client.MCHID)
                    .send();

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(text(answer))
                    .contains(
                            "cannot set amount.total: the response has no object amount, because it is the error ORDER_NOT");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "prepay_id.inner, object prepay_id",
        "nothing.inner, object nothing",
        "amount.nothing.inner, object amount.nothing",
        "goods.price, object goods",
        "amount[0].total, list amount",
        "nothing[0].total, list nothing"
    })
    void rejectsFieldInPartThatNoResponseHas(String field, String parent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.next(ORDERS, V3Behavior.with(field, "1")))
                .withMessage("V3Behavior.with sets " + field + ", but the response of " + ORDERS + " has no " + parent
                        + ": check the path of the field, or use Behavior.respond");
        assertThat(simulator.pendingBehaviors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SUCCESS", "{", "1 2", "{\"a\":1,\"a\":2}"})
    void rejectsValueThatIsNotJson(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> V3Behavior.with("trade_state", text))
                .withMessage("the value of trade_state must be JSON, a text within quotation marks (was " + text + ")");
    }

    @Test
    void recordsFieldsBeforeBehavior() throws Exception {
        order(Behavior.unknownField("brand_new", "值"));

        assertThat(simulator.calls().get(0).responseFields())
                .containsKey("prepay_id")
                .doesNotContainKey("brand_new");
    }

    @Test
    void oversizedResponseIsOtherwiseValid() throws Exception {
        HttpResponse<byte[]> answer = order(Behavior.oversized(3_000_000));

        assertThat(answer.body()).hasSizeGreaterThan(3_000_000);
        assertThat(client.isRightlySigned(answer)).isTrue();
    }

    @Test
    void sendsDrippingBodyCompletely() throws Exception {
        assertThat(client.isRightlySigned(order(Behavior.drip(Duration.ofMillis(1)))))
                .isTrue();
    }

    @Test
    void dropsConnectionAsInV2() {
        assertThatIOException().isThrownBy(() -> order(Behavior.truncated()));
        assertThatIOException().isThrownBy(() -> order(Behavior.dropAfterRequest()));
        assertThatIOException().isThrownBy(() -> order(Behavior.dropDuringRequest()));
        assertThat(simulator.calls()).hasSize(2);
    }

    private HttpResponse<byte[]> order(Behavior behavior) throws Exception {
        simulator.next(ORDERS, behavior);
        return client.post(ORDERS, V3BodyRulesTest.right()).send();
    }

    private HttpResponse<byte[]> getOrder(String id) throws Exception {
        return client.get("/v3/play/orders/" + id)
                .header("Idempotency-Key", "k")
                .send();
    }

    private static String code(HttpResponse<byte[]> answer) {
        return V3Client.json(answer).get("code").asString();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
