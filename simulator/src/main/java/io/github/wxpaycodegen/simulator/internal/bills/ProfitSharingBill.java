package io.github.wxpaycodegen.simulator.internal.bills;

import java.util.List;

/** A profit-sharing bill: shares and their returns. */
final class ProfitSharingBill {
    private static final List<String> NAMES = List.of(
            "分账时间",
            "分账发起方",
            "分账方",
            "微信订单号",
            "微信分账/回退单号",
            "分账明细单号",
            "商户分账/回退单号",
            "订单金额",
            "分账接收方",
            "分账金额",
            "业务类型",
            "处理状态",
            "分账描述",
            "备注");
    private static final List<String> SUMMARY = List.of("总条数", "分账总金额", "回退总金额");

    private ProfitSharingBill() {}

    /**
     * A share, or a return of one.
     *
     * @param time in the format of bills
     * @param id of the order or return
     * @param total the amount of the payment, in fen
     * @param amount in fen
     * @param returned true for a return
     * @param state as in bills
     */
    record Row(
            String time,
            String subMchid,
            String transactionId,
            String id,
            String detailId,
            String number,
            long total,
            String account,
            long amount,
            boolean returned,
            String state,
            String description) {}

    static BillSheet of(String mchid, List<Row> rows) {
        long shared = 0;
        long returned = 0;
        for (Row row : rows) {
            shared += row.returned() ? 0 : row.amount();
            returned += row.returned() ? row.amount() : 0;
        }
        return new BillSheet(
                NAMES,
                sink -> rows.forEach(row -> sink.accept(cells(mchid, row))),
                SUMMARY,
                List.of(Integer.toString(rows.size()), BillSheet.yuan(shared), BillSheet.yuan(returned)));
    }

    static BillSheet sample(long rows, String mchid) {
        return new BillSheet(
                NAMES,
                sink -> {
                    for (long i = 1; i <= rows; i++) {
                        sink.accept(cells(mchid, sample(i)));
                    }
                },
                SUMMARY,
                List.of(Long.toString(rows), BillSheet.yuan(10 * rows), "0.00"));
    }

    private static Row sample(long i) {
        return new Row(
                "2026-01-01 08:00:00",
                "",
                "42000000" + i,
                "30000000" + i,
                "36000000" + i,
                "P" + i,
                100,
                "1900000110",
                10,
                false,
                "成功",
                "分给商户, 一成");
    }

    private static List<String> cells(String mchid, Row row) {
        return List.of(
                row.time(),
                mchid,
                row.subMchid().isEmpty() ? mchid : row.subMchid(),
                row.transactionId(),
                row.id(),
                row.detailId(),
                row.number(),
                BillSheet.yuan(row.total()),
                row.account(),
                BillSheet.yuan(row.amount()),
                row.returned() ? "分账回退" : "分账",
                row.state(),
                row.description(),
                "");
    }
}
