package io.github.wxpaycodegen.simulator.internal.v3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.RecordedCall;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Client;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The routes of requests, and the content of successful responses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class V3ResponsesTest {
    private final Simulator simulator = Simulators.play();
    private final V3Client client = new V3Client(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @Test
    void hasValueOfTypeInEveryField() throws Exception {
        HttpResponse<byte[]> response =
                client.post("/v3/play/orders", V3BodyRulesTest.right()).send();

        assertThat(client.isRightlySigned(response)).isTrue();
        assertThat(V3Client.header(response, "Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(V3Client.header(response, "Wechatpay-Signature-Type")).isEqualTo("WECHATPAY2-SHA256-RSA2048");
        assertThat(V3Client.json(response).toString())
                .matches("\\{\"mchid\":\"10000100\",\"appid\":\"wx8888888888888888\",\"out_trade_no\":\"1\","
                        + "\"attach\":\"samp\",\"level\":1,\"state\":\"OPEN\",\"discount\":\\d{3}\\.5,\"invoice\":true,"
                        + "\"time_expire\":\"2026-01-01T08:00:00\\+08:00\",\"amount\":\\{\"total\":1,\"currency\":\"CNY\"},"
                        + "\"goods\":\\[\\{\"goods_id\":\"sample-g\",\"price\":\\d{3}\\.5,\"gift\":true},"
                        + "\\{\"goods_id\":\"sample-g\",\"price\":\\d{3}\\.5,\"gift\":true}],"
                        + "\"tags\":\\[\"sample-tags\",\"sample-tags\"],\"extra\":\"\\{\\\\\"kind\\\\\":"
                        + "\\\\\"sample-kind\\\\\"}\",\"prepay_id\":\"sample-prepay_id\"}");
    }

    @Test
    void echoesFieldsOfRequest() throws Exception {
        String request =
                "{\"mchid\":\"10000100\",\"out_trade_no\":\"1\",\"payer_id\":\"p\",\"attach\":\"too long\",\"level\":2,"
                        + "\"state\":\"CLOSED\",\"discount\":0.10,\"invoice\":false,\"amount\":{\"total\":7,\"currency\":\"HKD\"},"
                        + "\"goods\":[{\"goods_id\":\"a\",\"price\":1},{\"goods_id\":\"b\",\"gift\":false}]}";

        JsonNode answer = client.post("/v3/play/orders", request).read();

        assertThat(answer.get("mchid").asString()).isEqualTo(Client.MCHID);
        assertThat(answer.get("attach").asString()).isEqualTo("samp");
        assertThat(answer.get("level").isInt()).isTrue();
        assertThat(answer.get("level").asInt()).isEqualTo(2);
        assertThat(answer.get("state").asString()).isEqualTo("CLOSED");
        assertThat(answer.get("discount").isNumber()).isTrue();
        assertThat(answer.get("invoice").isBoolean()).isTrue();
        assertThat(answer.get("invoice").asBoolean()).isFalse();
        assertThat(answer.get("amount").toString()).isEqualTo("{\"total\":7,\"currency\":\"HKD\"}");
        assertThat(answer.at("/goods/0/goods_id").asString()).isEqualTo("a");
        assertThat(answer.get("goods").get(1).get("gift").asBoolean()).isFalse();
    }

    @Test
    void recordsResponseFields() throws Exception {
        client.post("/v3/play/orders?a=answered", V3BodyRulesTest.right()).send();

        RecordedCall call = simulator.calls().stream()
                .filter(each -> each.query().equals("a=answered"))
                .findFirst()
                .orElseThrow();
        assertThat(call.responseFields())
                .containsEntry("prepay_id", "sample-prepay_id")
                .containsEntry("amount.total", "1")
                .containsEntry("goods[1].goods_id", "sample-g")
                .containsEntry("tags[0]", "sample-tags")
                .containsEntry("extra", "{\"kind\":\"sample-kind\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v3/play/orders/special, 200, special",
        "GET, /v3/play/orders/%73pecial, 200, order_id",
        "GET, /v3/play/orders/other, 200, order_id",
        "GET, /v3/play/orders/, 404, code",
        "GET, /v3/play/orders/., 404, code",
        "GET, /v3/play/orders/.., 404, code",
        "GET, /v3/play/orders/a/b, 404, code",
        "GET, /v3/play/slash/, 200, slash",
        "GET, /v3/play/slash, 404, code",
        "GET, /v3/play, 404, code",
        "GET, /v3/PLAY/slash/, 404, code",
        "GET, /brand/nothing, 404, code",
        "POST, /v3/play/slash/, 405, code",
        "DELETE, /v3/play/orders/1, 204, ''",
        "POST, /v3/play/orders/1/close, 204, ''",
        "POST, /hk/v3/play/orders/1/close, 204, ''",
    })
    void findsOperationOfPath(String method, String path, int status, String firstField) throws Exception {
        HttpResponse<byte[]> answer =
                client.request(method, path).header("Idempotency-Key", "k").send();

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(client.isRightlySigned(answer)).isTrue();
        if (firstField.isEmpty()) {
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().map()).doesNotContainKey("content-length");
            assertThat(V3Client.header(answer, "Content-Type")).isEqualTo("application/json");
        } else {
            assertThat(V3Client.json(answer).propertyNames().iterator().next()).isEqualTo(firstField);
        }
    }

    @Test
    void takesRequestsThatAreCarriedOutLater() throws Exception {
        HttpResponse<byte[]> answer =
                client.post("/v3/play/orders/1/invoice", "").send();

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        assertThat(client.isRightlySigned(answer)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"PUT, 200", "PATCH, 204"})
    void acceptsBodiesOfOtherMethods(String method, int status) throws Exception {
        HttpResponse<byte[]> answer = client.request(method, "/v3/play/orders/1")
                .body("{\"note\":\"x\"}")
                .send();

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(client.isRightlySigned(answer)).isTrue();
    }

    @Test
    void doesNotSignFile() throws Exception {
        HttpResponse<byte[]> plain = client.get("/v3/play/file")
                .header("Accept", "application/octet-stream")
                .send();
        HttpResponse<byte[]> packed = client.get("/v3/play/file?tar_type=GZIP").send();

        assertThat(plain.body()).asString(StandardCharsets.UTF_8).startsWith("\uFEFF交易时间,");
        assertThat(plain.headers().map()).doesNotContainKeys("wechatpay-signature", "wechatpay-serial");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @Test
    void respondsWithJsonToRefusedDownload() throws Exception {
        assertThat(client.get("/v3/play/file?tar_type=ZIP").read().get("code").asString())
                .isEqualTo("PARAM_ERROR");
    }

    @Test
    void signsDigestOfStatement() throws Exception {
        HttpResponse<byte[]> answer = client.get("/v3/play/statement").send();

        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(answer.body()));
        assertThat(V3Client.header(answer, "Wechatpay-Statement-Sha1")).isEqualTo(digest);
        assertThat(client.isSigned(answer, "{\"sha1\":\"" + digest + "\"}")).isTrue();
    }

    @Test
    void doesNotSignUnsignedResponse() throws Exception {
        HttpResponse<byte[]> answer = client.get("/v3/play/unsigned").send();

        assertThat(V3Client.json(answer).toString()).isEqualTo("{\"token\":\"sample-token\"}");
        assertThat(answer.headers().map()).doesNotContainKeys("wechatpay-signature", "wechatpay-serial");
    }
}
