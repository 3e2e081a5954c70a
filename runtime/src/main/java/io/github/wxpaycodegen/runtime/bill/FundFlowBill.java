package io.github.wxpaycodegen.runtime.bill;

import java.util.List;

/**
 * The changes of an account's balance in a day: {@code GET /v3/bill/fundflowbill} and its relatives of v3, {@code POST
 * /pay/downloadfundflow} of v2. Bills that come encrypted have to be decrypted first.
 */
public final class FundFlowBill extends Bill<FundFlowRow, FundFlowSummary> {
    private final Sums sums = new Sums();

    FundFlowBill(BillReader reader) {
        super(reader);
        sums.sumWhere(header(), "收入金额", "收支金额(元)", "收支类型", "收入");
        sums.sumWhere(header(), "支出金额", "收支金额(元)", "收支类型", "支出");
    }

    /**
     * The summary. Reads on to the end of the bill first.
     *
     * @throws BillFormatException if the bill is not whole
     */
    public FundFlowSummary summary() {
        return summaries().get(0);
    }

    /**
     * The sums of the summary that the rows do not add up to; empty if all do. Reads on to the end of the bill first. It
     * is not an error by itself: WeChat Pay does not say for every kind of row which sums it counts in.
     *
     * @throws BillFormatException if the bill is not whole, or a row has something else for an amount that is to be summed
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
