package io.github.wxpaycodegen.runtime.bill;

import io.github.wxpaycodegen.runtime.message.EnumValues;
import io.github.wxpaycodegen.runtime.message.StringEnum;
import java.util.Map;

/** Status of a refund when the bill was created; it is not updated. The values differ from those of the refund API. */
public enum BillRefundStatus implements StringEnum {
    /** The refund has arrived. */
    SUCCESS("SUCCESS"),
    /** The refund is being processed. */
    PROCESSING("PROCESSING"),
    /** The refund has failed. */
    FAIL("FAIL"),
    /** The refund failed and requires an action of the merchant. */
    CHANGE("CHANGE"),
    /** A value that this version does not list; {@link TradeBillRow#refundStatusValue()} has its text. */
    UNRECOGNIZED("UNRECOGNIZED");

    private static final Map<String, BillRefundStatus> VALUES = EnumValues.byText(values());

    private final String value;

    BillRefundStatus(String value) {
        this.value = value;
    }

    /** Returns the constant of a text in a bill, or {@link #UNRECOGNIZED}. */
    public static BillRefundStatus of(String value) {
        return VALUES.getOrDefault(value, UNRECOGNIZED);
    }

    @Override
    public String value() {
        return value;
    }
}
