package io.github.wxpaycodegen.runtime.bill;

import org.jspecify.annotations.Nullable;

/** The summary of a {@link FundFlowBill}. */
public final class FundFlowSummary extends BillRecord {
    FundFlowSummary(BillRecord record) {
        super(record);
    }

    /**
     * 资金流水总笔数: the number of rows.
     *
     * @throws BillFormatException if it is not a whole number
     */
    public @Nullable Long count() {
        return count("资金流水总笔数");
    }

    /**
     * 收入笔数: the number of income rows.
     *
     * @throws BillFormatException if it is not a whole number
     */
    public @Nullable Long incomeCount() {
        return count("收入笔数");
    }

    /**
     * 收入金额: the total income. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long income() {
        return fen("收入金额");
    }

    /**
     * 支出笔数: the number of expense rows.
     *
     * @throws BillFormatException if it is not a whole number
     */
    public @Nullable Long expenseCount() {
        return count("支出笔数");
    }

    /**
     * 支出金额: the total expense. In fen.
     *
     * @throws BillFormatException if it is not an amount, or has fractions of a fen
     */
    public @Nullable Long expense() {
        return fen("支出金额");
    }
}
