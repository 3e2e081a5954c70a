package io.github.wxpaycodegen.runtime.bill;

import java.util.List;

/**
 * The payments and refunds of one day: {@code GET /v3/bill/tradebill} of v3 and {@code POST /pay/downloadbill} of v2.
 * It covers all variants: all rows, only payments, only refunds, merchants and service providers.
 *
 * <p>A refund is in the bill of the day on which it was accepted, with the status that it had when the bill was
 * created.
 */
public final class TradeBill extends Bill<TradeBillRow, TradeBillSummary> {
    private final Sums sums = new Sums();

    TradeBill(BillReader reader) {
        super(reader);
        sums.sum(header(), "应结订单总金额", "应结订单金额");
        sums.sum(header(), "退款总金额", "退款金额");
        sums.sum(header(), "充值券退款总金额", "充值券退款金额");
        sums.sum(header(), "手续费总金额", "手续费");
        sums.sum(header(), "订单总金额", "订单金额");
        sums.sum(header(), "申请退款总金额", "申请退款金额");
        sums.sum(header(), "总交易额", "总金额");
        sums.sum(header(), "总退款金额", "退款金额");
        sums.sum(header(), "总代金券或立减优惠退款金额", "代金券或立减优惠退款金额");
        sums.sum(header(), "总企业红包退款金额", "企业红包退款金额");
    }

    /**
     * Returns the summary. Reads to the end of the bill first.
     *
     * @throws BillFormatException if the bill is incomplete
     */
    public TradeBillSummary summary() {
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
    TradeBillRow row(Header header, String[] cells, long line) {
        return new TradeBillRow(header, cells, line);
    }

    @Override
    TradeBillSummary summary(BillRecord record) {
        return new TradeBillSummary(record);
    }
}
