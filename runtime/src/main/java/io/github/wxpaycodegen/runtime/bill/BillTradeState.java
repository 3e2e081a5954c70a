package io.github.wxpaycodegen.runtime.bill;

import io.github.wxpaycodegen.runtime.message.StringEnum;

/** What a row of a trade bill is of. One that is not listed here is kept as it came. */
public final class BillTradeState extends StringEnum {
    /** A payment. */
    public static final BillTradeState SUCCESS = new BillTradeState("SUCCESS", Known.SUCCESS);

    /** A refund that was accepted. */
    public static final BillTradeState REFUND = new BillTradeState("REFUND", Known.REFUND);

    /** A payment code order that was paid and taken back. */
    public static final BillTradeState REVOKED = new BillTradeState("REVOKED", Known.REVOKED);

    private final Known known;

    private BillTradeState(String value, Known known) {
        super(value);
        this.known = known;
    }

    /** The value that a bill spells so, listed here or not. */
    public static BillTradeState of(String value) {
        return switch (value) {
            case "SUCCESS" -> SUCCESS;
            case "REFUND" -> REFUND;
            case "REVOKED" -> REVOKED;
            default -> new BillTradeState(value, Known.UNRECOGNIZED);
        };
    }

    /** For a {@code switch}; {@link Known#UNRECOGNIZED} for a value that is not listed here. */
    public Known known() {
        return known;
    }

    /** The values listed here. */
    public enum Known {
        /** A payment. */
        SUCCESS,
        /** A refund that was accepted. */
        REFUND,
        /** A payment code order that was paid and taken back. */
        REVOKED,
        /** A value that is not listed here. */
        UNRECOGNIZED
    }
}
