package io.github.wxpaycodegen.runtime.bill;

import java.util.List;

/**
 * The changes of an account's balance on one day: {@code GET /v3/bill/fundflowbill} and related operations of v3,
 * {@code POST /pay/downloadfundflow} of v2. Decrypt encrypted bills first.
 */
public final class FundFlowBill extends Bill<FundFlowRow, FundFlowSummary> {
    private final Sums sums = new Sums();

    FundFlowBill(BillReader reader) {
        super(reader);
        sums.sumWhere(header(), "收入金额", "收支金额(元)", "收支类型", "收入");
        sums.sumWhere(header(), "支出金额", "收支金额(元)", "收支类型", "支出");
    }

    /**
     * Returns the summary. Reads to the end of the bill first.
     *
     * @throws BillFormatException if the bill is incomplete
     */
    public FundFlowSummary summary() {
        return summaries().get(0);
    }

    /**
     * Returns the totals of the summary that differ from the sums of the rows; empty if all agree. Reads to the end of
     * the bill first. A difference is not necessarily an error: WeChat Pay does not document which totals include which
     * kinds of rows.
     *
     * @throws BillFormatException if the bill is incomplete, or a value to be summed is not an amount
     */
    public List<BillDifference> differences() {
        return sums.differences(summary());
    }

    @Override
    void sawRow(String[] cells, long line) {
        sums.add(cells, line);
    }

    @Override
    FundFlowRow row(Header header, String[] cells, long line) {
        return new FundFlowRow(header, cells, line);
    }

    @Override
    FundFlowSummary summary(BillRecord record) {
        return new FundFlowSummary(record);
    }
}
