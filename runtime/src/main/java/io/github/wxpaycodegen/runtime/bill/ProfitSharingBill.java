package io.github.wxpaycodegen.runtime.bill;

/**
 * The shares and returns of a day that succeeded: {@code GET /v3/profitsharing/bills}.
 *
 * <p>The official page does not name the columns; the ones known here are those of bills as merchants have seen them. All
 * others are read by their names.
 */
public final class ProfitSharingBill extends Bill<ProfitSharingRow, ProfitSharingSummary> {
    ProfitSharingBill(BillReader reader) {
        super(reader);
    }

    /**
     * The summary, its first row where there are more. Reads on to the end of the bill first.
     *
     * @throws BillFormatException if the bill is not whole
     */
    public ProfitSharingSummary summary() {
        return summaries().get(0);
    }

    @Override
    ProfitSharingRow row(Header header, String[] cells, long line) {
        return new ProfitSharingRow(header, cells, line);
    }

    @Override
    ProfitSharingSummary summary(BillRecord record) {
        return new ProfitSharingSummary(record);
    }
}
