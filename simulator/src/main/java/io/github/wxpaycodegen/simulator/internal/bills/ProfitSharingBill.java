package io.github.wxpaycodegen.simulator.internal.bills;

import java.util.List;

/** A profit-sharing bill of made-up rows; shared orders are not stored. */
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

    static BillSheet sample(long rows, String mchid) {
        return new BillSheet(
                NAMES,
                sink -> {
                    for (long i = 1; i <= rows; i++) {
                        sink.accept(List.of(
                                "2026-01-01 08:00:00",
                                mchid,
                                mchid,
                                "42000000" + i,
                                "30000000" + i,
                                "36000000" + i,
                                "P" + i,
                                "1.00",
                                "1900000110",
                                "0.10",
                                "分账",
                                "成功",
                                "分给商户, 一成",
                                ""));
                    }
                },
                SUMMARY,
                List.of(Long.toString(rows), BillSheet.yuan(10 * rows), "0.00"));
    }
}
