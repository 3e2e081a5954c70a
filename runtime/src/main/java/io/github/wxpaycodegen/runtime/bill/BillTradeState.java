package io.github.wxpaycodegen.runtime.bill;

import io.github.wxpaycodegen.runtime.message.EnumValues;
import io.github.wxpaycodegen.runtime.message.StringEnum;
import java.util.Map;

/** Kind of transaction in a trade-bill row. */
public enum BillTradeState implements StringEnum {
    /** A payment. */
    SUCCESS("SUCCESS"),
    /** An accepted refund. */
    REFUND("REFUND"),
    /** A payment-code order that was paid and then reversed. */
    REVOKED("REVOKED"),
    /** A value that this version does not list; {@link TradeBillRow#tradeStateValue()} has its text. */
    UNRECOGNIZED("UNRECOGNIZED");

    private static final Map<String, BillTradeState> VALUES = EnumValues.byText(values());

    private final String value;

    BillTradeState(String value) {
        this.value = value;
    }

    /** Returns the constant of a text in a bill, or {@link #UNRECOGNIZED}. */
    public static BillTradeState of(String value) {
        return VALUES.getOrDefault(value, UNRECOGNIZED);
    }

    @Override
    public String value() {
        return value;
    }
}
