package io.github.wxpaycodegen.runtime.bill;

import io.github.wxpaycodegen.runtime.message.StringEnum;

/** Whether money came or went. One that is not listed here is kept as it came. */
public final class FundFlowDirection extends StringEnum {
    /** It came. */
    public static final FundFlowDirection INCOME = new FundFlowDirection("收入", Known.INCOME);

    /** It went. */
    public static final FundFlowDirection EXPENSE = new FundFlowDirection("支出", Known.EXPENSE);

    private final Known known;

    private FundFlowDirection(String value, Known known) {
        super(value);
        this.known = known;
    }

    /** The value that a bill spells so, listed here or not. */
    public static FundFlowDirection of(String value) {
        return switch (value) {
            case "收入" -> INCOME;
            case "支出" -> EXPENSE;
            default -> new FundFlowDirection(value, Known.UNRECOGNIZED);
        };
    }

    /** For a {@code switch}; {@link Known#UNRECOGNIZED} for a value that is not listed here. */
    public Known known() {
        return known;
    }

    /** The values listed here. */
    public enum Known {
        /** It came. */
        INCOME,
        /** It went. */
        EXPENSE,
        /** A value that is not listed here. */
        UNRECOGNIZED
    }
}
