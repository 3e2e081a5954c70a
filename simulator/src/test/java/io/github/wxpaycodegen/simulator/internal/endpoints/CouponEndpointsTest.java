package io.github.wxpaycodegen.simulator.internal.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CouponEndpointsTest {
    private static final String HOME = "/v3/marketing/favor";
    private static final String SPEC = "v3/marketing/favor";
    private static final String V2 = "/mmpaymkttransfers/";
    /** The position of the value of {@code openid_count} in {@link #sendInV2}. */
    private static final int OPENID_COUNT = 1;

    private static final String CREATOR = "{'stock_creator_mchid': '" + Client.MCHID + "'}";

    private static final Instant END = Instant.now().plus(Duration.ofDays(7));

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void stockIsStartedPausedRestartedAndStopped() throws Exception {
        JsonNode created = shop.post(HOME + "/coupon-stocks", stock("S1", 10, 1000, 2));
        String id = created.get("stock_id").asString();
        assertThat(Shop.missing(SPEC + "/coupon-stocks", "POST", created)).isEmpty();
        assertThat(stock(id).get("status").asString()).isEqualTo("unactivated");
        assertThat(Shop.missing(SPEC + "/stocks/{stock_id}", "GET", stock(id))).isEmpty();
        refusesCoupon(id, "C1", 400, "INVALID_REQUEST");

        assertThat(shop.post(HOME + "/stocks/" + id + "/start", CREATOR).has("start_time"))
                .isTrue();
        shop.refusesPost(HOME + "/stocks/" + id + "/start", CREATOR, 400, "INVALID_REQUEST");
        coupon(id, "C1", "user");
        shop.post(HOME + "/stocks/" + id + "/pause", CREATOR);
        assertThat(stock(id).get("status").asString()).isEqualTo("paused");
        refusesCoupon(id, "C2", 400, "INVALID_REQUEST");
        shop.post(HOME + "/stocks/" + id + "/restart", CREATOR);
        assertThat(stock(id).get("status").asString()).isEqualTo("running");
        shop.post(HOME + "/stocks/" + id + "/stop", CREATOR);

        JsonNode stopped = stock(id);
        assertThat(stopped.get("status").asString()).isEqualTo("stoped");
        assertThat(stopped.has("stop_time")).isTrue();
        assertThat(stopped.get("distributed_coupons").asInt()).isEqualTo(1);
        assertThat(stopped.at("/stock_use_rule/fixed_normal_coupon/coupon_amount")
                        .asInt())
                .isEqualTo(50);
        shop.refusesPost(HOME + "/stocks/" + id + "/restart", CREATOR, 400, "INVALID_REQUEST");
        assertThat(shop.post(HOME + "/coupon-stocks", stock("S1", 10, 1000, 2))
                        .get("stock_id")
                        .asString())
                .isEqualTo(id);
        shop.refusesPost(HOME + "/coupon-stocks", stock("S1", 11, 1000, 2), 400, "INVALID_REQUEST");
    }

    @Test
    void couponIsUsedWithPaidOrder() throws Exception {
        shop.post(
                HOME + "/callbacks",
                "{'mchid': '%s', 'notify_url': '%s'}".formatted(Client.MCHID, shop.receiver.url()));
        String id = coupon(running(10, 1000, 2), "C1", "user");
        String transactionId = shop.pay("ORDER-1", "");

        shop.gateway.coupons().use(id, "ORDER-1");

        JsonNode used = shop.notified("COUPON.USE");
        JsonNode found = coupon(id);
        assertThat(used.get("consume_information")).isEqualTo(found.get("consume_information"));
        assertThat(used.get("coupon_type").asString()).isEqualTo("NORMAL");
        assertThat(found.get("status").asString()).isEqualTo("USED");
        assertThat(found.at("/consume_information/transaction_id").asString()).isEqualTo(transactionId);
        assertThat(found.at("/consume_information/consume_amount").asInt()).isEqualTo(50);
        assertThat(found.at("/consume_information/consume_mchid").asString()).isEqualTo(Client.MCHID);
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.coupons().use(id, "ORDER-1"))
                .withMessageContaining("COUPON_STATE");
        assertThat(shop.get(HOME + "/callbacks?mchid=" + Client.MCHID)
                        .get("notify_url")
                        .asString())
                .isEqualTo(shop.receiver.url().toString());
    }

    /** Switched off, the URL is kept: it can be queried, and nothing is sent to it. */
    @Test
    void switchOfCallbacksKeepsUrl() throws Exception {
        String callbacks = "{'mchid': '%s', 'notify_url': '%s', 'switch': %s}";
        shop.post(HOME + "/callbacks", callbacks.formatted(Client.MCHID, shop.receiver.url(), "false"));
        String stock = running(10, 1000, 2);
        shop.pay("ORDER-1", "");
        shop.gateway.coupons().use(coupon(stock, "C1", "user"), "ORDER-1");

        assertThat(shop.get(HOME + "/callbacks?mchid=" + Client.MCHID)
                        .get("notify_url")
                        .asString())
                .isEqualTo(shop.receiver.url().toString());
        shop.post(HOME + "/callbacks", callbacks.formatted(Client.MCHID, shop.receiver.url(), "true"));
        String second = coupon(stock, "C2", "user");
        shop.gateway.coupons().use(second, "ORDER-1");

        assertThat(shop.notified("COUPON.USE").get("coupon_id").asString()).isEqualTo(second);
    }

    @Test
    void discountHasNoValueOfItsOwn() throws Exception {
        String request = stock("S1", 10, 1000, 2)
                .replaceFirst(
                        "'fixed_normal_coupon': \\{[^}]*}",
                        "'discount_coupon': {'discount_amount_max': 500, 'discount_percent': 88, 'transaction_minimum': 100}");
        String id = shop.post(HOME + "/coupon-stocks", request).get("stock_id").asString();
        shop.post(HOME + "/stocks/" + id + "/start", CREATOR);

        JsonNode discount = stock(id).at("/stock_use_rule/fixed_discount_coupon");

        assertThat(discount.get("discount_percent").asInt()).isEqualTo(88);
        assertThat(discount.get("discount_amount_max").asInt()).isEqualTo(500);
        assertThat(coupon(coupon(id, "C1", "user")).has("normal_coupon_information"))
                .isFalse();
    }

    @Test
    void unpaidOrSmallOrderUsesNoCoupon() throws Exception {
        String id = coupon(running(10, 1000, 2), "C1", "user");
        shop.order("ORDER-1", "");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.coupons().use(id, "ORDER-1"))
                .withMessageContaining("NOT_PAID");
        String expensive = shop.post(
                        HOME + "/coupon-stocks", stock("S2", 10, 1000, 2).replace(": 80", ": 101"))
                .get("stock_id")
                .asString();
        shop.post(HOME + "/stocks/" + expensive + "/start", CREATOR);
        String other = coupon(expensive, "C2", "user");
        shop.gateway.orders().pay("ORDER-1");

        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.coupons().use(other, "ORDER-1"))
                .withMessageContaining("COUPON_STATE");
    }

    @Test
    void stockHasLimits() throws Exception {
        String few = running(2, 1000, 1);
        String first = coupon(few, "C1", "user");
        assertThat(coupon(few, "C1", "user")).isEqualTo(first);
        refusesCoupon(few, "C2", 403, "RULE_LIMIT");
        coupon(few, "C3", "other");
        shop.refusesPost(HOME + "/users/third/coupons", send(few, "C4"), 403, "NOT_ENOUGH");
        assertThat(stock(few).get("distributed_coupons").asInt()).isEqualTo(2);
        String cheap = shop.post(HOME + "/coupon-stocks", stock("S2", 10, 99, 10))
                .get("stock_id")
                .asString();
        shop.post(HOME + "/stocks/" + cheap + "/start", CREATOR);
        coupon(cheap, "C5", "user");
        refusesCoupon(cheap, "C6", 403, "NOT_ENOUGH");
        refusesCoupon("1", "C7", 404, "RESOURCE_NOT_EXISTS");
    }

    @Test
    void couponExpires() throws Exception {
        String id = coupon(running(10, 1000, 2), "C1", "user");
        String other = coupon(running(10, 1000, 2, "S2"), "C2", "user");
        shop.gateway.coupons().expire(other);
        assertThat(coupon(id).get("status").asString()).isEqualTo("SENDED");

        shop.gateway.advance(Duration.ofDays(7));

        assertThat(coupon(id).get("status").asString()).isEqualTo("EXPIRED");
        assertThat(shop.gateway.coupons().state(other)).isEqualTo("EXPIRED");
        refusesCoupon(stock(0), "C3", 400, "INVALID_REQUEST");
    }

    @Test
    void listsCouponsOfUserAndStocks() throws Exception {
        String stock = running(10, 1000, 3);
        for (int i = 1; i <= 3; i++) {
            coupon(stock, "C" + i, "user");
        }
        shop.gateway.coupons().expire(shop.gateway.coupons().list().get(1).number());
        String coupons = HOME + "/users/user/coupons?appid=" + Shop.APPID;

        JsonNode second = shop.get(coupons + "&offset=1&limit=2");
        assertThat(second.get("total_count").asInt()).isEqualTo(3);
        assertThat(second.get("data")).hasSize(1);
        assertThat(second.at("/data/0/coupon_id").asString())
                .isEqualTo(shop.gateway.coupons().list().get(2).number());
        assertThat(shop.get(coupons + "&status=EXPIRED").get("data")).hasSize(1);
        assertThat(shop.get(coupons + "&creator_mchid=1900000109").has("data")).isFalse();
        assertThat(shop.get(coupons + "&available_mchid=1900000109").has("data"))
                .isFalse();
        assertThat(shop.get(HOME + "/stocks?offset=0&limit=10&status=running&stock_creator_mchid=" + Client.MCHID)
                        .get("data"))
                .hasSize(1);
        assertThat(shop.get(HOME + "/stocks?offset=0&limit=10&status=paused&stock_creator_mchid=" + Client.MCHID)
                        .get("total_count")
                        .asInt())
                .isZero();
        shop.refusesGet(
                HOME + "/users/other/coupons/"
                        + shop.gateway.coupons().list().get(0).number() + "?appid=" + Shop.APPID,
                404,
                "RESOURCE_NOT_EXISTS");
    }

    @Test
    void v2SendsAndQueriesTheSameCoupons() throws Exception {
        String stock = running(10, 1000, 2);
        Map<String, String> sent = shop.v2(V2 + "send_coupon", sendInV2(stock, "C1", "user"));
        assertThat(sent)
                .containsEntry("result_code", "SUCCESS")
                .containsEntry("ret_code", "SUCCESS")
                .containsEntry("success_count", "1")
                .containsEntry("failed_count", "0")
                .containsEntry("coupon_stock_id", stock);
        String id = sent.get("coupon_id");
        assertThat(coupon(id).get("out_request_no").asString()).isEqualTo("C1");
        assertThat(shop.v2(V2 + "send_coupon", sendInV2(stock, "C1", "user"))).containsEntry("coupon_id", id);
        assertThat(coupon(stock, "C1", "user")).isEqualTo(id);
        assertThat(shop.v2(V2 + "send_coupon", sendInV2(stock, "C1", "other")))
                .containsEntry("err_code", "PARAM_ERROR");

        assertThat(shop.v2(V2 + "querycouponsinfo", couponInV2(id, stock, "user")))
                .containsEntry("coupon_state", "SENDED")
                .containsEntry("coupon_value", "50")
                .containsEntry("coupon_mininumn", "80")
                .containsEntry("coupon_remain_value", "50")
                .containsEntry("coupon_use_value", "0")
                .containsEntry("end_time", Long.toString(END.getEpochSecond()));
        shop.pay("ORDER-1", "");
        shop.gateway.coupons().use(id, "ORDER-1");

        assertThat(shop.v2(V2 + "querycouponsinfo", couponInV2(id, stock, "user")))
                .containsEntry("coupon_state", "USED")
                .containsEntry("coupon_remain_value", "0")
                .containsEntry("coupon_use_value", "50")
                .containsEntry("consumer_mch_id", Client.MCHID);
        assertThat(shop.v2(V2 + "query_coupon_stock", stockInV2(stock)))
                .containsEntry("coupon_name", "tea")
                .containsEntry("coupon_value", "50")
                .containsEntry("coupon_stock_status", "4")
                .containsEntry("coupon_total", "10")
                .containsEntry("max_quota", "2")
                .containsEntry("is_send_num", "1")
                .containsEntry("coupon_budget", "1000")
                .containsEntry("end_time_t", BeijingTime.compact(END));
    }

    @Test
    void v2RefusesCouponsByItsOwnCodes() throws Exception {
        String stock = shop.post(HOME + "/coupon-stocks", stock("S1", 2, 1000, 1))
                .get("stock_id")
                .asString();
        assertThat(shop.v2(V2 + "query_coupon_stock", stockInV2(stock))).containsEntry("coupon_stock_status", "1");
        assertThat(shop.v2(V2 + "send_coupon", sendInV2(stock, "C1", "user")))
                .containsEntry("err_code", "STOCK_IS_NOT_VALID");
        shop.post(HOME + "/stocks/" + stock + "/start", CREATOR);
        String id = shop.v2(V2 + "send_coupon", sendInV2(stock, "C1", "user")).get("coupon_id");
        assertThat(shop.v2(V2 + "send_coupon", sendInV2(stock, "C2", "user")))
                .containsEntry("err_code", "USER_AL_GET_COUPON");
        String[] toTwo = sendInV2(stock, "C2", "other");
        toTwo[OPENID_COUNT] = "2";
        assertThat(shop.v2(V2 + "send_coupon", toTwo)).containsEntry("err_code", "PARAM_ERROR");
        shop.v2(V2 + "send_coupon", sendInV2(stock, "C2", "other"));
        assertThat(shop.v2(V2 + "send_coupon", sendInV2(stock, "C3", "third")))
                .containsEntry("err_code", "AL_STOCK_OVER");
        assertThat(shop.v2(V2 + "send_coupon", sendInV2("1", "C4", "third")))
                .containsEntry("err_code", "COUPON_STOCK_ID_NOT_VALID");
        assertThat(shop.v2(V2 + "query_coupon_stock", stockInV2("1")))
                .containsEntry("err_code", "COUPON_STOCK_ID_NOT_VALID");
        assertThat(shop.v2(V2 + "querycouponsinfo", couponInV2(id, "1", "user")))
                .containsEntry("err_code", "COUPON_STOCK_ID_NOT_VALID");
        assertThat(shop.v2(V2 + "querycouponsinfo", couponInV2(id, stock, "other")))
                .containsEntry("err_code", "COUPON_NOT_FOUND");
        shop.post(HOME + "/stocks/" + stock + "/pause", CREATOR);
        assertThat(shop.v2(V2 + "query_coupon_stock", stockInV2(stock))).containsEntry("coupon_stock_status", "16");
        shop.post(HOME + "/stocks/" + stock + "/stop", CREATOR);
        assertThat(shop.v2(V2 + "query_coupon_stock", stockInV2(stock))).containsEntry("coupon_stock_status", "8");
    }

    @Test
    void couponOfSecondDayBeginsAtMidnight() throws Exception {
        shop.awaitNoon();
        String request = stock("S1", 10, 1000, 2)
                .replace(
                        "'coupon_use_rule': {",
                        "'coupon_use_rule': {'coupon_available_time': {'second_day_available': true},");
        String stock =
                shop.post(HOME + "/coupon-stocks", request).get("stock_id").asString();
        shop.post(HOME + "/stocks/" + stock + "/start", CREATOR);
        String id = coupon(stock, "C1", "user");
        shop.pay("ORDER-1", "");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.coupons().use(id, "ORDER-1"))
                .withMessageContaining("COUPON_STATE");
        assertThat(coupon(id).get("available_begin_time").asString()).contains("T00:00:00");

        shop.gateway.advance(Duration.ofDays(1));

        shop.gateway.coupons().use(id, "ORDER-1");
    }

    @Test
    void resetForgetsCoupons() throws Exception {
        String stock = running(10, 1000, 2);
        coupon(stock, "C1", "user");

        shop.gateway.reset();

        assertThat(shop.gateway.coupons().list()).isEmpty();
        shop.refusesGet(HOME + "/stocks/" + stock + "?stock_creator_mchid=" + Client.MCHID, 404, "RESOURCE_NOT_EXISTS");
        shop.refusesGet(HOME + "/callbacks?mchid=" + Client.MCHID, 404, "RESOURCE_NOT_EXISTS");
    }

    private static String[] sendInV2(String stock, String number, String openid) {
        return new String[] {
            "openid_count",
            "1",
            "coupon_stock_id",
            stock,
            "partner_trade_no",
            number,
            "openid",
            openid,
            "appid",
            Shop.APPID,
            "mch_id",
            Client.MCHID,
        };
    }

    private static String[] couponInV2(String id, String stock, String openid) {
        return new String[] {
            "coupon_id", id, "stock_id", stock, "openid", openid, "appid", Shop.APPID, "mch_id", Client.MCHID,
        };
    }

    private static String[] stockInV2(String stock) {
        return new String[] {"coupon_stock_id", stock, "appid", Shop.APPID, "mch_id", Client.MCHID};
    }

    private String running(int coupons, int amount, int perUser) throws Exception {
        return running(coupons, amount, perUser, "S1");
    }

    private String running(int coupons, int amount, int perUser, String number) throws Exception {
        String id = shop.post(HOME + "/coupon-stocks", stock(number, coupons, amount, perUser))
                .get("stock_id")
                .asString();
        shop.post(HOME + "/stocks/" + id + "/start", CREATOR);
        return id;
    }

    /** Returns a stock of coupons of 50 fen for orders of 80 fen or more, for a week, of one merchant. */
    private String stock(String number, int coupons, int amount, int perUser) {
        return """
                {'stock_name': 'tea', 'out_request_no': '%s', 'available_begin_time': '%s', 'available_end_time': '%s',
                'no_cash': false, 'stock_type': 'NORMAL', 'belong_merchant': '%s', 'stock_use_rule': {'max_coupons': %d,
                'max_amount': %d, 'max_coupons_per_user': %d, 'natural_person_limit': false, 'prevent_api_abuse': false},
                'pattern_info': {'description': 'for tea'}, 'coupon_use_rule': {'available_merchants': ['%s'],
                'fixed_normal_coupon': {'coupon_amount': 50, 'transaction_minimum': 80}}}
                """.formatted(
                        number,
                        "2026-01-01T00:00:00+08:00",
                        BeijingTime.v3(END),
                        Client.MCHID,
                        coupons,
                        amount,
                        perUser,
                        Client.MCHID);
    }

    private static String send(String stock, String number) {
        return "{'stock_id': '%s', 'out_request_no': '%s', 'appid': '%s', 'stock_creator_mchid': '%s'}"
                .formatted(stock, number, Shop.APPID, Client.MCHID);
    }

    private String coupon(String stock, String number, String openid) throws Exception {
        return shop.post(HOME + "/users/" + openid + "/coupons", send(stock, number))
                .get("coupon_id")
                .asString();
    }

    private void refusesCoupon(String stock, String number, int status, String code) throws Exception {
        shop.refusesPost(HOME + "/users/user/coupons", send(stock, number), status, code);
    }

    private JsonNode coupon(String id) throws Exception {
        return shop.get(HOME + "/users/user/coupons/" + id + "?appid=" + Shop.APPID);
    }

    private JsonNode stock(String id) throws Exception {
        return shop.get(HOME + "/stocks/" + id + "?stock_creator_mchid=" + Client.MCHID);
    }

    /** Returns the id of a stock by its position. */
    private String stock(int position) throws Exception {
        return shop.get(HOME + "/stocks?offset=0&limit=10&stock_creator_mchid=" + Client.MCHID)
                .at("/data/" + position + "/stock_id")
                .asString();
    }
}
