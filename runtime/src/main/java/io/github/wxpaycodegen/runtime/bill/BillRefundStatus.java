package io.github.wxpaycodegen.runtime.bill;

import io.github.wxpaycodegen.runtime.message.StringEnum;

/** The state of a refund when the bill was made; it is not brought up to date. Not the values of the refund API. One that is not listed here is kept as it came. */
public final class BillRefundStatus extends StringEnum {
    /** It has arrived. */
    public static final BillRefundStatus SUCCESS = new BillRefundStatus("SUCCESS", Known.SUCCESS);

    /** It is on its way. */
    public static final BillRefundStatus PROCESSING = new BillRefundStatus("PROCESSING", Known.PROCESSING);

    /** It has failed. */
    public static final BillRefundStatus FAIL = new BillRefundStatus("FAIL", Known.FAIL);

    /** It is stuck and needs a decision of the merchant. */
    public static final BillRefundStatus CHANGE = new BillRefundStatus("CHANGE", Known.CHANGE);

    private final Known known;

    private BillRefundStatus(String value, Known known) {
        super(value);
        this.known = known;
    }

    /** The value that a bill spells so, listed here or not. */
    public static BillRefundStatus of(String value) {
        return switch (value) {
            case "SUCCESS" -> SUCCESS;
            case "PROCESSING" -> PROCESSING;
            case "FAIL" -> FAIL;
            case "CHANGE" -> CHANGE;
            default -> new BillRefundStatus(value, Known.UNRECOGNIZED);
        };
    }

    /** For a {@code switch}; {@link Known#UNRECOGNIZED} for a value that is not listed here. */
    public Known known() {
        return known;
    }

    /** The values listed here. */
    public enum Known {
        /** It has arrived. */
        SUCCESS,
        /** It is on its way. */
        PROCESSING,
        /** It has failed. */
        FAIL,
        /** It is stuck and needs a decision of the merchant. */
        CHANGE,
        /** A value that is not listed here. */
        UNRECOGNIZED
    }
}
