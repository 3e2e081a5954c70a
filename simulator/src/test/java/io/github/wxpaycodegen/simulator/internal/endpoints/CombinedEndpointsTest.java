package io.github.wxpaycodegen.simulator.internal.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wxpaycodegen.simulator.Client;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CombinedEndpointsTest {
    private static final String HOME = "/v3/combine-transactions";
    private static final String REFUNDS = "/v3/refund/domestic/refunds";

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void subOrdersArePaidTogether() throws Exception {
        shop.post(HOME + "/native", combined("C1-ORDER", 100));
        assertThat(query("C1-ORDER").at("/sub_orders/0/trade_state").asString()).isEqualTo("NOTPAY");
        assertThat(query("C1-ORDER").has("combine_transaction_id")).isFalse();

        String transactionId = shop.gateway.combinedOrders().pay("C1-ORDER");

        JsonNode found = query("C1-ORDER");
        assertThat(found.get("combine_mchid").asString()).isEqualTo(Client.MCHID);
        assertThat(found.get("combine_transaction_id").asString()).isEqualTo(transactionId);
        assertThat(found.at("/combine_payer_info/openid").asString()).isEqualTo("openid-of-payer");
        assertThat(found.get("sub_orders")).hasSize(2);
        JsonNode second = found.at("/sub_orders/1");
        assertThat(second.get("trade_state").asString()).isEqualTo("SUCCESS");
        assertThat(second.get("out_trade_no").asString()).isEqualTo("C1-ORDER-B");
        assertThat(second.get("sub_mchid").asString()).isEqualTo("1900000109");
        assertThat(second.at("/amount/total_amount").asInt()).isEqualTo(50);
        assertThat(second.get("transaction_id")).isNotEqualTo(found.at("/sub_orders/0/transaction_id"));
        assertThat(shop.get(HOME + "/id/" + transactionId)).isEqualTo(found);
        assertThat(shop.gateway.orders().state("C1-ORDER-A")).isEqualTo("SUCCESS");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.combinedOrders().pay("C1-ORDER"))
                .withMessageContaining("PAID");
    }

    @ParameterizedTest
    @CsvSource({"jsapi, prepay_id", "app, prepay_id", "miniprogram, prepay_id", "native, code_url", "h5, h5_url"})
    void createsOrderByEachTradeType(String way, String field) throws Exception {
        assertThat(shop.post(HOME + "/" + way, combined("C1-ORDER", 100)).propertyNames())
                .containsExactly(field);
    }

    @Test
    void equalOrdersAreOneOrder() throws Exception {
        JsonNode first = shop.post(HOME + "/jsapi", combined("C1-ORDER", 100));

        assertThat(shop.post(HOME + "/jsapi", combined("C1-ORDER", 100))).isEqualTo(first);
        shop.refusesPost(HOME + "/jsapi", combined("C1-ORDER", 101), 403, "OUT_TRADE_NO_USED");
        shop.refusesPost(HOME + "/native", combined("C1-ORDER", 100), 403, "OUT_TRADE_NO_USED");
        shop.refusesPost(
                HOME + "/jsapi",
                combined("C2-ORDER", 100).replace("C2-ORDER-A", "C1-ORDER-A"),
                403,
                "OUT_TRADE_NO_USED");
        shop.refusesPost(
                HOME + "/jsapi",
                combined("C3-ORDER", 100).replace("'1900000109'", "''").replace("C3-ORDER-B", "C3-ORDER-A"),
                403,
                "OUT_TRADE_NO_USED");
        shop.refusesGet(HOME + "/out-trade-no/C2-ORDER", 404, "ORDER_NOT_EXIST");
        shop.gateway.advance(Duration.ofHours(2));
        assertThat(shop.post(HOME + "/jsapi", combined("C1-ORDER", 100))).isNotEqualTo(first);
        shop.gateway.combinedOrders().pay("C1-ORDER");
        shop.refusesPost(HOME + "/jsapi", combined("C1-ORDER", 100), 400, "ORDERPAID");
    }

    @Test
    void closesAllSubOrders() throws Exception {
        shop.post(HOME + "/native", combined("C1-ORDER", 100));
        String close = HOME + "/out-trade-no/C1-ORDER/close";
        String one = "{'mchid': '%s', 'out_trade_no': 'C1-ORDER-A'}".formatted(Client.MCHID);
        String body = "{'combine_appid': '%s', 'sub_orders': [%s]}";
        shop.refusesPost(close, body.formatted(Shop.APPID, one), 400, "PARAM_ERROR");
        shop.refusesPost(
                "/v3/pay/transactions/out-trade-no/C1-ORDER-A/close",
                "{'mchid': '%s'}".formatted(Client.MCHID),
                400,
                "INVALID_REQUEST");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.orders().pay("C1-ORDER-A"))
                .withMessageContaining("PART_OF_COMBINED");
        String both = body.formatted(Shop.APPID, one + ", " + one.replace("-A", "-B"));

        shop.send(close, both);
        shop.send(close, both);

        assertThat(query("C1-ORDER").at("/sub_orders/1/trade_state").asString()).isEqualTo("CLOSED");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.combinedOrders().pay("C1-ORDER"))
                .withMessageContaining("CLOSED");
        shop.post(HOME + "/native", combined("C2-ORDER", 100));
        shop.gateway.combinedOrders().expire("C2-ORDER");
        assertThat(query("C2-ORDER").at("/sub_orders/0/trade_state").asString()).isEqualTo("NOTPAY");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.combinedOrders().pay("C2-ORDER"))
                .withMessageContaining("TIME_OVER");
    }

    @Test
    void subOrderIsRefundedAlone() throws Exception {
        shop.post(HOME + "/native", combined("C1-ORDER", 100));
        shop.gateway.combinedOrders().pay("C1-ORDER");

        shop.post(REFUNDS, Shop.refund("C1-ORDER-A", "R1", 60));

        assertThat(query("C1-ORDER").at("/sub_orders/0/trade_state").asString()).isEqualTo("REFUND");
        assertThat(query("C1-ORDER").at("/sub_orders/1/trade_state").asString()).isEqualTo("SUCCESS");
        assertThat(shop.get(REFUNDS + "/R1").get("out_trade_no").asString()).isEqualTo("C1-ORDER-A");
        shop.refusesPost(REFUNDS, Shop.refund("C1-ORDER", "R2", 10), 404, "RESOURCE_NOT_EXISTS");
        assertThat(shop.bill("/v3/bill/tradebill?bill_date=" + shop.today()))
                .contains("`C1-ORDER-A,", "`C1-ORDER-B,", "`R1,");
    }

    @Test
    void notifiesOnceOfAllSubOrders() throws Exception {
        shop.post(
                HOME + "/native",
                combined("C1-ORDER", 100).replaceFirst("\\{", "{'notify_url': '" + shop.receiver.url() + "', "));
        String transactionId = shop.gateway.combinedOrders().pay("C1-ORDER");

        JsonNode paid = shop.notified("TRANSACTION.SUCCESS");

        assertThat(paid.get("combine_out_trade_no").asString()).isEqualTo("C1-ORDER");
        assertThat(paid.get("combine_transaction_id").asString()).isEqualTo(transactionId);
        assertThat(paid.get("sub_orders")).hasSize(2);
        assertThat(paid.at("/sub_orders/0/amount/payer_amount").asInt()).isEqualTo(100);
        assertThat(paid.has("out_trade_no")).isFalse();
    }

    @Test
    void v2OrdersArePaidTogether() throws Exception {
        assertThat(shop.v2("/pay/querycombinedorder", v2("combine_out_trade_no", "C1-ORDER")))
                .containsEntry("err_code", "ORDERNOTEXIST");
        assertThat(shop.v2("/pay/combinedorder", v2Combined("C1-ORDER")))
                .containsEntry("result_code", "SUCCESS")
                .containsKeys("prepay_id", "code_url")
                .doesNotContainKey("mweb_url");

        shop.gateway.combinedOrders().pay("C1-ORDER");

        assertThat(shop.v2("/pay/querycombinedorder", v2("combine_out_trade_no", "C1-ORDER")))
                .containsEntry("trade_state", "SUCCESS")
                .containsEntry("combine_out_trade_no", "C1-ORDER")
                .hasEntrySatisfying("sub_order_list", list -> assertThat(list)
                        .contains("\"order_num\":2", "\"out_trade_no\":\"C1-ORDER-B\"", "\"transaction_id\":\"42"));
        Map<String, String> paid = Client.read(shop.receiver.next().text());
        assertThat(paid)
                .containsEntry("combine_out_trade_no", "C1-ORDER")
                .containsEntry("sign", Client.sign(paid, "HMAC-SHA256", Client.KEY))
                .hasEntrySatisfying("sub_order_list", list -> assertThat(list).contains("\"cash_fee\":50"));
        assertThat(
                        shop.v2(
                                "/pay/closecombinedorder",
                                v2(
                                        "combine_out_trade_no",
                                        "C1-ORDER",
                                        "sub_order_list",
                                        "[{\"mchid\":\"1\",\"out_trade_no\":\"C1-ORDER-A\"},{\"mchid\":\"1\",\"out_trade_no\":\"C1-ORDER-B\"}]")))
                .containsEntry("err_code", "ORDERPAID");
    }

    private JsonNode query(String number) throws Exception {
        return shop.get(HOME + "/out-trade-no/" + number);
    }

    private static String combined(String number, int first) {
        return """
                {'combine_appid': '%1$s', 'combine_mchid': '%2$s', 'combine_out_trade_no': '%3$s',
                'combine_payer_info': {'openid': 'openid-of-payer'},
                'scene_info': {'payer_client_ip': '127.0.0.1', 'h5_info': {'type': 'Wap'}},
                'sub_orders': [
                {'mchid': '%2$s', 'attach': 'a', 'amount': {'total_amount': %4$d, 'currency': 'CNY'}, 'out_trade_no': '%3$s-A',
                'description': 'tea'},
                {'mchid': '%2$s', 'attach': 'b', 'amount': {'total_amount': 50, 'currency': 'CNY'}, 'out_trade_no': '%3$s-B',
                'sub_mchid': '1900000109', 'description': 'cup'}]}
                """.formatted(Shop.APPID, Client.MCHID, number, first);
    }

    private String[] v2Combined(String number) {
        String order = "{\"appid\":\"a\",\"mch_id\":\"1\",\"body\":\"tea\",\"attach\":\"x\",\"out_trade_no\":\""
                + number + "-%s\",\"fee_type\":\"CNY\",\"total_fee\":50}";
        return v2(
                "combine_out_trade_no",
                number,
                "spbill_create_ip",
                "127.0.0.1",
                "notify_url",
                shop.receiver.url().toString(),
                "trade_type",
                "NATIVE",
                "sub_order_list",
                "{\"order_num\":2,\"order_list\":[" + order.formatted("A") + "," + order.formatted("B") + "]}");
    }

    private static String[] v2(String... more) {
        return Shop.concat(
                new String[] {"combine_appid", Shop.APPID, "combine_mch_id", Client.MCHID, "sign_type", "HMAC-SHA256"},
                more);
    }
}
