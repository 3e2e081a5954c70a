package io.github.wxpaycodegen.simulator.internal.bills;

import java.util.List;
import java.util.function.Consumer;

/** A fund-flow bill: income and expenses of an account. */
final class FundFlowBill {
    private static final List<String> NAMES = List.of(
            "记账时间", "微信支付业务单号", "资金流水单号", "业务名称", "业务类型", "收支类型", "收支金额（元）", "账户结余（元）", "资金变更提交申请人", "备注", "业务凭证号");
    private static final List<String> SUMMARY = List.of("资金流水总笔数", "收入笔数", "收入金额", "支出笔数", "支出金额");

    /**
     * A movement of money.
     *
     * @param kind the name of the business
     * @param amount in fen; negative for an expense
     * @param balance after the movement, in fen
     */
    record Row(String time, String businessId, String flowId, String kind, long amount, long balance, String voucher) {}

    /** The summary: counts, and amounts in fen. */
    record Totals(long in, long amountIn, long out, long amountOut) {}

    private FundFlowBill() {}

    static BillSheet of(Consumer<Consumer<Row>> rows, Totals totals) {
        List<String> summary = List.of(
                Long.toString(totals.in() + totals.out()),
                Long.toString(totals.in()),
                BillSheet.yuan(totals.amountIn()),
                Long.toString(totals.out()),
                BillSheet.yuan(totals.amountOut()));
        return new BillSheet(NAMES, sink -> rows.accept(row -> sink.accept(cells(row))), SUMMARY, summary);
    }

    private static List<String> cells(Row row) {
        boolean in = row.amount() >= 0;
        return List.of(
                row.time(),
                row.businessId(),
                row.flowId(),
                row.kind(),
                row.kind(),
                in ? "收入" : "支出",
                BillSheet.yuan(Math.abs(row.amount())),
                BillSheet.yuan(row.balance()),
                "system",
                "",
                row.voucher());
    }
}
