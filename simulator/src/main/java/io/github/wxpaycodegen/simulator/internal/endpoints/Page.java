package io.github.wxpaycodegen.simulator.internal.endpoints;

import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A page of a list, as a request chooses it.
 *
 * @param from the number of items before the page
 * @param limit the most items of the page
 * @param offset as the request has it
 */
record Page(long from, long limit, long offset) {
    private static final int USUAL_COUPONS = 20;
    private static final int MOST_COUPONS = 100;

    /**
     * Reads a page whose {@code offset} counts items.
     *
     * @param usual the limit of a request without one
     * @param most the greatest limit
     */
    static Page by(Map<String, String> request, int usual, int most) {
        long offset = number(request, "offset", 0);
        return new Page(offset, limit(request, usual, most), offset);
    }

    /** Reads a page of coupon codes, whose {@code offset} counts items. */
    static Page ofCoupons(Map<String, String> request) {
        return by(request, USUAL_COUPONS, MOST_COUPONS);
    }

    /** Reads a page of coupons or stocks, whose {@code offset} counts pages, from 0. */
    static Page ofCouponsByNumber(Map<String, String> request) {
        long offset = number(request, "offset", 0);
        long limit = limit(request, USUAL_COUPONS, MOST_COUPONS);
        return new Page(offset > Integer.MAX_VALUE ? Integer.MAX_VALUE : offset * limit, limit, offset);
    }

    private static long limit(Map<String, String> request, int usual, int most) {
        return Math.max(1, Math.min(most, number(request, "limit", usual)));
    }

    private static long number(Map<String, String> request, String name, long otherwise) {
        String text = request.getOrDefault(name, "");
        return text.isEmpty() ? otherwise : Math.max(0, Long.parseLong(text));
    }

    /**
     * Returns the fields of the response: the items of the page in {@code data}, the page, and the number of all items.
     */
    <T> Map<String, String> fields(List<T> all, Function<T, Map<String, String>> item) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("limit", Long.toString(limit));
        fields.put("offset", Long.toString(offset));
        fields.put("total_count", Integer.toString(all.size()));
        List<T> page = all.stream().skip(from).limit(limit).toList();
        for (int i = 0; i < page.size(); i++) {
            String path = Flattened.element("data", i);
            item.apply(page.get(i)).forEach((name, value) -> fields.put(Flattened.member(path, name), value));
        }
        return fields;
    }
}
