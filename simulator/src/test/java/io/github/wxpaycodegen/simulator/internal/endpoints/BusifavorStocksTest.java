package io.github.wxpaycodegen.simulator.internal.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.V3Client;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The stocks of merchant coupons and their changes. */
class BusifavorStocksTest {
    private static final String STOCKS = "/v3/marketing/busifavor/stocks";

    private final Shop shop = new Shop();

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "'NORMAL'; 'DISCOUNT'; discount_coupon",
                "'NORMAL'; 'EXCHANGE'; exchange_coupon",
                "'fixed_normal_coupon': {'discount_amount': 50, 'transaction_minimum': 80}; 'mini_programs_path': '/a'; fixed_normal_coupon",
                "'use_method'; 'discount_coupon': {'discount_percent': 88, 'transaction_minimum': 80}, 'use_method'; discount_coupon",
                "'discount_amount': 50; 'discount_amount': -50; discount_amount",
                "'discount_amount': 50; 'discount_amount': 0; discount_amount",
                "'max_coupons': 5; 'max_coupons': 0; max_coupons",
                "'transaction_minimum': 80; 'transaction_minimum': 49; transaction_minimum：不能小于优惠金额",
                "'available_begin_time': '20; 'available_begin_time': '30; available_end_time",
                "'coupon_available_time': {; 'coupon_available_time': {'wait_days_after_receive': 1, ; wait_days_after_receive",
                "'coupon_available_time': {; 'coupon_available_time': {'available_day_after_receive': 0, ; available_day_after_receive"
            })
    void stockWithoutMeaningfulRulesIsRejected(String part, String replacement, String named) throws Exception {
        String request =
                BusifavorEndpointsTest.stock("S1", "WECHATPAY_MODE", "'max_coupons': 5, 'max_coupons_per_user': 3");
        assertThat(request).contains(part);

        assertFieldRejected(request.replace(part, replacement), named);

        shop.post(STOCKS, request);
    }

    /** The current page makes all limits optional, and none says that a discount must be less than the minimum. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "'max_coupons': 5,; \"\"",
                "'max_coupons': 5; 'max_coupons': 5, 'max_coupons_by_day': 6",
                "'transaction_minimum': 80; 'transaction_minimum': 50"
            })
    void unusualStockIsAccepted(String part, String replacement) throws Exception {
        String request =
                BusifavorEndpointsTest.stock("S1", "WECHATPAY_MODE", "'max_coupons': 5, 'max_coupons_per_user': 3");
        assertThat(request).contains(part);

        shop.post(STOCKS, request.replace(part, replacement));
    }

    @Test
    void stockOfPastTimeOrLateStartIsRejected() throws Exception {
        String request =
                BusifavorEndpointsTest.stock("S1", "WECHATPAY_MODE", "'max_coupons': 5, 'max_coupons_per_user': 3");
        String times = "'coupon_available_time': {";
        assertFieldRejected(
                request.replace(times, times + "'wait_days_after_receive': 31, 'available_day_after_receive': 1, "),
                "wait_days_after_receive");

        shop.gateway.advance(Duration.ofDays(7));

        assertFieldRejected(request, "available_end_time");
    }

    @Test
    void stocksOfDiscountsAndExchangesAreCreated() throws Exception {
        String request =
                BusifavorEndpointsTest.stock("S1", "WECHATPAY_MODE", "'max_coupons': 5, 'max_coupons_per_user': 3");
        String normal = "'fixed_normal_coupon': {'discount_amount': 50, 'transaction_minimum': 80}";

        shop.post(
                STOCKS,
                request.replace("'NORMAL'", "'DISCOUNT'")
                        .replace(normal, "'discount_coupon': {'discount_percent': 88, 'transaction_minimum': 80}"));
        shop.post(
                STOCKS,
                request.replace("'S1'", "'S2'")
                        .replace("'NORMAL'", "'EXCHANGE'")
                        .replace(normal, "'exchange_coupon': {'exchange_price': 1, 'transaction_minimum': 80}"));
    }

    /** An amount says nothing about how many discounts there are, and all limits are optional. */
    @Test
    void amountMayBeTheOnlyLimit() throws Exception {
        String request =
                BusifavorEndpointsTest.stock("S1", "WECHATPAY_MODE", "'max_amount': 500, 'max_coupons_per_user': 3");
        String normal = "'fixed_normal_coupon': {'discount_amount': 50, 'transaction_minimum': 80}";

        shop.post(
                STOCKS,
                request.replace("'S1'", "'S2'")
                        .replace("'NORMAL'", "'DISCOUNT'")
                        .replace(normal, "'discount_coupon': {'discount_percent': 88, 'transaction_minimum': 80}"));
        shop.post(STOCKS, request);
    }

    private void assertFieldRejected(String request, String named) throws Exception {
        HttpResponse<byte[]> rejected = shop.call("POST", STOCKS, request);
        assertThat(rejected.statusCode()).isEqualTo(400);
        assertThat(V3Client.json(rejected).get("code").asString()).isEqualTo("PARAM_ERROR");
        assertThat(V3Client.json(rejected).get("message").asString()).contains(named);
    }

    /** Clients that cannot leave out a number send 0. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "'target_max_coupons_by_day': 0; target_max_coupons",
                "'current_max_coupons': 5; target_max_coupons",
                "'target_max_coupons': 0, 'current_max_coupons': 5; target_max_coupons",
                "'target_max_coupons': 6, 'target_max_coupons_by_day': 4, 'current_max_coupons': 5; target_max_coupons_by_day",
                "'target_max_coupons': 6; current_max_coupons必填",
                "'target_max_coupons': 6, 'current_max_coupons': 0; current_max_coupons必填",
                "'target_max_coupons_by_day': 4, 'current_max_coupons': 5; current_max_coupons_by_day必填"
            })
    void budgetChangesOneLimitFromItsCurrentValue(String fields, String named) throws Exception {
        String id = created("'max_coupons': 5, 'max_coupons_by_day': 3, 'max_coupons_per_user': 3");

        HttpResponse<byte[]> rejected = changeBudget(id, "B1", fields);

        assertThat(rejected.statusCode()).isEqualTo(400);
        assertThat(V3Client.json(rejected).get("code").asString()).isEqualTo("PARAM_ERROR");
        assertThat(V3Client.json(rejected).get("message").asString()).contains(named);
        HttpResponse<byte[]> accepted = changeBudget(id, "B1", "'target_max_coupons': 6, 'current_max_coupons': 5");
        assertThat(accepted.statusCode()).isEqualTo(200);
    }

    @Test
    void budgetOfDayIsChanged() throws Exception {
        String id = created("'max_coupons': 5, 'max_coupons_by_day': 3, 'max_coupons_per_user': 3");

        JsonNode changed = V3Client.json(changeBudget(
                id, "B1", "'target_max_coupons': 0, 'target_max_coupons_by_day': 4, 'current_max_coupons_by_day': 3"));

        assertThat(changed.get("max_coupons").asInt()).isEqualTo(5);
        assertThat(changed.get("max_coupons_by_day").asInt()).isEqualTo(4);
    }

    @Test
    void budgetOfStockWithoutTotalLimitIsComplete() throws Exception {
        String id = created("'max_amount': 500, 'max_coupons_by_day': 3, 'max_coupons_per_user': 3");

        JsonNode changed = V3Client.json(
                changeBudget(id, "B1", "'target_max_coupons_by_day': 4, 'current_max_coupons_by_day': 3"));

        assertThat(Shop.missing("v3/marketing/busifavor/stocks/{stock_id}/budget", "PATCH", changed))
                .isEmpty();
        assertThat(changed.get("max_coupons").asInt()).isZero();
    }

    /** 0 is the current limit of a stock that has none. */
    @Test
    void budgetOfDayIsIntroduced() throws Exception {
        String id = created("'max_coupons': 5, 'max_coupons_per_user': 3");

        assertThat(message(changeBudget(id, "B1", "'target_max_coupons_by_day': 4")))
                .contains("current_max_coupons_by_day必填");
        assertThat(message(changeBudget(id, "B1", "'target_max_coupons_by_day': 4, 'current_max_coupons_by_day': 3")))
                .isEqualTo("current_max_coupons_by_day：与批次当前的0（无上限）不符");
        JsonNode changed = V3Client.json(
                changeBudget(id, "B1", "'target_max_coupons_by_day': 4, 'current_max_coupons_by_day': 0"));

        assertThat(changed.get("max_coupons_by_day").asInt()).isEqualTo(4);
        assertThat(shop.get(STOCKS + "/" + id)
                        .at("/stock_send_rule/max_coupons_by_day")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void eachErrorOfBudgetHasItsOwnText() throws Exception {
        String id = created("'max_coupons': 5, 'max_coupons_by_day': 3, 'max_coupons_per_user': 3");
        shop.gateway.merchantCoupons().receive(id, "user");
        shop.gateway.merchantCoupons().receive(id, "user");

        assertThat(message(changeBudget(id, "B1", "'target_max_coupons': 6, 'current_max_coupons': 4")))
                .isEqualTo("current_max_coupons：与批次当前的5不符");
        assertThat(message(changeBudget(id, "B1", "'target_max_coupons': 1, 'current_max_coupons': 5")))
                .isEqualTo("target_max_coupons：不能小于已发放数量2");
        assertThat(message(changeBudget(id, "B1", "'target_max_coupons_by_day': 1, 'current_max_coupons_by_day': 3")))
                .isEqualTo("target_max_coupons_by_day：不能小于当天已发放数量2");
    }

    /** As a new stock may have such limits: no page says that one depends on the other. */
    @Test
    void acceptsDailyLimitAboveThatOfTheStock() throws Exception {
        String id = created("'max_coupons': 5, 'max_coupons_by_day': 8, 'max_coupons_per_user': 3");

        assertThat(changeBudget(id, "B1", "'target_max_coupons': 6, 'current_max_coupons': 5")
                        .statusCode())
                .isEqualTo(200);
        assertThat(changeBudget(id, "B2", "'target_max_coupons_by_day': 9, 'current_max_coupons_by_day': 8")
                        .statusCode())
                .isEqualTo(200);
    }

    private static String message(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).isEqualTo(400);
        return V3Client.json(response).get("message").asString();
    }

    @Test
    void endedStockIsNotChanged() throws Exception {
        String id = created("'max_coupons': 5, 'max_coupons_per_user': 3");
        shop.gateway.advance(Duration.ofDays(7));

        HttpResponse<byte[]> budget = changeBudget(id, "B1", "'target_max_coupons': 6, 'current_max_coupons': 5");

        assertThat(V3Client.json(budget).get("message").asString()).isEqualTo("批次状态错误");
        assertThat(V3Client.json(modify(id, "M1", "green tea")).get("message").asString())
                .isEqualTo("批次状态错误");
        JsonNode found = shop.get(STOCKS + "/" + id);
        assertThat(found.get("goods_name").asString()).isEqualTo("all tea");
        assertThat(found.at("/stock_send_rule/max_coupons").asInt()).isEqualTo(5);
    }

    @Test
    void lateRepetitionOfModificationChangesNothing() throws Exception {
        String id = created("'max_coupons': 5, 'max_coupons_per_user': 3");
        assertThat(modify(id, "M1", "green tea").statusCode()).isEqualTo(204);
        assertThat(modify(id, "M2", "black tea").statusCode()).isEqualTo(204);

        assertThat(modify(id, "M1", "green tea").statusCode()).isEqualTo(204);
        HttpResponse<byte[]> other = modify(id, "M2", "milk");

        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(V3Client.json(other).get("code").asString()).isEqualTo("INVALID_REQUEST");
        assertThat(shop.get(STOCKS + "/" + id).get("goods_name").asString()).isEqualTo("black tea");
    }

    @Test
    void resetForgetsNumbersOfModifications() throws Exception {
        modify(created("'max_coupons': 5, 'max_coupons_per_user': 3"), "M1", "green tea");

        shop.gateway.reset();

        String id = created("'max_coupons': 5, 'max_coupons_per_user': 3");
        assertThat(modify(id, "M1", "green tea").statusCode()).isEqualTo(204);
        assertThat(shop.get(STOCKS + "/" + id).get("goods_name").asString()).isEqualTo("green tea");
    }

    private String created(String limits) throws Exception {
        return shop.post(STOCKS, BusifavorEndpointsTest.stock("S1", "WECHATPAY_MODE", limits))
                .get("stock_id")
                .asString();
    }

    private HttpResponse<byte[]> changeBudget(String id, String number, String fields) throws Exception {
        return shop.call(
                "PATCH",
                STOCKS + "/" + id + "/budget",
                "{'modify_budget_request_no': '%s', %s}".formatted(number, fields));
    }

    private HttpResponse<byte[]> modify(String id, String number, String goods) throws Exception {
        return shop.call(
                "PATCH", STOCKS + "/" + id, "{'out_request_no': '%s', 'goods_name': '%s'}".formatted(number, goods));
    }
}
