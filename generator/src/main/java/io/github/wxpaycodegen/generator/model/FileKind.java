package io.github.wxpaycodegen.generator.model;

/** The content of a file. */
public enum FileKind {
    /** Payments and refunds of a day, in rows. */
    TRADE_BILL,
    /** Income and expenses of an account, in rows. */
    FUND_FLOW_BILL,
    /** Profit-sharing payments, in rows. */
    PROFIT_SHARING_BILL,
    /** Other data in the form of a bill: texts in rows. */
    BILL,
    /** An electronic receipt: PDF. */
    RECEIPT
}
