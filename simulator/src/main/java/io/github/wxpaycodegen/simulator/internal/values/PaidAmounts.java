package io.github.wxpaycodegen.simulator.internal.values;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.HttpMethod;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The smallest amounts of money in the requests of one operation, beyond the minimums of the spec: what is paid, refunded,
 * transferred, split or withdrawn is at least 1, and other amounts, such as prices and discounts, are not negative.
 */
public final class PaidAmounts {
    private static final Optional<BigDecimal> ONE = Optional.of(BigDecimal.ONE);
    private static final Optional<BigDecimal> ZERO = Optional.of(BigDecimal.ZERO);

    /** The names of amounts that move. */
    private static final Pattern PAID = Pattern.compile("total|refund|(.+_)?amount|(total|refund|consume)_fee");
    /** Amounts that are not paid, and the part of a refund that a product has, even where the spec requires them. */
    private static final Set<String> PARTS = Set.of("discount_amount", "refund_amount");
    /** The numbers of payments in one request. */
    private static final String COUNT = "total_num";
    /** Balances and their changes, which may be negative. */
    private static final Pattern BALANCE = Pattern.compile("(.+_)?balance");

    /** Documents about payments. A line with a discount has a negative amount. */
    private static final List<String> INVOICES = List.of("v3/new-tax-control-fapiao/", "v3/taxi-invoice/");
    /** Operations after which nobody may have to pay, and those that report or announce a payment, perhaps of nothing. */
    private static final List<String> PERHAPS_NOTHING = List.of(
            "v3/payscore/",
            "v2/wxv/",
            "v3/parking/reminders/",
            "v3/catering/",
            "v3/gov/subsidy/",
            "v3/discount-card/",
            "v3/papay/contracts/",
            "v3/papay/insurance-sign/",
            "v3/papay/scheduled-deduct-sign/",
            "v3/partner-papay/contracts/");

    private static final List<String> V2_ORDERS = List.of("v2/pay/", "v2/deposit/");
    private static final List<String> V2_REFUNDS = List.of("v2/secapi/pay/", "v2/deposit/refund");

    /** No minimums beyond those of the spec. */
    static final PaidAmounts NONE = new PaidAmounts("", false);

    private final String uri;
    private final boolean checked;

    private PaidAmounts(String uri, boolean checked) {
        this.uri = uri;
        this.checked = checked;
    }

    /**
     * Returns the minimums for the requests of an operation. A query has none.
     *
     * @param uri the URI of the operation, without a leading slash
     */
    public static PaidAmounts of(String uri, Operation operation) {
        return new PaidAmounts(uri, operation.method() != HttpMethod.GET && !startsWithAny(uri, INVOICES));
    }

    /** Returns true if a v2 operation creates an order or a payment. */
    public static boolean isV2Order(String uri) {
        return startsWithAny(uri, V2_ORDERS) && !startsWithAny(uri, V2_REFUNDS);
    }

    /** Returns the smallest value of a field; empty if it has none beyond that of its spec. */
    Optional<BigDecimal> minimum(Field field) {
        boolean number = field.type() == FieldType.Scalar.INTEGER || field.type() == FieldType.Scalar.NUMBER;
        if (!checked || !number || BALANCE.matcher(field.name()).matches()) {
            return Optional.empty();
        }
        if (field.name().equals(COUNT)) {
            return ONE;
        }
        if (field.docs().meaning().unit().filter(PaidAmounts::isMoney).isEmpty()) {
            return Optional.empty();
        }
        boolean paid = field.required()
                && PAID.matcher(field.name()).matches()
                && !PARTS.contains(field.name())
                && !startsWithAny(uri, PERHAPS_NOTHING);
        return paid ? ONE : ZERO;
    }

    private static boolean isMoney(Unit unit) {
        return unit == Unit.FEN || unit == Unit.CENT;
    }

    private static boolean startsWithAny(String uri, List<String> prefixes) {
        return prefixes.stream().anyMatch(uri::startsWith);
    }
}
