package io.github.wxpaycodegen.runtime.bill;

import org.jspecify.annotations.Nullable;

/** The summary of a {@link ProfitSharingBill}. Read its totals by name. */
public final class ProfitSharingSummary extends BillRecord {
    ProfitSharingSummary(BillRecord record) {
        super(record);
    }

    /**
     * 总条数: the number of rows.
     *
     * @throws BillFormatException if it is not a whole number
     */
    public @Nullable Long count() {
        return count("总条数");
    }
}
