package io.github.wxpaycodegen.simulator.internal.endpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wxpaycodegen.simulator.Client;
import io.github.wxpaycodegen.simulator.MerchantCoupons;
import io.github.wxpaycodegen.simulator.ProductSnapshot;
import io.github.wxpaycodegen.simulator.V3Client;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BusifavorEndpointsTest {
    private static final String HOME = "/v3/marketing/busifavor";
    private static final String SPEC = "v3/marketing/busifavor";
    private static final String LIMITS = "'max_coupons': 10, 'max_coupons_per_user': 3";

    private static final Instant END = Instant.now().plus(Duration.ofDays(7));
    private static final Instant BEGIN = END.minus(Duration.ofDays(30));

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void stockIsCreatedOnceAndQueried() throws Exception {
        advanceToNoon();
        String request = stock("S1", "WECHATPAY_MODE", LIMITS);
        JsonNode created = shop.post(HOME + "/stocks", request);
        String id = created.get("stock_id").asString();
        assertThat(Shop.missing(SPEC + "/stocks", "POST", created)).isEmpty();
        assertThat(shop.post(HOME + "/stocks", request)).isEqualTo(created);
        shop.refusesPost(HOME + "/stocks", request.replace("'tea'", "'milk'"), 400, "INVALID_REQUEST");
        coupon(id, "C1", "user");

        JsonNode found = stock(id);

        assertThat(Shop.missing(SPEC + "/stocks/{stock_id}", "GET", found)).isEmpty();
        assertThat(found.get("stock_state").asString()).isEqualTo("RUNNING");
        assertThat(found.get("out_request_no").asString()).isEqualTo("S1");
        assertThat(found.at("/coupon_use_rule/fixed_normal_coupon/discount_amount")
                        .asInt())
                .isEqualTo(50);
        assertThat(found.at("/send_count_information/total_send_num").asInt()).isEqualTo(1);
        assertThat(found.at("/send_count_information/today_send_amount").asInt())
                .isEqualTo(50);
        assertThat(found.has("coupon_code_count")).isFalse();
        shop.refusesGet(HOME + "/stocks/1", 404, "RESOURCE_NOT_EXISTS");
    }

    @Test
    void stockIsModified() throws Exception {
        String id = created("S1", "WECHATPAY_MODE", LIMITS);

        HttpResponse<byte[]> modified = shop.call(
                "PATCH",
                HOME + "/stocks/" + id,
                "{'out_request_no': 'M1', 'stock_name': 'green tea', 'subsidy': true}");

        assertThat(modified.statusCode()).isEqualTo(204);
        JsonNode found = stock(id);
        assertThat(found.get("stock_name").asString()).isEqualTo("green tea");
        assertThat(found.get("subsidy").asBoolean()).isTrue();
        assertThat(found.get("out_request_no").asString()).isEqualTo("S1");
        assertThat(found.get("goods_name").asString()).isEqualTo("all tea");
        assertThat(shop.post(HOME + "/stocks", stock("S1", "WECHATPAY_MODE", LIMITS))
                        .get("stock_id")
                        .asString())
                .isEqualTo(id);
    }

    @Test
    void budgetIsChangedFromWhatItIs() throws Exception {
        String id = created("S1", "WECHATPAY_MODE", "'max_coupons': 1, 'max_coupons_per_user': 3");
        coupon(id, "C1", "user");
        refusesCoupon(id, "C2", 403, "RULE_LIMIT");
        String budget = HOME + "/stocks/" + id + "/budget";
        String request = "{'modify_budget_request_no': '%s', 'current_max_coupons': %d, 'target_max_coupons': %d}";

        JsonNode changed = V3Client.json(shop.call("PATCH", budget, request.formatted("B1", 1, 2)));

        assertThat(changed.get("max_coupons").asInt()).isEqualTo(2);
        assertThat(V3Client.json(shop.call("PATCH", budget, request.formatted("B1", 1, 2))))
                .isEqualTo(changed);
        coupon(id, "C2", "user");
        assertThat(shop.call("PATCH", budget, request.formatted("B2", 1, 3)).statusCode())
                .isEqualTo(400);
        assertThat(shop.call("PATCH", budget, request.formatted("B3", 2, 1)).statusCode())
                .isEqualTo(400);
        assertThat(stock(id).at("/stock_send_rule/max_coupons").asInt()).isEqualTo(2);
    }

    @Test
    void budgetChangesOneLimitBeforeTheStockEnds() throws Exception {
        String id =
                created("S1", "WECHATPAY_MODE", "'max_coupons': 5, 'max_coupons_by_day': 2, 'max_coupons_per_user': 3");
        String budget = HOME + "/stocks/" + id + "/budget";
        for (String wrong : new String[] {
            "'target_max_coupons': 6",
            "'current_max_coupons': 5",
            "'target_max_coupons': 6, 'current_max_coupons': 5, 'target_max_coupons_by_day': 3, 'current_max_coupons_by_day': 2",
        }) {
            assertThat(code(shop.call("PATCH", budget, "{'modify_budget_request_no': 'B1', " + wrong + "}")))
                    .isEqualTo("PARAM_ERROR");
        }
        String ofDay =
                "{'modify_budget_request_no': '%s', 'target_max_coupons_by_day': %d, 'current_max_coupons_by_day': %d}";
        JsonNode changed = V3Client.json(shop.call("PATCH", budget, ofDay.formatted("B1", 3, 2)));
        assertThat(changed.get("max_coupons_by_day").asInt()).isEqualTo(3);
        assertThat(changed.get("max_coupons").asInt()).isEqualTo(5);

        shop.gateway.advance(Duration.ofDays(400));

        assertThat(code(shop.call("PATCH", budget, ofDay.formatted("B2", 4, 3))))
                .isEqualTo("INVALID_REQUEST");
    }

    private static String code(HttpResponse<byte[]> response) {
        return V3Client.json(response).get("code").asString();
    }

    @Test
    void sentCouponIsAnnouncedAndQueried() throws Exception {
        shop.refusesGet(HOME + "/callbacks?mchid=" + Client.MCHID, 404, "RESOURCE_NOT_EXISTS");
        JsonNode set = shop.post(
                HOME + "/callbacks",
                "{'mchid': '%s', 'notify_url': '%s'}".formatted(Client.MCHID, shop.receiver.url()));
        assertThat(Shop.missing(SPEC + "/callbacks", "POST", set)).isEmpty();
        String id = created("S1", "WECHATPAY_MODE", LIMITS);

        JsonNode sent = shop.post(HOME + "/coupons/send", send(id, "C1", "user", ""));

        String code = sent.get("coupon_code").asString();
        assertThat(sent.at("/send_coupon_result/coupon_code").asString()).isEqualTo(code);
        JsonNode notice = shop.notified("COUPON.SEND");
        assertThat(notice.get("event_type").asString()).isEqualTo("EVENT_TYPE_BUSICOUPON_SEND");
        assertThat(notice.get("coupon_code").asString()).isEqualTo(code);
        assertThat(notice.get("stock_id").asString()).isEqualTo(id);
        assertThat(notice.has("openid")).isFalse();
        assertThat(notice.get("send_channel").asString()).isEqualTo("BUSICOUPON_SEND_CHANNEL_API");
        assertThat(notice.get("send_merchant").asString()).isEqualTo(Client.MCHID);
        JsonNode found = query(code);
        assertThat(Shop.missing(SPEC + "/users/{openid}/coupons/{coupon_code}/appids/{appid}", "GET", found))
                .isEmpty();
        assertThat(found.get("coupon_state").asString()).isEqualTo("SENDED");
        assertThat(found.get("send_request_no").asString()).isEqualTo("C1");
        assertThat(found.get("receive_time")).isEqualTo(notice.get("send_time"));
        assertThat(found.get("expire_time").asString()).isEqualTo(BeijingTime.v3(END));
        assertThat(shop.get(HOME + "/callbacks?mchid=" + Client.MCHID)
                        .get("notify_url")
                        .asString())
                .isEqualTo(shop.receiver.url().toString());
        shop.refusesGet(HOME + "/users/other/coupons/" + code + "/appids/" + Shop.APPID, 404, "RESOURCE_NOT_EXISTS");
    }

    /** WeChat Pay computes the openid for the app that the stock names. */
    @Test
    void noticeHasOpenidIfStockNamesApp() throws Exception {
        shop.post(HOME + "/callbacks", "{'notify_url': '%s'}".formatted(shop.receiver.url()));
        String id = shop.post(
                        HOME + "/stocks",
                        stock("S1", "WECHATPAY_MODE", LIMITS)
                                .replaceFirst("\\{", "{'notify_config': {'notify_appid': '" + Shop.APPID + "'}, "))
                .get("stock_id")
                .asString();

        coupon(id, "C1", "user");

        assertThat(shop.notified("COUPON.SEND").get("openid").asString()).isEqualTo("user");
    }

    /** A mini program lets the user take the coupon, so that no request of the server precedes the notification. */
    @Test
    void userTakesCoupon() throws Exception {
        shop.post(HOME + "/callbacks", "{'notify_url': '%s'}".formatted(shop.receiver.url()));
        String id = created("S1", "WECHATPAY_MODE", "'max_coupons': 10, 'max_coupons_per_user': 1");

        String code = shop.gateway.merchantCoupons().receive(id, "user");

        JsonNode notice = shop.notified("COUPON.SEND");
        assertThat(notice.get("coupon_code").asString()).isEqualTo(code);
        assertThat(notice.get("send_channel").asString()).isEqualTo("BUSICOUPON_SEND_CHANNEL_MINIAPP");
        assertThat(query(code).get("coupon_state").asString()).isEqualTo("SENDED");
        assertThat(shop.gateway.merchantCoupons().list()).singleElement().satisfies(each -> {
            assertThat(each.number()).isEqualTo(id + ":" + code);
            assertThat(each.amount()).hasValue(50);
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.merchantCoupons().receive(id, "user"))
                .withMessageContaining("COUPON_LIMIT");
    }

    @Test
    void sameSendingNumberIsSameCoupon() throws Exception {
        String id = created("S1", "WECHATPAY_MODE", LIMITS);
        String code = coupon(id, "C1", "user");

        assertThat(coupon(id, "C1", "user")).isEqualTo(code);

        shop.refusesPost(HOME + "/coupons/send", send(id, "C1", "other", ""), 400, "INVALID_REQUEST");
        assertThat(stock(id).at("/send_count_information/total_send_num").asInt())
                .isEqualTo(1);
    }

    @Test
    void stockHasLimits() throws Exception {
        String few = created("S1", "WECHATPAY_MODE", "'max_coupons': 2, 'max_coupons_per_user': 1");
        coupon(few, "C1", "user");
        refusesCoupon(few, "C2", 403, "RULE_LIMIT");
        coupon(few, "C3", "other");
        shop.refusesPost(HOME + "/coupons/send", send(few, "C4", "third", ""), 403, "RULE_LIMIT");
        String cheap = created("S2", "WECHATPAY_MODE", "'max_amount': 99, 'max_coupons_per_user': 9");
        coupon(cheap, "C5", "user");
        refusesCoupon(cheap, "C6", 403, "RULE_LIMIT");
        refusesCoupon("1", "C7", 404, "RESOURCE_NOT_EXISTS");
    }

    @Test
    void limitsOfDayStartAgainNextDay() throws Exception {
        advanceToNoon();
        String number =
                created("S1", "WECHATPAY_MODE", "'max_coupons': 9, 'max_coupons_by_day': 1, 'max_coupons_per_user': 9");
        String amount =
                created("S2", "WECHATPAY_MODE", "'max_coupons': 9, 'max_amount_by_day': 50, 'max_coupons_per_user': 9");
        coupon(number, "C1", "user");
        coupon(amount, "C2", "user");
        refusesCoupon(number, "C3", 403, "RULE_LIMIT");
        refusesCoupon(amount, "C4", 403, "RULE_LIMIT");

        shop.gateway.advance(Duration.ofDays(1));

        coupon(number, "C3", "user");
        coupon(amount, "C4", "user");
        assertThat(stock(number).at("/send_count_information/today_send_num").asInt())
                .isEqualTo(1);
    }

    @Test
    void couponIsUsedOnce() throws Exception {
        String id = created("S1", "WECHATPAY_MODE", LIMITS);
        String code = coupon(id, "C1", "user");
        String other = coupon(id, "C2", "user");

        JsonNode used = shop.post(HOME + "/coupons/use", use(code, "U1"));

        assertThat(used.get("stock_id").asString()).isEqualTo(id);
        assertThat(used.get("openid").asString()).isEqualTo("user");
        JsonNode found = query(code);
        assertThat(found.get("coupon_state").asString()).isEqualTo("USED");
        assertThat(found.get("use_request_no").asString()).isEqualTo("U1");
        assertThat(found.get("use_time")).isEqualTo(used.get("wechatpay_use_time"));
        shop.gateway.advance(Duration.ofMinutes(1));
        assertThat(shop.post(HOME + "/coupons/use", use(code, "U1"))).isEqualTo(used);
        shop.refusesPost(HOME + "/coupons/use", use(code, "U2"), 400, "INVALID_REQUEST");
        shop.refusesPost(HOME + "/coupons/use", use(other, "U1"), 400, "INVALID_REQUEST");
        shop.refusesPost(
                HOME + "/coupons/use",
                use(code, "U1").replaceFirst("\\{", "{'out_trade_no': 'ORDER-2', "),
                400,
                "INVALID_REQUEST");
        assertThat(query(other).get("coupon_state").asString()).isEqualTo("SENDED");
        shop.refusesPost(HOME + "/coupons/use", use("1", "U3"), 404, "RESOURCE_NOT_EXISTS");
        shop.refusesPost(
                HOME + "/coupons/use",
                use(other, "U4").replaceFirst("\\{", "{'openid': 'third', "),
                404,
                "RESOURCE_NOT_EXISTS");
    }

    /** A late repetition of a use must not look as if the returned coupon were used. */
    @Test
    void usedCouponIsReturnedAndUsedAgain() throws Exception {
        String id = created("S1", "WECHATPAY_MODE", LIMITS);
        String code = coupon(id, "C1", "user");
        shop.refusesPost(HOME + "/coupons/return", request(id, code, "return", "R1"), 400, "INVALID_REQUEST");
        shop.post(HOME + "/coupons/use", use(code, "U1"));

        JsonNode returned = shop.post(HOME + "/coupons/return", request(id, code, "return", "R1"));

        JsonNode found = query(code);
        assertThat(found.get("coupon_state").asString()).isEqualTo("SENDED");
        assertThat(found.get("return_request_no").asString()).isEqualTo("R1");
        assertThat(found.get("return_time")).isEqualTo(returned.get("wechatpay_return_time"));
        assertThat(found.has("use_time")).isFalse();
        assertThat(shop.post(HOME + "/coupons/return", request(id, code, "return", "R1")))
                .isEqualTo(returned);
        shop.refusesPost(HOME + "/coupons/return", request(id, code, "return", "R2"), 400, "INVALID_REQUEST");
        shop.refusesPost(HOME + "/coupons/use", use(code, "U1"), 400, "INVALID_REQUEST");
        shop.post(HOME + "/coupons/use", use(code, "U2"));
        assertThat(query(code).get("use_request_no").asString()).isEqualTo("U2");
        shop.refusesPost(HOME + "/coupons/return", request(id, code, "return", "R1"), 400, "INVALID_REQUEST");
        assertThat(shop.gateway.merchantCoupons().state(code)).isEqualTo("USED");
    }

    @Test
    void useAfterTheEndOfTheCouponIsRejected() throws Exception {
        String code = coupon(created("S1", "WECHATPAY_MODE", LIMITS), "C1", "user");
        String late = use(code, "U1").replaceFirst("'use_time': '[^']*'", "'use_time': '" + BeijingTime.v3(END) + "'");

        JsonNode rejected = V3Client.json(shop.call("POST", HOME + "/coupons/use", late));

        assertThat(rejected.get("code").asString()).isEqualTo("INVALID_REQUEST");
        assertThat(rejected.get("message").asString()).isEqualTo("use_time：晚于券的可用结束时间" + BeijingTime.v3(END));
        assertThat(query(code).get("coupon_state").asString()).isEqualTo("SENDED");
        shop.post(HOME + "/coupons/use", use(code, "U1"));
    }

    @Test
    void deactivatedCouponIsNotUsed() throws Exception {
        String id = created("S1", "WECHATPAY_MODE", LIMITS);
        String code = coupon(id, "C1", "user");
        String request = request(id, code, "deactivate", "D1").replaceFirst("\\{", "{'deactivate_reason': 'lost', ");

        JsonNode deactivated = shop.post(HOME + "/coupons/deactivate", request);

        JsonNode found = query(code);
        assertThat(found.get("coupon_state").asString()).isEqualTo("DEACTIVATED");
        assertThat(found.get("deactivate_request_no").asString()).isEqualTo("D1");
        assertThat(found.get("deactivate_reason").asString()).isEqualTo("lost");
        assertThat(found.get("deactivate_time")).isEqualTo(deactivated.get("wechatpay_deactivate_time"));
        assertThat(shop.post(HOME + "/coupons/deactivate", request)).isEqualTo(deactivated);
        shop.refusesPost(HOME + "/coupons/deactivate", request.replace("lost", "found"), 400, "INVALID_REQUEST");
        shop.refusesPost(HOME + "/coupons/use", use(code, "U1"), 400, "INVALID_REQUEST");
        String used = coupon(id, "C2", "user");
        shop.post(HOME + "/coupons/use", use(used, "U1"));
        shop.refusesPost(HOME + "/coupons/deactivate", request(id, used, "deactivate", "D2"), 400, "INVALID_REQUEST");
    }

    @Test
    void couponIsAssociatedWithOneOrder() throws Exception {
        String id = created("S1", "WECHATPAY_MODE", LIMITS);
        String code = coupon(id, "C1", "user");
        shop.refusesPost(HOME + "/coupons/disassociate", order(id, code, "ORDER-1", "A0"), 400, "INVALID_REQUEST");

        JsonNode associated = shop.post(HOME + "/coupons/associate", order(id, code, "ORDER-1", "A1"));

        assertThat(Shop.missing(SPEC + "/coupons/associate", "POST", associated))
                .isEmpty();
        assertThat(query(code).get("associate_out_trade_no").asString()).isEqualTo("ORDER-1");
        assertThat(shop.post(HOME + "/coupons/associate", order(id, code, "ORDER-1", "A1")))
                .isEqualTo(associated);
        shop.refusesPost(HOME + "/coupons/associate", order(id, code, "ORDER-2", "A1"), 400, "INVALID_REQUEST");
        shop.refusesPost(HOME + "/coupons/associate", order(id, code, "ORDER-2", "A2"), 400, "INVALID_REQUEST");
        shop.refusesPost(HOME + "/coupons/disassociate", order(id, code, "ORDER-2", "A3"), 400, "INVALID_REQUEST");
        JsonNode disassociated = shop.post(HOME + "/coupons/disassociate", order(id, code, "ORDER-1", "A4"));
        assertThat(disassociated.has("wechatpay_disassociate_time")).isTrue();
        assertThat(shop.post(HOME + "/coupons/disassociate", order(id, code, "ORDER-1", "A4")))
                .isEqualTo(disassociated);
        assertThat(query(code).has("associate_out_trade_no")).isFalse();
        shop.post(HOME + "/coupons/use", use(code, "U1"));
        shop.refusesPost(HOME + "/coupons/associate", order(id, code, "ORDER-2", "A5"), 400, "INVALID_REQUEST");
    }

    /** The codes of the merchant are unique within a stock, so requests have to name it. */
    @Test
    void merchantNamesCodes() throws Exception {
        String id = created("S1", "MERCHANT_API", LIMITS);
        String other = created("S2", "MERCHANT_API", LIMITS);
        shop.post(HOME + "/coupons/send", send(id, "C1", "user", "TEA-1"));
        shop.post(HOME + "/coupons/send", send(other, "C2", "user", "TEA-1"));

        shop.refusesPost(HOME + "/coupons/send", send(id, "C3", "user", "TEA-1"), 400, "INVALID_REQUEST");
        refusesCoupon(id, "C4", 400, "PARAM_ERROR");
        shop.refusesPost(HOME + "/coupons/use", use("TEA-1", "U1"), 400, "PARAM_ERROR");
        String used = use("TEA-1", "U1").replaceFirst("\\{", "{'stock_id': '" + other + "', ");
        assertThat(shop.post(HOME + "/coupons/use", used).get("stock_id").asString())
                .isEqualTo(other);
        assertThat(coupons("&stock_id=" + id + "&coupon_state=SENDED").get("data"))
                .hasSize(1);
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.merchantCoupons().receive(id, "user"))
                .withMessageContaining("COUPON_CODE_MODE");
        String assigned = created("S3", "WECHATPAY_MODE", LIMITS);
        shop.refusesPost(HOME + "/coupons/send", send(assigned, "C5", "user", "TEA-2"), 400, "PARAM_ERROR");
    }

    @Test
    void couponsOfStocksWithSameCodeAreDifferent() throws Exception {
        String first = created("S1", "MERCHANT_API", LIMITS);
        String second = created("S2", "MERCHANT_API", LIMITS);
        shop.post(HOME + "/coupons/send", send(first, "C1", "user", "TEA-1"));
        shop.post(HOME + "/coupons/send", send(second, "C2", "user", "TEA-1"));
        MerchantCoupons users = shop.gateway.merchantCoupons();

        users.expire(second, "TEA-1");

        assertThat(users.state(second, "TEA-1")).isEqualTo("EXPIRED");
        assertThat(users.state(first, "TEA-1")).isEqualTo("SENDED");
        assertThat(users.state("TEA-1")).isEqualTo("SENDED");
        assertThat(users.list())
                .extracting(ProductSnapshot::number)
                .containsExactly(first + ":TEA-1", second + ":TEA-1");
        assertThatIllegalStateException()
                .isThrownBy(() -> users.expire("1", "TEA-1"))
                .withMessageContaining("NO_BUSIFAVOR_COUPON");
    }

    @Test
    void couponsGetUploadedCodes() throws Exception {
        String id = created("S1", "MERCHANT_UPLOAD", LIMITS);
        refusesCoupon(id, "C1", 403, "RULE_LIMIT");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.merchantCoupons().receive(id, "user"))
                .withMessageContaining("BUSIFAVOR_CODES_USED_UP");
        String codes = HOME + "/stocks/" + id + "/couponcodes";
        JsonNode first = shop.post(codes, upload("N1", "'A', 'B', 'A'"));
        assertThat(Shop.missing(SPEC + "/stocks/{stock_id}/couponcodes", "POST", first))
                .isEmpty();
        assertThat(first.get("total_count").asInt()).isEqualTo(2);
        assertThat(first.get("success_codes")).hasSize(2);
        assertThat(first.at("/duplicate_codes/0").asString()).isEqualTo("A");
        assertThat(shop.post(codes, upload("N1", "'A', 'B', 'A'"))).isEqualTo(first);
        shop.refusesPost(codes, upload("N1", "'A'"), 400, "INVALID_REQUEST");
        JsonNode second = shop.post(codes, upload("N2", "'B', 'C'"));
        assertThat(second.get("success_count").asInt()).isEqualTo(1);
        assertThat(second.at("/exist_codes/0").asString()).isEqualTo("B");

        String code = coupon(id, "C1", "user");

        assertThat(code).isIn("A", "B", "C");
        assertThat(stock(id).at("/coupon_code_count/total_count").asInt()).isEqualTo(3);
        assertThat(stock(id).at("/coupon_code_count/available_count").asInt()).isEqualTo(2);
        JsonNode given = shop.get(codes + "?status=DISPATCHED");
        assertThat(given.get("total_count").asInt()).isEqualTo(1);
        assertThat(given.at("/data/0/code").asString()).isEqualTo(code);
        JsonNode available = shop.get(codes + "?status=AVAILABLE&offset=1&limit=1");
        assertThat(available.get("total_count").asInt()).isEqualTo(2);
        String last = code.equals("C") ? "B" : "C";
        assertThat(available.at("/data/0/code").asString()).isEqualTo(last);
        JsonNode dispatched = shop.get(codes + "/" + code);
        assertThat(dispatched.at("/code_information/openid").asString()).isEqualTo("user");
        assertThat(dispatched.at("/coupon_information/coupon_state").asString()).isEqualTo("SENDED");
        assertThat(shop.get(codes + "/" + last).has("coupon_information")).isFalse();
        String assigned = created("S2", "WECHATPAY_MODE", LIMITS);
        shop.refusesPost(HOME + "/stocks/" + assigned + "/couponcodes", upload("N3", "'D'"), 400, "PARAM_ERROR");
    }

    @Test
    void onlyCodeThatNobodyHasIsDeleted() throws Exception {
        String id = created("S1", "MERCHANT_UPLOAD", LIMITS);
        String codes = HOME + "/stocks/" + id + "/couponcodes";
        shop.post(codes, upload("N1", "'A', 'B'"));
        String given = shop.gateway.merchantCoupons().receive(id, "user");
        String left = codes + "/" + (given.equals("A") ? "B" : "A");

        JsonNode deleted = V3Client.json(shop.call("DELETE", left + "?delete_request_no=X1", ""));

        assertThat(deleted.get("stock_id").asString()).isEqualTo(id);
        assertThat(V3Client.json(shop.call("DELETE", left + "?delete_request_no=X1", "")))
                .isEqualTo(deleted);
        shop.refusesGet(left, 404, "RESOURCE_NOT_EXISTS");
        assertThat(shop.call("DELETE", codes + "/" + given + "?delete_request_no=X2", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(shop.get(codes).at("/data/0/code_status").asString()).isEqualTo("DISPATCHED");
    }

    @Test
    void couponExpires() throws Exception {
        String id = created("S1", "WECHATPAY_MODE", LIMITS);
        String code = coupon(id, "C1", "user");
        String other = coupon(id, "C2", "user");
        shop.gateway.merchantCoupons().expire(other);
        assertThat(query(other).get("coupon_state").asString()).isEqualTo("EXPIRED");
        assertThatIllegalStateException()
                .isThrownBy(() -> shop.gateway.merchantCoupons().expire(other))
                .withMessageContaining("BUSIFAVOR_COUPON_STATE");

        shop.gateway.advance(Duration.ofDays(7));

        assertThat(query(code).get("coupon_state").asString()).isEqualTo("EXPIRED");
        shop.refusesPost(HOME + "/coupons/use", use(code, "U1"), 400, "INVALID_REQUEST");
        assertThat(stock(id).get("stock_state").asString()).isEqualTo("STOPED");
        refusesCoupon(id, "C3", 400, "INVALID_REQUEST");
    }

    @Test
    void couponIsValidForDaysAfterWaiting() throws Exception {
        advanceToNoon();
        String id = created(
                "S1", "WECHATPAY_MODE", LIMITS, ", 'wait_days_after_receive': 1, 'available_day_after_receive': 2");
        String code = coupon(id, "C1", "user");
        LocalDate received = BeijingTime.day(
                BeijingTime.read(query(code).get("receive_time").asString()).orElseThrow());

        assertThat(query(code).get("available_start_time").asString())
                .isEqualTo(received.plusDays(1) + "T00:00:00+08:00");
        assertThat(query(code).get("expire_time").asString()).isEqualTo(received.plusDays(3) + "T00:00:00+08:00");
        shop.refusesPost(HOME + "/coupons/use", use(code, "U1"), 400, "INVALID_REQUEST");
        shop.gateway.advance(Duration.ofDays(1));
        shop.post(HOME + "/coupons/use", use(code, "U1"));
        String never = created(
                "S2", "WECHATPAY_MODE", LIMITS, ", 'wait_days_after_receive': 9, 'available_day_after_receive': 1");
        refusesCoupon(never, "C2", 400, "INVALID_REQUEST");
    }

    @Test
    void couponIsValidForSeconds() throws Exception {
        String id = created("S1", "WECHATPAY_MODE", LIMITS, ", 'available_second_after_receive': 3600");
        String code = coupon(id, "C1", "user");

        shop.gateway.advance(Duration.ofMinutes(59));
        assertThat(query(code).get("coupon_state").asString()).isEqualTo("SENDED");
        shop.gateway.advance(Duration.ofMinutes(1));

        assertThat(query(code).get("coupon_state").asString()).isEqualTo("EXPIRED");
    }

    @Test
    void listsCouponsOfUser() throws Exception {
        String id = created("S1", "WECHATPAY_MODE", LIMITS);
        coupon(id, "C1", "user");
        String second = coupon(id, "C2", "user");
        coupon(id, "C3", "user");
        coupon(id, "C4", "other");
        shop.post(HOME + "/coupons/use", use(second, "U1"));

        JsonNode page = coupons("&offset=1&limit=2");

        assertThat(page.get("total_count").asInt()).isEqualTo(3);
        assertThat(page.get("data")).hasSize(1);
        assertThat(page.at("/data/0/send_request_no").asString()).isEqualTo("C3");
        assertThat(coupons("&coupon_state=USED").at("/data/0/coupon_code").asString())
                .isEqualTo(second);
        assertThat(coupons("&belong_merchant=" + Client.MCHID).get("data")).hasSize(3);
        assertThat(coupons("&belong_merchant=1900000109").has("data")).isFalse();
        assertThat(coupons("&creator_merchant=1900000109").has("data")).isFalse();
        assertThat(coupons("&sender_merchant=1900000109").has("data")).isFalse();
        assertThat(coupons("&stock_id=1").get("total_count").asInt()).isZero();
    }

    @Test
    void resetForgetsCoupons() throws Exception {
        shop.post(HOME + "/callbacks", "{'notify_url': '%s'}".formatted(shop.receiver.url()));
        String id = created("S1", "MERCHANT_UPLOAD", LIMITS);
        shop.post(HOME + "/stocks/" + id + "/couponcodes", upload("N1", "'A', 'B'"));
        coupon(id, "C1", "user");

        shop.gateway.reset();

        assertThat(shop.gateway.merchantCoupons().list()).isEmpty();
        shop.refusesGet(HOME + "/stocks/" + id, 404, "RESOURCE_NOT_EXISTS");
        shop.refusesGet(HOME + "/stocks/" + id + "/couponcodes/B", 404, "RESOURCE_NOT_EXISTS");
        shop.refusesGet(HOME + "/callbacks?mchid=" + Client.MCHID, 404, "RESOURCE_NOT_EXISTS");
    }

    /** Moves the time away from the end of a day, which could come between two requests. */
    private void advanceToNoon() {
        Instant now = shop.gateway.time();
        Instant noon = BeijingTime.midnight(BeijingTime.day(now).plusDays(1)).plus(Duration.ofHours(12));
        shop.gateway.advance(Duration.between(now, noon));
    }

    private String created(String number, String mode, String limits) throws Exception {
        return created(number, mode, limits, "");
    }

    private String created(String number, String mode, String limits, String times) throws Exception {
        String request = stock(number, mode, limits);
        String end = "'available_end_time': '" + BeijingTime.v3(END) + "'";
        return shop.post(HOME + "/stocks", request.replace(end, end + times))
                .get("stock_id")
                .asString();
    }

    /** Returns a stock of coupons of 50 fen for orders of 80 fen or more, which can be used for another week. */
    static String stock(String number, String mode, String limits) {
        return """
                {'stock_name': 'tea', 'out_request_no': '%s', 'belong_merchant': '%s', 'goods_name': 'all tea',
                'stock_type': 'NORMAL', 'coupon_code_mode': '%s', 'stock_send_rule': {%s}, 'coupon_use_rule': {
                'use_method': 'OFF_LINE', 'fixed_normal_coupon': {'discount_amount': 50, 'transaction_minimum': 80},
                'coupon_available_time': {'available_begin_time': '%s', 'available_end_time': '%s'}}}
                """.formatted(number, Client.MCHID, mode, limits, BeijingTime.v3(BEGIN), BeijingTime.v3(END));
    }

    private static String send(String stock, String number, String openid, String code) {
        String named = code.isEmpty() ? "" : ", 'coupon_code': '" + code + "'";
        return "{'stock_id': '%s', 'out_request_no': '%s', 'appid': '%s', 'openid': '%s'%s}"
                .formatted(stock, number, Shop.APPID, openid, named);
    }

    private String coupon(String stock, String number, String openid) throws Exception {
        return shop.post(HOME + "/coupons/send", send(stock, number, openid, ""))
                .get("coupon_code")
                .asString();
    }

    private void refusesCoupon(String stock, String number, int status, String code) throws Exception {
        shop.refusesPost(HOME + "/coupons/send", send(stock, number, "user", ""), status, code);
    }

    /** Returns a request of now, as each attempt of a client has another time. */
    private String use(String code, String number) {
        return "{'coupon_code': '%s', 'use_request_no': '%s', 'appid': '%s', 'use_time': '%s'}"
                .formatted(code, number, Shop.APPID, BeijingTime.v3(shop.gateway.time()));
    }

    private static String request(String stock, String code, String action, String number) {
        return "{'stock_id': '%s', 'coupon_code': '%s', '%s_request_no': '%s'}".formatted(stock, code, action, number);
    }

    private static String order(String stock, String code, String order, String number) {
        return "{'stock_id': '%s', 'coupon_code': '%s', 'out_trade_no': '%s', 'out_request_no': '%s'}"
                .formatted(stock, code, order, number);
    }

    private static String upload(String number, String codes) {
        return "{'upload_request_no': '%s', 'coupon_code_list': [%s]}".formatted(number, codes);
    }

    private JsonNode stock(String id) throws Exception {
        return shop.get(HOME + "/stocks/" + id);
    }

    private JsonNode query(String code) throws Exception {
        return shop.get(HOME + "/users/user/coupons/" + code + "/appids/" + Shop.APPID);
    }

    private JsonNode coupons(String filter) throws Exception {
        return shop.get(HOME + "/users/user/coupons?appid=" + Shop.APPID + filter);
    }
}
