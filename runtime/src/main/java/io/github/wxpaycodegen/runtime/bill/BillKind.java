package io.github.wxpaycodegen.runtime.bill;

import java.util.List;

/**
 * What sets kinds of bills apart for reading.
 *
 * @param name what to call it in errors
 * @param marks the columns by which it is told from other kinds: it has one of them; empty if any will do
 * @param summaryNeeded whether a bill without a summary is cut off
 * @param maxSummaries how many rows of a summary there may be
 */
record BillKind(String name, List<String> marks, boolean summaryNeeded, int maxSummaries) {
    /** One row of summary each: that is what the official pages say of them. */
    static final BillKind TRADE = new BillKind("trade bill", List.of("交易时间"), true, 1);

    static final BillKind FUND_FLOW = new BillKind("fund-flow bill", List.of("记账时间"), true, 1);

    /** The official page speaks of "rows" of the summary. */
    static final BillKind PROFIT_SHARING = new BillKind("profit-sharing bill", List.of("分账时间", "分账接收方"), true, 64);

    static final BillKind GENERIC = new BillKind("bill", List.of(), false, 64);

    void check(Header header, long line) {
        if (!marks.isEmpty() && !fits(header)) {
            throw BillFormatException.inLine(
                    line,
                    "it is no " + name + ", there is no column " + String.join(" or ", marks) + other(header),
                    null);
        }
    }

    private boolean fits(Header header) {
        return marks.stream().anyMatch(mark -> header.find(mark) >= 0);
    }

    /** Which kind it seems to be, and what reads that; nothing where it seems to be none. */
    private static String other(Header header) {
        if (TRADE.fits(header)) {
            return "; it seems to be a trade bill, which TradeBill reads";
        }
        if (FUND_FLOW.fits(header)) {
            return "; it seems to be a fund-flow bill, which FundFlowBill reads";
        }
        if (PROFIT_SHARING.fits(header)) {
            return "; it seems to be a profit-sharing bill, which ProfitSharingBill reads";
        }
        return "";
    }
}
