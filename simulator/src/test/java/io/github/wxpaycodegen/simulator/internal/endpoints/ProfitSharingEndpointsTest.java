package io.github.wxpaycodegen.simulator.internal.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wxpaycodegen.simulator.Client;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProfitSharingEndpointsTest {
    private static final String HOME = "/v3/profitsharing";
    private static final String SHARED = "'profit_sharing': true";

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void sharesPaymentAMinuteLater() throws Exception {
        String transactionId = shop.pay("ORDER-1", SHARED);
        addReceivers();
        shop.refusesPost(HOME + "/orders", shares(transactionId, "P1", 20, false), 400, "INVALID_REQUEST");
        shop.gateway.advance(Duration.ofMinutes(1));

        JsonNode created = shop.post(HOME + "/orders", shares(transactionId, "P1", 20, false));
        JsonNode found = order("P1", transactionId);

        assertThat(created.get("state").asString()).isEqualTo("PROCESSING");
        assertThat(created.at("/receivers/0/result").asString()).isEqualTo("PENDING");
        assertThat(found.get("state").asString()).isEqualTo("FINISHED");
        assertThat(found.get("order_id")).isEqualTo(created.get("order_id"));
        assertThat(found.get("order_id").asString()).matches("[0-9]{28}");
        assertThat(found.get("receivers")).hasSize(1);
        JsonNode receiver = found.at("/receivers/0");
        assertThat(receiver.get("account").asString()).isEqualTo("86693852");
        assertThat(receiver.get("amount").asInt()).isEqualTo(20);
        assertThat(receiver.get("result").asString()).isEqualTo("SUCCESS");
        assertThat(receiver.get("detail_id").asString()).matches("[0-9]{23}");
        assertThat(receiver.has("finish_time")).isTrue();
        assertThat(unshared(transactionId)).isEqualTo(80);
        assertThat(shop.gateway.profitSharing().state("P1")).isEqualTo("FINISHED");
    }

    @Test
    void equalOrdersAreOneOrder() throws Exception {
        String transactionId = readyPayment();

        JsonNode first = shop.post(HOME + "/orders", shares(transactionId, "P1", 10, false));
        JsonNode again = shop.post(HOME + "/orders", shares(transactionId, "P1", 10, false));

        assertThat(again.get("order_id")).isEqualTo(first.get("order_id"));
        assertThat(unshared(transactionId)).isEqualTo(90);
        shop.refusesPost(HOME + "/orders", shares(transactionId, "P1", 11, false), 400, "INVALID_REQUEST");
    }

    @Test
    void limitsSharesByRatioAndRest() throws Exception {
        String transactionId = readyPayment();

        shop.refusesPost(HOME + "/orders", shares(transactionId, "P1", 31, false), 403, "RULE_LIMIT");
        shop.post(HOME + "/orders", shares(transactionId, "P1", 30, false));
        shop.refusesPost(HOME + "/orders", shares(transactionId, "P2", 1, false), 403, "RULE_LIMIT");
        shop.gateway.profitSharing().maxRatio(10_000);
        shop.refusesPost(HOME + "/orders", shares(transactionId, "P3", 71, false), 403, "NOT_ENOUGH");
        shop.post(HOME + "/orders", shares(transactionId, "P3", 70, false));
        assertThat(unshared(transactionId)).isZero();
        assertThat(shop.get(HOME + "/merchant-configs/1900000109")
                        .get("max_ratio")
                        .asInt())
                .isEqualTo(10_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop.gateway.profitSharing().maxRatio(10_001))
                .withMessage("maxRatio must be from 0 to 10000 (was 10001)");
    }

    @Test
    void sumOfHugeSharesIsNoSmallShare() throws Exception {
        String transactionId = readyPayment();
        String huge = "{\"type\":\"MERCHANT_ID\",\"account\":\"86693852\",\"amount\":%d,\"description\":\"d\"}"
                .formatted(Long.MAX_VALUE);

        assertThat(shop.v2(
                        "/secapi/pay/multiprofitsharing", v2Shares(transactionId, "P1", "[" + huge + "," + huge + "]")))
                .doesNotContainEntry("result_code", "SUCCESS");
        assertThat(unshared(transactionId)).isEqualTo(100);
    }

    @Test
    void sharesOnlyMarkedPaymentsAmongReceivers() throws Exception {
        String unmarked = shop.pay("ORDER-1", "");
        String marked = shop.pay("ORDER-2", SHARED);
        shop.gateway.advance(Duration.ofMinutes(1));

        shop.refusesPost(HOME + "/orders", shares(marked, "P1", 10, false), 400, "INVALID_REQUEST");
        addReceivers();
        shop.refusesPost(HOME + "/orders", shares(unmarked, "P1", 10, false), 400, "INVALID_REQUEST");
        shop.refusesPost(HOME + "/orders", shares("4200000000", "P1", 10, false), 404, "RESOURCE_NOT_EXISTS");
        shop.refusesPost(HOME + "/orders", shares(marked, "P1", 0, false), 400, "PARAM_ERROR");
        shop.refusesGet(HOME + "/transactions/" + unmarked + "/amounts", 400, "INVALID_REQUEST");
        shop.refusesGet(HOME + "/orders/P1?transaction_id=" + marked, 404, "RESOURCE_NOT_EXISTS");
        shop.post(HOME + "/receivers/delete", receiver());
        shop.refusesPost(HOME + "/orders", shares(marked, "P1", 10, false), 400, "INVALID_REQUEST");
    }

    @Test
    void fundFlowBillListsSharesAndReturns() throws Exception {
        String transactionId = readyPayment();
        shop.post(HOME + "/orders", shares(transactionId, "P1", 20, true));
        shop.post(HOME + "/return-orders", back("B1", 5));
        shop.gateway.orders().holdRefunds();
        shop.post("/v3/refund/domestic/refunds", Shop.refund("ORDER-1", "R1", 30));
        shop.post("/v3/refund/domestic/refunds", Shop.refund("ORDER-1", "R2", 40));
        shop.gateway.orders().closeRefund("R2");

        String bill = shop.bill("/v3/bill/fundflowbill?bill_date=" + shop.today());

        assertThat(bill)
                .contains("`交易,`交易,`收入,`1.00,`1.00,`system,`,`ORDER-1")
                .contains("`分账,`分账,`支出,`0.20,`0.80,`system,`,`P1")
                .contains("`分账回退,`分账回退,`收入,`0.05,`0.85,`system,`,`B1")
                .contains("`退款,`退款,`支出,`0.30,`0.55,`system,`,`R1")
                .doesNotContain("R2")
                .endsWith("`4,`2,`1.05,`2,`0.50\r\n");
    }

    @Test
    void orderIdOfReturnIsKnownToItsSubMerchantOnly() throws Exception {
        String transactionId = readyPayment();
        String orderId = shop.post(HOME + "/orders", shares(transactionId, "P1", 10, false))
                .get("order_id")
                .asString();
        String back = back("B1", 5).replace("'out_order_no': 'P1'", "'order_id': '" + orderId + "'");

        shop.refusesPost(
                HOME + "/return-orders",
                back.replaceFirst("\\{", "{'sub_mchid': '1900000109', "),
                404,
                "RESOURCE_NOT_EXISTS");
        assertThat(shop.post(HOME + "/return-orders", back).get("order_id").asString())
                .isEqualTo(orderId);
    }

    @Test
    void unfreezesRest() throws Exception {
        String transactionId = readyPayment();
        String unfreeze =
                "{'transaction_id': '%s', 'out_order_no': 'U1', 'description': 'rest'}".formatted(transactionId);
        shop.post(HOME + "/orders", shares(transactionId, "P1", 10, false));

        shop.post(HOME + "/orders/unfreeze", unfreeze);

        JsonNode rest = order("U1", transactionId).at("/receivers/0");
        assertThat(rest.get("account").asString()).isEqualTo(Client.MCHID);
        assertThat(rest.get("amount").asInt()).isEqualTo(90);
        assertThat(unshared(transactionId)).isZero();
        shop.post(HOME + "/orders/unfreeze", unfreeze);
        shop.refusesPost(HOME + "/orders/unfreeze", unfreeze.replace("U1", "U2"), 403, "NOT_ENOUGH");
        shop.refusesPost(HOME + "/orders", shares(transactionId, "P2", 10, false), 403, "NOT_ENOUGH");
    }

    @Test
    void lastOrderUnfreezesRest() throws Exception {
        String transactionId = readyPayment();

        shop.post(HOME + "/orders", shares(transactionId, "P1", 10, true));

        JsonNode found = order("P1", transactionId);
        assertThat(found.get("receivers")).hasSize(2);
        assertThat(found.at("/receivers/1/amount").asInt()).isEqualTo(90);
        assertThat(unshared(transactionId)).isZero();
    }

    @Test
    void restIsFrozenForThirtyDays() throws Exception {
        String transactionId = readyPayment();
        assertThat(shop.gateway.profitSharing().unshared(transactionId)).isEqualTo(100);

        shop.gateway.advance(Duration.ofDays(30));

        assertThat(shop.gateway.profitSharing().unshared(transactionId)).isZero();
        shop.refusesPost(HOME + "/orders", shares(transactionId, "P1", 10, false), 403, "NOT_ENOUGH");
    }

    @Test
    void returnsSharesBeforeRefund() throws Exception {
        String transactionId = readyPayment();
        shop.post(HOME + "/orders", shares(transactionId, "P1", 30, false));
        shop.refusesPost("/v3/refund/domestic/refunds", Shop.refund("ORDER-1", "R1", 71), 403, "NOT_ENOUGH");

        JsonNode created = shop.post(HOME + "/return-orders", back("B1", 30));

        assertThat(created.get("result").asString()).isEqualTo("PROCESSING");
        JsonNode found = shop.get(HOME + "/return-orders/B1?out_order_no=P1");
        assertThat(found.get("result").asString()).isEqualTo("SUCCESS");
        assertThat(found.get("return_id")).isEqualTo(created.get("return_id"));
        assertThat(found.get("return_mchid").asString()).isEqualTo("86693852");
        assertThat(found.get("amount").asInt()).isEqualTo(30);
        assertThat(shop.gateway.profitSharing().returnState("B1")).isEqualTo("SUCCESS");
        assertThat(shop.post(HOME + "/return-orders", back("B1", 30)).get("return_id"))
                .isEqualTo(created.get("return_id"));
        shop.refusesPost(HOME + "/return-orders", back("B1", 29), 400, "INVALID_REQUEST");
        shop.refusesPost(HOME + "/return-orders", back("B2", 1), 400, "INVALID_REQUEST");
        shop.refusesGet(HOME + "/return-orders/B2?out_order_no=P1", 404, "RESOURCE_NOT_EXISTS");
        shop.post("/v3/refund/domestic/refunds", Shop.refund("ORDER-1", "R1", 100));
        assertThat(unshared(transactionId)).isZero();
    }

    @Test
    void heldSharesArriveOrFail() throws Exception {
        String transactionId = readyPayment();
        shop.gateway.profitSharing().hold();
        shop.post(HOME + "/orders", shares(transactionId, "P1", 20, false));
        shop.post(HOME + "/orders", shares(transactionId, "P2", 10, false));
        assertThat(shop.gateway.profitSharing().state("P1")).isEqualTo("PROCESSING");
        shop.refusesPost(HOME + "/return-orders", back("B1", 1), 400, "INVALID_REQUEST");

        shop.gateway.profitSharing().settle("P1");
        shop.gateway.profitSharing().fail("P2", "86693852", "ACCOUNT_ABNORMAL");

        assertThat(order("P1", transactionId).at("/receivers/0/result").asString())
                .isEqualTo("SUCCESS");
        JsonNode failed = order("P2", transactionId).at("/receivers/0");
        assertThat(failed.get("result").asString()).isEqualTo("CLOSED");
        assertThat(failed.get("fail_reason").asString()).isEqualTo("ACCOUNT_ABNORMAL");
        assertThat(unshared(transactionId)).isEqualTo(80);
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.profitSharing().settle("P2"))
                .withMessageContaining("SHARE_SETTLED");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.profitSharing().state("P3"));

        shop.post(HOME + "/return-orders", back("B1", 15));
        shop.gateway.profitSharing().failReturn("B1", "BALANCE_NOT_ENOUGH");
        assertThat(shop.get(HOME + "/return-orders/B1?out_order_no=P1")
                        .get("fail_reason")
                        .asString())
                .isEqualTo("BALANCE_NOT_ENOUGH");
        shop.post(HOME + "/return-orders", back("B2", 20));
        shop.gateway.profitSharing().settleReturn("B2");
        assertThat(shop.gateway.profitSharing().returnState("B2")).isEqualTo("SUCCESS");
    }

    @Test
    void notifiesOfSharesAndReturns() throws Exception {
        URI url = shop.receiver.url();
        shop.gateway.profitSharing().notifyUrl(url);
        String transactionId = readyPayment();
        shop.post(HOME + "/orders", shares(transactionId, "P1", 20, true));

        JsonNode shared = shop.notified("PROFITSHARING.SUCCESS");
        assertThat(shared.get("mchid").asString()).isEqualTo(Client.MCHID);
        assertThat(shared.get("transaction_id").asString()).isEqualTo(transactionId);
        assertThat(shared.get("out_order_no").asString()).isEqualTo("P1");
        assertThat(shared.at("/receiver/account").asString()).isEqualTo("86693852");
        assertThat(shared.at("/receiver/amount").asInt()).isEqualTo(20);
        assertThat(shared.has("success_time")).isTrue();

        shop.post(HOME + "/return-orders", back("B1", 5));
        JsonNode returned = shop.notified("PROFITSHARING.RETURN");
        assertThat(returned.get("out_order_no").asString()).isEqualTo("B1");
        assertThat(returned.at("/receiver/amount").asInt()).isEqualTo(5);
    }

    @Test
    void billListsSharesOfDay() throws Exception {
        String transactionId = readyPayment();
        shop.post(HOME + "/orders", shares(transactionId, "P1", 20, true));
        shop.post(HOME + "/return-orders", back("B1", 5));

        String text = shop.bill(HOME + "/bills?bill_date=" + shop.today());

        assertThat(text.split("\r\n")).hasSize(6);
        assertThat(text)
                .contains("`P1,`1.00,`86693852,`0.20,`分账,`成功")
                .contains("`P1,`1.00,`" + Client.MCHID + ",`0.80,`分账")
                .contains("`B1,`1.00,`86693852,`0.05,`分账回退")
                .endsWith("`3,`1.00,`0.05\r\n");
        shop.refusesGet(HOME + "/bills?bill_date=2020-01-01", 400, "NO_STATEMENT_EXIST");
    }

    @Test
    void bothProtocolsShareOrders() throws Exception {
        shop.v2(
                "/pay/unifiedorder",
                v2(
                        "out_trade_no",
                        "ORDER-1",
                        "total_fee",
                        "100",
                        "body",
                        "tea",
                        "profit_sharing",
                        "Y",
                        "spbill_create_ip",
                        "127.0.0.1",
                        "trade_type",
                        "NATIVE",
                        "notify_url",
                        "http://localhost:1/none"));
        String transactionId = shop.gateway.orders().pay("ORDER-1");
        String receivers = "[{\"type\":\"MERCHANT_ID\",\"account\":\"86693852\",\"amount\":20,\"description\":\"d\"}]";
        assertThat(shop.v2("/secapi/pay/multiprofitsharing", v2Shares(transactionId, "P1", receivers)))
                .containsEntry("err_code", "ORDER_NOT_READY");
        shop.gateway.advance(Duration.ofMinutes(1));
        assertThat(shop.v2("/secapi/pay/multiprofitsharing", v2Shares(transactionId, "P1", receivers)))
                .containsEntry("err_code", "RECEIVER_INVALID");
        assertThat(shop.v2(
                        "/pay/profitsharingaddreceiver",
                        hmac(
                                "receiver",
                                "{\"type\":\"MERCHANT_ID\",\"account\":\"86693852\",\"relation_type\":\"STORE\"}")))
                .containsEntry("result_code", "SUCCESS")
                .containsKey("receiver");

        Map<String, String> created =
                shop.v2("/secapi/pay/multiprofitsharing", v2Shares(transactionId, "P1", receivers));

        assertThat(created).containsEntry("result_code", "SUCCESS").containsKey("order_id");
        assertThat(shop.v2("/pay/profitsharingquery", hmac("transaction_id", transactionId, "out_order_no", "P1")))
                .containsEntry("status", "FINISHED")
                .containsEntry("order_id", created.get("order_id"))
                .hasEntrySatisfying("receivers", text -> assertThat(text).contains("\"result\":\"SUCCESS\""));
        assertThat(order("P1", transactionId).at("/receivers/0/amount").asInt()).isEqualTo(20);
        assertThat(shop.v2(
                        "/pay/profitsharingorderamountquery",
                        "mch_id",
                        Client.MCHID,
                        "transaction_id",
                        transactionId,
                        "sign_type",
                        "HMAC-SHA256"))
                .containsEntry("unsplit_amount", "80");
        assertThat(shop.v2(
                        "/secapi/pay/profitsharingreturn",
                        hmac(
                                "out_order_no",
                                "P1",
                                "out_return_no",
                                "B1",
                                "return_account_type",
                                "MERCHANT_ID",
                                "return_account",
                                "86693852",
                                "return_amount",
                                "20",
                                "description",
                                "d")))
                .containsEntry("result", "PROCESSING");
        assertThat(shop.v2("/pay/profitsharingreturnquery", hmac("out_order_no", "P1", "out_return_no", "B1")))
                .containsEntry("result", "SUCCESS")
                .containsEntry("return_amount", "20");
        assertThat(shop.v2(
                        "/secapi/pay/profitsharingfinish",
                        hmac("transaction_id", transactionId, "out_order_no", "U1", "description", "rest")))
                .containsEntry("result_code", "SUCCESS");
        assertThat(shop.v2("/secapi/pay/profitsharing", v2Shares(transactionId, "P2", receivers)))
                .containsEntry("err_code", "NOT_ENOUGH");
        assertThat(shop.v2("/pay/profitsharingquery", hmac("transaction_id", transactionId, "out_order_no", "P9")))
                .containsEntry("err_code", "ORDERNOTEXIST");
        assertThat(shop.v2(
                        "/pay/profitsharingremovereceiver",
                        hmac("receiver", "{\"type\":\"MERCHANT_ID\",\"account\":\"86693852\"}")))
                .containsEntry("result_code", "SUCCESS");
    }

    @Test
    void paymentIsSharedFiftyTimesAtMost() throws Exception {
        String transactionId = readyPayment();
        shop.gateway.profitSharing().maxRatio(10_000);
        for (int i = 1; i <= 50; i++) {
            shop.post(HOME + "/orders", shares(transactionId, "P" + i, 1, false));
        }

        shop.refusesPost(HOME + "/orders", shares(transactionId, "P51", 1, true), 400, "INVALID_REQUEST");

        shop.post(HOME + "/orders", shares(transactionId, "P50", 1, false));
        shop.post(
                HOME + "/orders/unfreeze",
                "{'transaction_id': '%s', 'out_order_no': 'P52', 'description': 'd'}".formatted(transactionId));
        assertThat(unshared(transactionId)).isZero();
    }

    @Test
    void shareIsTakenBackFiftyTimesAtMost() throws Exception {
        String transactionId = readyPayment();
        shop.gateway.profitSharing().maxRatio(10_000);
        shop.post(HOME + "/orders", shares(transactionId, "P1", 60, false));
        for (int i = 1; i <= 50; i++) {
            shop.post(HOME + "/return-orders", back("B" + i, 1));
        }

        shop.refusesPost(HOME + "/return-orders", back("B51", 1), 400, "INVALID_REQUEST");
    }

    @Test
    void shareIsTakenBackOnceItArrivedAndInTime() throws Exception {
        String transactionId = readyPayment();
        shop.post(HOME + "/receivers/add", receiver().replace("86693852", "86693853"));
        shop.gateway.profitSharing().hold();
        String two = shares(transactionId, "P1", 10, false)
                .replace("}]", "}, {'type': 'MERCHANT_ID', 'account': '86693853', 'amount': 5, 'description': 'b'}]");
        shop.post(HOME + "/orders", two);
        shop.gateway.profitSharing().fail("P1", "86693853", "ACCOUNT_ABNORMAL");
        shop.refusesPost(HOME + "/return-orders", back("B1", 1), 400, "INVALID_REQUEST");
        shop.gateway.profitSharing().settle("P1");
        shop.post(HOME + "/return-orders", back("B1", 1));

        shop.gateway.advance(Duration.ofDays(181));

        shop.refusesPost(HOME + "/return-orders", back("B2", 1), 400, "INVALID_REQUEST");
        shop.post(HOME + "/return-orders", back("B1", 1));
    }

    private static String[] v2Shares(String transactionId, String number, String receivers) {
        return hmac("transaction_id", transactionId, "out_order_no", number, "receivers", receivers);
    }

    private static String[] hmac(String... more) {
        return Shop.concat(v2("sign_type", "HMAC-SHA256"), more);
    }

    private static String[] v2(String... more) {
        return Shop.concat(new String[] {"appid", Shop.APPID, "mch_id", Client.MCHID}, more);
    }

    /** Returns a payment of 100 fen that can be shared now. */
    private String readyPayment() throws Exception {
        String transactionId = shop.pay("ORDER-1", SHARED);
        addReceivers();
        shop.gateway.advance(Duration.ofMinutes(1));
        return transactionId;
    }

    private void addReceivers() throws Exception {
        assertThat(shop.post(HOME + "/receivers/add", receiver()).get("account").asString())
                .isEqualTo("86693852");
    }

    private static String receiver() {
        return "{'appid': '%s', 'type': 'MERCHANT_ID', 'account': '86693852', 'relation_type': 'STORE'}"
                .formatted(Shop.APPID);
    }

    private static String shares(String transactionId, String number, int amount, boolean last) {
        return """
                {'appid': '%s', 'transaction_id': '%s', 'out_order_no': '%s', 'unfreeze_unsplit': %s, 'receivers':
                [{'type': 'MERCHANT_ID', 'account': '86693852', 'amount': %d, 'description': 'a part'}]}
                """.formatted(Shop.APPID, transactionId, number, last, amount);
    }

    private static String back(String number, int amount) {
        return """
                {'out_order_no': 'P1', 'out_return_no': '%s', 'return_mchid': '86693852', 'amount': %d, 'description': 'd'}
                """.formatted(number, amount);
    }

    private JsonNode order(String number, String transactionId) throws Exception {
        return shop.get(HOME + "/orders/" + number + "?transaction_id=" + transactionId);
    }

    private int unshared(String transactionId) throws Exception {
        return shop.get(HOME + "/transactions/" + transactionId + "/amounts")
                .get("unsplit_amount")
                .asInt();
    }
}
