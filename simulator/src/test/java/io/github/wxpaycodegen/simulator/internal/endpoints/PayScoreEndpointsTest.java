package io.github.wxpaycodegen.simulator.internal.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.ProductSnapshot;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PayScoreEndpointsTest {
    private static final String HOME = "/v3/payscore/serviceorder";
    private static final String PARTNER = "/v3/payscore/partner/serviceorder";

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void orderIsConfirmedCompletedAndPaid() throws Exception {
        JsonNode created = shop.post(HOME, order("P1"));
        assertThat(created.get("state").asString()).isEqualTo("CREATED");
        assertThat(created.has("package")).isTrue();
        assertThat(created.has("openid")).isFalse();
        assertThat(created.get("order_id").asString()).matches("[0-9]{31}");
        shop.refusesPost(HOME + "/P1/complete", amount(300, 300, 0), 400, "INVALID_ORDER_STATE");

        shop.gateway.payScore().confirm("P1");
        JsonNode confirmed = shop.notified("PAYSCORE.USER_CONFIRM");
        assertThat(confirmed.get("state").asString()).isEqualTo("DOING");
        assertThat(confirmed.get("state_description").asString()).isEqualTo("USER_CONFIRM");
        assertThat(confirmed.at("/time_range/start_time").asString()).matches("[0-9]{14}");

        JsonNode completed = shop.post(HOME + "/P1/complete", amount(300, 400, 100));
        assertThat(completed.get("state_description").asString()).isEqualTo("MCH_COMPLETE");
        assertThat(completed.get("total_amount").asInt()).isEqualTo(300);
        assertThat(completed.get("need_collection").asBoolean()).isTrue();
        assertThat(completed.at("/collection/state").asString()).isEqualTo("USER_PAYING");
        assertThat(completed.at("/collection/paying_amount").asInt()).isEqualTo(300);
        assertThat(shop.post(HOME + "/P1/complete", amount(300, 400, 100))).isEqualTo(completed);

        String transactionId = shop.gateway.payScore().pay("P1");
        JsonNode paid = shop.notified("PAYSCORE.USER_PAID");
        JsonNode found = order("P1", "500001");
        assertThat(paid.get("collection")).isEqualTo(found.get("collection"));
        assertThat(found.get("state").asString()).isEqualTo("DONE");
        assertThat(found.has("state_description")).isFalse();
        assertThat(found.has("package")).isFalse();
        assertThat(found.at("/collection/state").asString()).isEqualTo("USER_PAID");
        assertThat(found.at("/collection/paid_amount").asInt()).isEqualTo(300);
        assertThat(found.at("/collection/details/0/transaction_id").asString()).isEqualTo(transactionId);
        assertThat(found.at("/collection/details/0/paid_type").asString()).isEqualTo("NEWTON");
        assertThat(Shop.missing("v3/payscore/serviceorder", "GET", found)).isEmpty();
        assertThat(Shop.missing("v3/payscore/serviceorder", "POST", created)).isEmpty();
        shop.refusesPost(HOME + "/P1/cancel", reason(), 400, "ORDER_DONE");
        assertThat(shop.gateway.payScore().state("P1")).isEqualTo("DONE");
    }

    @Test
    void paymentIsRefundedByTransactionId() throws Exception {
        started("P1");
        shop.post(HOME + "/P1/complete", amount(300, 300, 0));
        String transactionId = shop.gateway.payScore().pay("P1");
        String refund = "{'out_refund_no': 'R1', %s, 'amount': {'refund': 100, 'total': 300, 'currency': 'CNY'}}";

        shop.refusesPost(
                "/v3/refund/domestic/refunds", refund.formatted("'out_trade_no': 'P1'"), 404, "RESOURCE_NOT_EXISTS");
        JsonNode refunded =
                shop.post("/v3/refund/domestic/refunds", refund.formatted("'transaction_id': '" + transactionId + "'"));

        assertThat(refunded.at("/amount/refund").asInt()).isEqualTo(100);
        assertThat(shop.bill("/v3/bill/fundflowbill?bill_date=" + shop.today()))
                .contains("`收入,`3.00,`3.00")
                .contains("`支出,`1.00,`2.00");
    }

    @Test
    void amountIsSumOfPartsAndCanOnlyBeLowered() throws Exception {
        started("P1");
        shop.refusesPost(HOME + "/P1/complete", amount(300, 400, 0), 400, "PARAM_ERROR");
        shop.refusesPost(HOME + "/P1/modify", newAmount(300, 300, 0), 400, "INVALID_ORDER_STATE");
        shop.post(HOME + "/P1/complete", amount(300, 400, 100));

        shop.refusesPost(HOME + "/P1/modify", newAmount(301, 301, 0), 400, "INVALID_REQUEST");
        JsonNode lowered = shop.post(HOME + "/P1/modify", newAmount(200, 200, 0));

        assertThat(lowered.get("total_amount").asInt()).isEqualTo(200);
        assertThat(lowered.get("post_payments")).hasSize(1);
        assertThat(lowered.has("post_discounts")).isFalse();
        assertThat(shop.gateway.payScore().list())
                .extracting(ProductSnapshot::number, ProductSnapshot::state, each -> each.amount()
                        .getAsLong())
                .containsExactly(tuple("P1", "MCH_COMPLETE", 200L));
        shop.post(HOME + "/P1/modify", newAmount(0, 0, 0));
        JsonNode free = order("P1", "500001");
        assertThat(free.get("state").asString()).isEqualTo("DONE");
        assertThat(free.get("need_collection").asBoolean()).isFalse();
        assertThat(free.has("collection")).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.payScore().pay("P1"))
                .withMessageContaining("SERVICE_ORDER_DONE");
    }

    @Test
    void amountIsAtMostTheDepositThatTheUserWasSpared() throws Exception {
        started("P1");
        shop.refusesPost(HOME + "/P1/complete", amount(10_001, 10_001, 0), 400, "INVALID_REQUEST");
        shop.post(HOME + "/P1/complete", amount(10_000, 10_000, 0));
        shop.post(HOME, order("P2").replace("DEPOSIT", "ESTIMATE_ORDER_COST"));
        shop.gateway.payScore().confirm("P2");

        JsonNode completed = shop.post(HOME + "/P2/complete", amount(10_001, 10_001, 0));

        assertThat(completed.get("total_amount").asInt()).isEqualTo(10_001);
    }

    @Test
    void estimatesAreReplacedOnCompletion() throws Exception {
        String estimates = "{'post_payments': [{'name': 'ride', 'amount': 500}, {'name': 'lock', 'amount': 1}], "
                + "'post_discounts': [{'name': 'new', 'amount': 50}], ";
        JsonNode created = shop.post(HOME, order("P1").replaceFirst("\\{", estimates));
        assertThat(created.get("post_payments")).hasSize(2);
        assertThat(created.has("total_amount")).isFalse();
        shop.gateway.payScore().confirm("P1");

        JsonNode completed = shop.post(HOME + "/P1/complete", amount(300, 300, 0));

        assertThat(completed.get("post_payments")).hasSize(1);
        assertThat(completed.has("post_discounts")).isFalse();
    }

    @Test
    void unconfirmedOrderExpiresAfterThirtyDays() throws Exception {
        shop.post(HOME, order("P1"));
        shop.gateway.advance(Duration.ofDays(30).minusSeconds(60));
        assertThat(shop.gateway.payScore().state("P1")).isEqualTo("CREATED");

        shop.gateway.advance(Duration.ofSeconds(60));

        assertThat(order("P1", "500001").get("state").asString()).isEqualTo("EXPIRED");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.payScore().confirm("P1"))
                .withMessageContaining("SERVICE_ORDER_CLOSED");
        shop.refusesPost(HOME + "/P1/cancel", reason(), 400, "ORDER_CLOSED");
        shop.post(HOME, order("P2"));
        shop.gateway.payScore().expire("P2");
        assertThat(shop.gateway.payScore().state("P2")).isEqualTo("EXPIRED");
    }

    @Test
    void canceledOrderStaysCanceled() throws Exception {
        started("P1");
        shop.post(HOME + "/P1/complete", amount(300, 300, 0));

        JsonNode canceled = shop.post(HOME + "/P1/cancel", reason());
        assertThat(shop.post(HOME + "/P1/cancel", reason())).isEqualTo(canceled);

        assertThat(order("P1", "500001").get("state").asString()).isEqualTo("REVOKED");
        shop.refusesPost(HOME + "/P1/pay", reason(), 400, "ORDER_CANCELED");
        shop.refusesPost(HOME + "/P2/cancel", reason(), 404, "ORDER_NOT_EXIST");
    }

    @Test
    void merchantCollectsElsewhere() throws Exception {
        started("P1");
        shop.post(HOME + "/P1/complete", amount(300, 300, 0));
        String sync = """
                {'appid': '%s', 'service_id': '500001', 'type': 'Order_Paid', 'detail': {'paid_time': '20260102030405'}}
                """.formatted(Shop.APPID);

        shop.refusesPost(HOME + "/P1/sync", sync.replace("20260102030405", "yesterday"), 400, "PARAM_ERROR");
        JsonNode synced = shop.post(HOME + "/P1/sync", sync);

        assertThat(synced.get("state").asString()).isEqualTo("DONE");
        assertThat(synced.at("/collection/details/0/paid_type").asString()).isEqualTo("MCH");
        assertThat(synced.at("/collection/details/0/paid_time").asString()).isEqualTo("20260102030405");
        assertThat(synced.at("/collection/details/0").has("transaction_id")).isFalse();
        assertThat(shop.post(HOME + "/P1/sync", sync)).isEqualTo(synced);
    }

    /** The merchant knows what it has told the gateway. */
    @Test
    void moneyReceivedElsewhereHasNoNotification() throws Exception {
        shop.post(HOME, order("P1"));
        shop.gateway.payScore().confirm("P1");
        shop.notified("PAYSCORE.USER_CONFIRM");
        shop.post(HOME + "/P1/complete", amount(300, 300, 0));

        shop.post(HOME + "/P1/sync", """
                {'appid': '%s', 'service_id': '500001', 'type': 'Order_Paid', 'detail': {'paid_time': '20260102030405'}}
                """.formatted(Shop.APPID));

        // The next notification is a later one.
        shop.post(HOME, order("P2"));
        shop.gateway.payScore().confirm("P2");
        assertThat(shop.notified("PAYSCORE.USER_CONFIRM").get("out_order_no").asString())
                .isEqualTo("P2");
    }

    @Test
    void completingDoneOrderAgainHasNoEffect() throws Exception {
        started("P1");
        JsonNode free = shop.post(HOME + "/P1/complete", amount(0, 0, 0));
        assertThat(shop.post(HOME + "/P1/complete", amount(0, 0, 0))).isEqualTo(free);
        started("P2");
        shop.post(HOME + "/P2/complete", amount(300, 300, 0));
        shop.gateway.payScore().pay("P2");

        JsonNode again = shop.post(HOME + "/P2/complete", amount(300, 300, 0));

        assertThat(again.get("state").asString()).isEqualTo("DONE");
        shop.refusesPost(HOME + "/P2/complete", amount(200, 200, 0), 400, "ORDER_DONE");
    }

    @Test
    void orderWithoutConfirmationIsCollectedByMerchant() throws Exception {
        JsonNode created = shop.post(HOME, order("P1").replaceFirst("\\{", "{'need_user_confirm': false, "));
        assertThat(created.get("state_description").asString()).isEqualTo("USER_CONFIRM");
        shop.post(HOME + "/P1/complete", amount(300, 300, 0));

        shop.post(HOME + "/P1/pay", reason());

        assertThat(shop.notified("PAYSCORE.USER_PAID").get("out_order_no").asString())
                .isEqualTo("P1");
        assertThat(shop.gateway.payScore().state("P1")).isEqualTo("DONE");
    }

    @Test
    void equalOrdersAreOneOrder() throws Exception {
        JsonNode first = shop.post(HOME, order("P1"));

        assertThat(shop.post(HOME, order("P1"))).isEqualTo(first);
        shop.refusesPost(HOME, order("P1").replace("bike", "boat"), 400, "INVALID_REQUEST");
        shop.refusesGet(HOME + "?out_order_no=P1&service_id=500002&appid=" + Shop.APPID, 404, "ORDER_NOT_EXIST");
        shop.refusesGet(HOME + "?query_id=1&service_id=500001&appid=" + Shop.APPID, 404, "ORDER_NOT_EXIST");
        shop.refusesGet(HOME + "?out_order_no=P2&service_id=500001&appid=" + Shop.APPID, 404, "ORDER_NOT_EXIST");
    }

    @Test
    void serviceProviderHasOrdersOfSubMerchants() throws Exception {
        String sub = "{'sub_mchid': '1900000109', ";
        shop.post(PARTNER, order("P1").replaceFirst("\\{", sub));
        shop.gateway.payScore().confirm("P1");
        shop.send(PARTNER + "/P1/complete", amount(300, 300, 0).replaceFirst("\\{", sub));
        shop.gateway.payScore().pay("P1");
        String query = PARTNER + "?out_order_no=P1&sub_mchid=";

        JsonNode found = shop.get(query + "1900000109");

        assertThat(found.get("state").asString()).isEqualTo("DONE");
        assertThat(found.get("sub_mchid").asString()).isEqualTo("1900000109");
        assertThat(found.get("mchid").asString()).isEqualTo(Client.MCHID);
        assertThat(Shop.missing("v3/payscore/partner/serviceorder", "GET", found))
                .isEmpty();
        shop.refusesGet(query + "1900000110", 404, "ORDER_NOT_EXIST");
    }

    @Test
    void orderIsCreatedAndCompletedAtOnce() throws Exception {
        String sub = "{'sub_mchid': '1900000109', 'sub_appid': 'wxd678efh567hg6999', 'total_amount': 300, "
                + "'post_payments': [{'name': 'ride', 'amount': 300}], ";
        String direct = order("P1")
                .replaceFirst("\\{", sub)
                .replaceAll("'risk_fund': \\{[^}]*}, ", "")
                .replace("OnAccept", "20260102030405");

        shop.send(PARTNER + "/direct-complete", direct);
        shop.send(PARTNER + "/direct-complete", direct);

        assertThat(shop.gateway.payScore().state("P1")).isEqualTo("MCH_COMPLETE");
        shop.gateway.payScore().pay("P1");
        assertThat(shop.notified("PAYSCORE.USER_PAID").get("total_amount").asInt())
                .isEqualTo(300);
    }

    @Test
    void resetForgetsOrders() throws Exception {
        shop.post(HOME, order("P1"));

        shop.gateway.reset();

        assertThat(shop.gateway.payScore().list()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.payScore().state("P1"));
    }

    /** Creates an order that the user has confirmed, without a URL for notifications. */
    private void started(String number) throws Exception {
        shop.post(HOME, order(number).replaceFirst("'notify_url': '[^']*', ", ""));
        shop.gateway.payScore().confirm(number);
    }

    private String order(String number) {
        return """
                {'appid': '%s', 'service_id': '500001', 'out_order_no': '%s', 'service_introduction': 'bike', 'notify_url': '%s', \
                'risk_fund': {'name': 'DEPOSIT', 'amount': 10000}, 'time_range': {'start_time': 'OnAccept'}}
                """.formatted(Shop.APPID, number, shop.receiver.url());
    }

    private static String amount(int total, int payment, int discount) {
        String discounts =
                discount == 0 ? "" : "'post_discounts': [{'name': 'new', 'amount': %d}],".formatted(discount);
        return """
                {'appid': '%s', 'service_id': '500001', 'total_amount': %d, %s 'post_payments': [{'name': 'ride', 'amount': %d}]}
                """.formatted(Shop.APPID, total, discounts, payment);
    }

    /** Returns an amount with the reason for which it changes. */
    private static String newAmount(int total, int payment, int discount) {
        return amount(total, payment, discount).replaceFirst("\\{", "{'reason': 'returned', ");
    }

    private static String reason() {
        return "{'appid': '%s', 'service_id': '500001', 'reason': 'returned'}".formatted(Shop.APPID);
    }

    private JsonNode order(String number, String service) throws Exception {
        return shop.get(HOME + "?out_order_no=" + number + "&service_id=" + service + "&appid=" + Shop.APPID);
    }
}
