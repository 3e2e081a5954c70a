package io.github.wxpaycodegen.runtime.bill;

import io.github.wxpaycodegen.runtime.message.EnumValues;
import io.github.wxpaycodegen.runtime.message.StringEnum;
import java.util.Map;

/** Direction of a fund flow. */
public enum FundFlowDirection implements StringEnum {
    /** Income. */
    INCOME("收入"),
    /** Expense. */
    EXPENSE("支出"),
    /** A value that this version does not list; {@link FundFlowRow#directionValue()} has its text. */
    UNRECOGNIZED("UNRECOGNIZED");

    private static final Map<String, FundFlowDirection> VALUES = EnumValues.byText(values());

    private final String value;

    FundFlowDirection(String value) {
        this.value = value;
    }

    /** Returns the constant of a text in a bill, or {@link #UNRECOGNIZED}. */
    public static FundFlowDirection of(String value) {
        return VALUES.getOrDefault(value, UNRECOGNIZED);
    }

    @Override
    public String value() {
        return value;
    }
}
