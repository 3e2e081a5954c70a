package io.github.wxpaycodegen.runtime.bill;

import java.util.List;

/**
 * The payments and refunds of a day: {@code GET /v3/bill/tradebill} of v3 and {@code POST /pay/downloadbill} of v2, of all
 * kinds: all rows, payments only, refunds only, merchants and service providers.
 *
 * <p>A refund is in the bill of the day on which it was accepted, in the state that it had when the bill was made.
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
     * The summary. Reads on to the end of the bill first.
     *
     * @throws BillFormatException if the bill is not whole
     */
    public TradeBillSummary summary() {
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
    TradeBillRow row(Header header, String[] cells, long line) {
        return new TradeBillRow(header, cells, line);
    }

    @Override
    TradeBillSummary summary(BillRecord record) {
        return new TradeBillSummary(record);
    }
}
