package io.github.wxpaycodegen.simulator.internal.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.Simulator;
import io.github.wxpaycodegen.simulator.Simulators;
import io.github.wxpaycodegen.simulator.V3Client;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Orders and refunds that are refused although each field is valid. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class V2OrderRulesTest {
    private final Simulator simulator = Simulators.bundled();
    private final Client v2 = Client.withCertificate(simulator);
    private final V3Client v3 = new V3Client(simulator);

    @AfterAll
    void close() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NATIVE", "APP", "MWEB"})
    void acceptsOrdersWithoutPayerWhereNoneIsNeeded(String tradeType) throws Exception {
        assertThat(order("trade_type", tradeType)).containsEntry("result_code", "SUCCESS");
    }

    @Test
    void acceptsJsapiOrdersWithThePayer() throws Exception {
        assertThat(order("trade_type", "JSAPI", "openid", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"))
                .containsEntry("result_code", "SUCCESS");
    }

    @Test
    void acceptsJsapiOrdersWithThePayerOfTheSubMerchant() throws Exception {
        assertThat(order("trade_type", "JSAPI", "sub_openid", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"))
                .containsEntry("result_code", "SUCCESS");
    }

    @ParameterizedTest
    @CsvSource({
        "trade_type, JSAPI, JSAPI支付必须传openid",
        "trade_type, WEB, trade_type参数格式错误",
        "trade_type, jsapi, trade_type参数格式错误",
        "trade_type, MICROPAY, trade_type参数格式错误",
        "trade_type, FACEPAY, trade_type参数格式错误",
        "total_fee, -1, invalid total_fee",
        "total_fee, 0, invalid total_fee",
        "total_fee, 1.5, invalid total_fee",
        "notify_url, 1234567, invalid notify_url",
        "notify_url, ./PayNotify.aspx, invalid notify_url",
        "notify_url, https://shop.example/notify?order=1, invalid notify_url",
    })
    void rejectsV2OrdersAsTheGatewayDoes(String field, String value, String returnMsg) throws Exception {
        assertThat(order(field, value))
                .containsExactlyInAnyOrderEntriesOf(Map.of("return_code", "FAIL", "return_msg", returnMsg));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NATIVE", "MWEB"})
    void rejectsDepositsOfOtherTradeTypes(String tradeType) throws Exception {
        assertThat(orderAt("/deposit/unifiedorder", "trade_type", tradeType, "sign_type", "HMAC-SHA256"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("return_code", "FAIL", "return_msg", "trade_type参数格式错误"));
        assertThat(orderAt("/deposit/unifiedorder", "trade_type", "APP", "sign_type", "HMAC-SHA256"))
                .containsEntry("result_code", "SUCCESS");
    }

    @Test
    void reportsATradeTypeThatIsMissing() throws Exception {
        assertThat(order("trade_type", ""))
                .containsEntry("err_code", "LACK_PARAMS")
                .containsEntry("err_code_des", "trade_type is missing");
    }

    @Test
    void rejectsV2RefundsOfNothing() throws Exception {
        Map<String, String> refund = Client.fields(
                "appid", "wx8888888888888888",
                "mch_id", Client.MCHID,
                "nonce_str", "n",
                "out_trade_no", "ORDER-1",
                "out_refund_no", "REFUND-1",
                "total_fee", "100",
                "refund_fee", "0");

        assertThat(Client.read(v2.post("/secapi/pay/refund", refund)))
                .containsEntry("err_code", "PARAM_ERROR")
                .containsEntry("err_code_des", "refund_fee must be at least 1");
        refund.put("refund_fee", "1");
        assertThat(Client.read(v2.post("/secapi/pay/refund", refund))).containsEntry("result_code", "SUCCESS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void rejectsV3AmountsBelowOne(String amount) throws Exception {
        String order = """
            {"appid":"wx8888888888888888","mchid":"10000100","description":"茶","out_trade_no":"ORDER-1",\
            "notify_url":"https://shop.example/n","amount":{"total":%s}}\
            """;
        String refund = """
            {"out_trade_no":"ORDER-1","out_refund_no":"REFUND-1",\
            "amount":{"refund":%s,"total":100,"currency":"CNY"}}\
            """;

        assertBelowOne(
                "/amount/total",
                amount,
                v3.post("/v3/pay/transactions/native", order.formatted(amount)).send());
        assertBelowOne(
                "/amount/refund",
                amount,
                v3.post("/v3/refund/domestic/refunds", refund.formatted(amount)).send());
        assertThat(v3.post("/v3/pay/transactions/native", order.formatted("1"))
                        .send()
                        .statusCode())
                .isEqualTo(200);
        assertThat(v3.post("/v3/refund/domestic/refunds", refund.formatted("1"))
                        .send()
                        .statusCode())
                .isEqualTo(200);
    }

    private static void assertBelowOne(String field, String value, HttpResponse<byte[]> response) {
        JsonNode error = V3Client.json(response);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(error.get("code").asString()).isEqualTo("PARAM_ERROR");
        assertThat(error.get("detail").get("field").asString()).isEqualTo(field);
        assertThat(error.get("detail").get("value").asString()).isEqualTo(value);
        assertThat(error.get("detail").get("issue").asString()).startsWith("must be at least 1");
    }

    private Map<String, String> order(String... namesAndValues) throws Exception {
        return orderAt("/pay/unifiedorder", namesAndValues);
    }

    private Map<String, String> orderAt(String path, String... namesAndValues) throws Exception {
        Map<String, String> order = Client.fields(
                "appid", "wx8888888888888888",
                "mch_id", Client.MCHID,
                "nonce_str", "n",
                "body", "茶",
                "out_trade_no", "ORDER-1",
                "total_fee", "100",
                "spbill_create_ip", "203.0.113.1",
                "notify_url", "https://shop.example/n",
                "trade_type", "NATIVE");
        order.putAll(Client.fields(namesAndValues));
        return Client.read(v2.post(path, order));
    }
}
