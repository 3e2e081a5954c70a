package io.github.wxpaycodegen.runtime.bill;

/**
 * The successful profit-sharing payments and returns of one day: {@code GET /v3/profitsharing/bills}.
 *
 * <p>The official page does not name the columns; the accessors cover those of bills that merchants have published.
 * Read other columns by name.
 */
public final class ProfitSharingBill extends Bill<ProfitSharingRow, ProfitSharingSummary> {
    ProfitSharingBill(BillReader reader) {
        super(reader);
    }

    /**
     * Returns the summary, or its first row if there are several. Reads to the end of the bill first.
     *
     * @throws BillFormatException if the bill is incomplete
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
