package io.github.wxpaycodegen.simulator.internal.values;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Amounts that are paid or refunded. Each is at least one fen, but its parts may be zero. */
public final class PaidAmounts {
    private static final List<String> V2_ORDERS = List.of("v2/pay/", "v2/deposit/");
    private static final List<String> V2_REFUNDS = List.of("v2/secapi/pay/", "v2/deposit/refund");
    private static final Set<String> V2_FIELDS = Set.of("total_fee", "refund_fee");
    private static final List<String> V3_PREFIXES = List.of(
            "v3/pay/",
            "v3/combine-transactions/",
            "v3/refund/",
            "v3/refunds",
            "v3/ecommerce/refunds/",
            "v3/papay/",
            "v3/offlineface/",
            "v3/edu-papay/",
            "v3/eduschoolpay/",
            "v3/transactions/",
            "v3/global/");
    private static final Pattern V3_FIELDS =
            Pattern.compile("amount\\.(total|refund)|sub_orders\\[[0-9]+]\\.amount\\.total_amount");

    private PaidAmounts() {}

    /** Returns true if a v2 operation creates an order or a payment. */
    public static boolean isV2Order(String uri) {
        return startsWithAny(uri, V2_ORDERS) && !startsWithAny(uri, V2_REFUNDS);
    }

    /**
     * Returns true if a field of a request is such an amount.
     *
     * @param uri the URI of the operation, without a leading slash
     * @param path the path of the field
     */
    public static boolean contain(String uri, String path) {
        return uri.startsWith("v2/")
                ? V2_FIELDS.contains(path) && startsWithAny(uri, V2_REFUNDS)
                : V3_FIELDS.matcher(path).matches() && startsWithAny(uri, V3_PREFIXES);
    }

    /** Returns true if the text is a whole number below 1. */
    public static boolean isBelowOne(String amount) {
        return amount.matches("0|-[0-9]+");
    }

    private static boolean startsWithAny(String uri, List<String> prefixes) {
        return prefixes.stream().anyMatch(uri::startsWith);
    }
}
