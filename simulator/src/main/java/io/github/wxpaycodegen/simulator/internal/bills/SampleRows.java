package io.github.wxpaycodegen.simulator.internal.bills;

import io.github.wxpaycodegen.simulator.internal.http.FileContent;

/** Bills of made-up rows, of any length. */
final class SampleRows {
    private static final long TOTAL = 101;

    private SampleRows() {}

    static FileContent trade(TradeBill.Kind kind, long count, String mchid) {
        boolean refunds = kind == TradeBill.Kind.REFUND;
        TradeBill.Totals totals = new TradeBill.Totals(
                count, refunds ? 0 : TOTAL * count, refunds ? TOTAL * count : 0, refunds ? 0 : TOTAL * count);
        return TradeBill.of(
                kind,
                sink -> {
                    for (long i = 1; i <= count; i++) {
                        sink.accept(row(i, mchid, refunds));
                    }
                },
                totals);
    }

    private static TradeBill.Row row(long i, String mchid, boolean refund) {
        return new TradeBill.Row(
                "2026-01-01 08:00:00",
                "wxd678efh567hg6787",
                mchid,
                "0",
                "4200000000202601010000000000"
                                .substring(0, 28 - Long.toString(i).length())
                        + i,
                "ORDER" + i,
                "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
                "NATIVE",
                TOTAL,
                i % 10 == 0 ? "茶叶, \"特级\"" : "茶叶",
                "",
                refund
                        ? new TradeBill.RefundCells(
                                "50000000" + i,
                                "REFUND" + i,
                                TOTAL,
                                "SUCCESS",
                                "2026-01-01 08:00:00",
                                "2026-01-01 08:00:01")
                        : null);
    }

    static FileContent fundFlow(long count) {
        return FundFlowBill.of(
                sink -> {
                    for (long i = 1; i <= count; i++) {
                        sink.accept(new FundFlowBill.Row(
                                "2026-01-01 08:00:00", "42000000" + i, "F" + i, "交易", TOTAL, TOTAL * i, "ORDER" + i));
                    }
                },
                new FundFlowBill.Totals(count, TOTAL * count, 0, 0));
    }
}
