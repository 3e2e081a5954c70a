package io.github.wxpaycodegen.simulator.internal.products;

import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import io.github.wxpaycodegen.simulator.internal.values.BeijingTime;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rules about the fields of a new stock of merchant coupons, besides those that its spec states: for each type of stock the
 * rule of its coupons, times in their order, and numbers that do not make its coupons or its budget worthless.
 *
 * <p>The current page of 创建商家券 makes all limits optional, unlike the earlier one, and no page says how a limit of a day and that of
 * the stock depend on each other, so any two are accepted, also after a change of the budget. A discount beyond the minimum is rejected as with coupons (代金券), of which a
 * user reports it (developers.weixin.qq.com/community/pay/doc/000048131ac6e0da1102f5cbc66800).
 */
final class BusifavorRules {
    private static final String COUPONS = BusifavorStock.LIMITS + "max_coupons";

    private static final String AMOUNT = BusifavorStock.LIMITS + "max_amount";
    private static final String RULE = "coupon_use_rule.";
    private static final String FIXED = RULE + "fixed_normal_coupon.";
    private static final String DAYS_OF_VALIDITY = BusifavorStock.TIMES + "available_day_after_receive";
    private static final String DAYS_OF_WAITING = BusifavorStock.TIMES + "wait_days_after_receive";
    private static final long MOST_DAYS_OF_WAITING = 30;

    /** The rule that each type of stock must have, and no other. */
    private static final SortedMap<String, String> RULE_OF_TYPE =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.of(
                    "NORMAL", "fixed_normal_coupon",
                    "DISCOUNT", "discount_coupon",
                    "EXCHANGE", "exchange_coupon")));

    private static final List<String> POSITIVE = List.of(
            FIXED + "discount_amount",
            DAYS_OF_VALIDITY,
            DAYS_OF_WAITING,
            BusifavorStock.TIMES + "available_second_after_receive",
            AMOUNT,
            AMOUNT + "_by_day",
            COUPONS,
            COUPONS + "_by_day",
            COUPONS + "_per_user");

    private BusifavorRules() {}

    /**
     * Validates the request for a stock.
     *
     * @throws ProblemException whose message names the field
     */
    static void validate(Map<String, String> request, Instant now) throws ProblemException {
        String type = request.getOrDefault("stock_type", "");
        String wanted = RULE_OF_TYPE.getOrDefault(type, "");
        require(has(request, wanted), RULE + wanted, "stock_type为" + type + "时必填");
        for (String rule : RULE_OF_TYPE.values()) {
            require(rule.equals(wanted) || !has(request, rule), RULE + rule, "stock_type为" + type + "时不可填写");
        }
        for (String field : POSITIVE) {
            String number = request.getOrDefault(field, "");
            require(number.isEmpty() || Long.parseLong(number) > 0, field, "应大于0");
        }
        require(
                compare(request, FIXED + "discount_amount", FIXED + "transaction_minimum")
                                .orElse(0)
                        <= 0,
                FIXED + "transaction_minimum",
                "不能小于优惠金额discount_amount");
        Instant begin = time(request, BusifavorStock.TIMES + "available_begin_time");
        Instant end = time(request, BusifavorStock.TIMES + "available_end_time");
        require(begin.isBefore(end), BusifavorStock.TIMES + "available_end_time", "应晚于开始时间");
        require(now.isBefore(end), BusifavorStock.TIMES + "available_end_time", "应晚于当前时间");
        String waiting = request.getOrDefault(DAYS_OF_WAITING, "");
        if (!waiting.isEmpty()) {
            require(Long.parseLong(waiting) <= MOST_DAYS_OF_WAITING, DAYS_OF_WAITING, "不能超过30天");
            require(request.containsKey(DAYS_OF_VALIDITY), DAYS_OF_WAITING, "需配合available_day_after_receive一同填写");
        }
    }

    /** Compares two numbers; empty if one of them is absent. */
    private static Optional<Integer> compare(Map<String, String> rules, String field, String other) {
        String number = rules.getOrDefault(field, "");
        String limit = rules.getOrDefault(other, "");
        return number.isEmpty() || limit.isEmpty()
                ? Optional.empty()
                : Optional.of(Long.compare(Long.parseLong(number), Long.parseLong(limit)));
    }

    private static boolean has(Map<String, String> request, String rule) {
        return request.keySet().stream().anyMatch(field -> field.startsWith(RULE + rule + "."));
    }

    private static void require(boolean valid, String field, String expected) throws ProblemException {
        if (!valid) {
            throw new ProblemException(Problem.BUSIFAVOR_FIELDS, field + "：" + expected);
        }
    }

    private static Instant time(Map<String, String> request, String field) throws ProblemException {
        return BeijingTime.read(request.getOrDefault(field, ""))
                .orElseThrow(() -> new ProblemException(Problem.BAD_TIME));
    }
}
