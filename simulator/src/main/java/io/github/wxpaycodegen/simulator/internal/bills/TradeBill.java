package io.github.wxpaycodegen.simulator.internal.bills;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A trade bill: its columns depend on its kind. */
final class TradeBill {
    /** The columns that bills of payments and of refunds have in common. */
    private static final List<String> COMMON = List.of(
            "交易时间", "公众账号ID", "商户号", "特约商户号", "设备号", "微信订单号", "商户订单号", "用户标识", "交易类型", "交易状态", "付款银行", "货币种类", "应结订单金额",
            "代金券金额");

    private static final List<String> REFUND = List.of("微信退款单号", "商户退款单号", "退款金额", "充值券退款金额", "退款类型", "退款状态");
    private static final List<String> SUMMARY =
            List.of("总交易单数", "应结订单总金额", "退款总金额", "充值券退款总金额", "手续费总金额", "订单总金额", "申请退款总金额");

    /** The values of {@code bill_type}. */
    enum Kind {
        ALL,
        SUCCESS,
        REFUND;

        static Kind of(String billType) {
            return billType.startsWith("SUC") ? SUCCESS : billType.startsWith("REF") ? REFUND : ALL;
        }
    }

    /**
     * A payment, or a refund if it has a refund part.
     *
     * @param time in the format of bills
     * @param total the amount of the order, in fen
     * @param refund null for a payment
     */
    record Row(
            String time,
            String appid,
            String mchid,
            String subMchid,
            String transactionId,
            String outTradeNo,
            String openid,
            String tradeType,
            long total,
            String title,
            String attach,
            @Nullable RefundCells refund) {}

    /** The cells of a refund; the amount in fen. */
    record RefundCells(
            String refundId, String outRefundNo, long amount, String state, String accepted, String settled) {}

    /** The summary: a number of rows, and amounts in fen. */
    record Totals(long rows, long settled, long refunded, long ordered) {}

    private TradeBill() {}

    static BillSheet of(Kind kind, Consumer<Consumer<Row>> rows, Totals totals) {
        List<String> summary = List.of(
                Long.toString(totals.rows()),
                BillSheet.yuan(totals.settled()),
                BillSheet.yuan(totals.refunded()),
                "0.00",
                "0.00",
                BillSheet.yuan(totals.ordered()),
                BillSheet.yuan(totals.refunded()));
        return new BillSheet(names(kind), sink -> rows.accept(row -> sink.accept(cells(kind, row))), SUMMARY, summary);
    }

    private static List<String> names(Kind kind) {
        List<String> names = new ArrayList<>(COMMON);
        if (kind == Kind.REFUND) {
            names.addAll(List.of("退款申请时间", "退款成功时间"));
        }
        if (kind != Kind.SUCCESS) {
            names.addAll(REFUND);
        }
        names.addAll(List.of("商品名称", "商户数据包", "手续费", "费率", "订单金额"));
        if (kind != Kind.SUCCESS) {
            names.add("申请退款金额");
        }
        names.add("费率备注");
        return names;
    }

    private static List<String> cells(Kind kind, Row row) {
        RefundCells refund = row.refund();
        String total = BillSheet.yuan(row.total());
        // A refund has no settlement amount; the amount of the order is in the payment's row.
        String ordered = refund == null ? total : "0.00";
        List<String> cells = new ArrayList<>(List.of(
                row.time(),
                row.appid(),
                row.mchid(),
                row.subMchid(),
                "",
                row.transactionId(),
                row.outTradeNo(),
                row.openid(),
                row.tradeType(),
                refund == null ? "SUCCESS" : "REFUND",
                "OTHERS",
                "CNY",
                ordered,
                "0.00"));
        if (kind == Kind.REFUND && refund != null) {
            cells.addAll(List.of(refund.accepted(), refund.settled()));
        }
        if (kind != Kind.SUCCESS) {
            cells.addAll(
                    refund == null
                            ? List.of("0", "0", "0.00", "0.00", "", "")
                            : List.of(
                                    refund.refundId(),
                                    refund.outRefundNo(),
                                    BillSheet.yuan(refund.amount()),
                                    "0.00",
                                    "ORIGINAL",
                                    refund.state()));
        }
        cells.addAll(List.of(row.title(), row.attach(), "0.00000", "0.00%", ordered));
        if (kind != Kind.SUCCESS) {
            cells.add(refund == null ? "0.00" : BillSheet.yuan(refund.amount()));
        }
        cells.add("");
        return cells;
    }
}
