package io.github.wxpaycodegen.runtime.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trade bills of all kinds: their columns, their sums. */
class TradeBillTest {
    private static final String COMMON = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额";
    private static final String REFUND = "微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态";
    private static final String SUMMARY = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额";
    private static final String ALL = COMMON + "," + REFUND + ",商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";

    private static final String PAYMENT =
            "`2026-11-22 09:05:00,`wx1,`1900000109,`1900000110,`013467007045764,`4200000001,`A1,"
                    + "`oUpF8,`JSAPI,`SUCCESS,`OTHERS,`CNY,`9.00,`1.00,`0,`0,`0.00,`0.00,`,`,`茶, 大,`{\"a\":1},`0.05000,`0.60%,"
                    + "`10.00,`0.00,`";

    private static final String RETURNED = "`2026-11-22 10:00:00,`wx1,`1900000109,`1900000110,`,`4200000001,`A1,`oUpF8,"
            + "`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`5000000001,`R1,`2.50,`0.50,`ORIGINAL,`PROCESSING,`茶,`,`-0.02000,"
            + "`0.60%,`0.00,`3.00,`优惠";

    @Test
    void readsBillOfAllRows() throws IOException {
        String text = Csv.lines(
                ALL, PAYMENT, RETURNED, SUMMARY, Csv.row("2", "9.00", "2.50", "0.50", "0.03000", "10.00", "3.00"));
        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(text))) {
            var rows = bill.iterator();

            TradeBillRow payment = rows.next();
            assertThat(payment.time()).isEqualTo(LocalDateTime.of(2026, 11, 22, 9, 5));
            assertThat(payment.appid()).isEqualTo("wx1");
            assertThat(payment.mchid()).isEqualTo("1900000109");
            assertThat(payment.subMchid()).isEqualTo("1900000110");
            assertThat(payment.deviceInfo()).isEqualTo("013467007045764");
            assertThat(payment.transactionId()).isEqualTo("4200000001");
            assertThat(payment.outTradeNo()).isEqualTo("A1");
            assertThat(payment.openid()).isEqualTo("oUpF8");
            assertThat(payment.tradeType()).isEqualTo("JSAPI");
            assertThat(payment.tradeState()).isSameAs(BillTradeState.SUCCESS);
            assertThat(payment.bankType()).isEqualTo("OTHERS");
            assertThat(payment.currency()).isEqualTo("CNY");
            assertThat(payment.settlementAmount()).isEqualTo(900);
            assertThat(payment.couponAmount()).isEqualTo(100);
            assertThat(payment.refundAppliedTime()).isNull();
            assertThat(payment.refundSuccessTime()).isNull();
            assertThat(payment.refundId()).isEqualTo("0");
            assertThat(payment.refundType()).isNull();
            assertThat(payment.refundStatus()).isNull();
            assertThat(payment.description()).isEqualTo("茶, 大");
            assertThat(payment.attach()).isEqualTo("{\"a\":1}");
            assertThat(payment.fee()).isEqualTo(5);
            assertThat(payment.rate()).isEqualTo("0.60%");
            assertThat(payment.orderAmount()).isEqualTo(1000);
            assertThat(payment.refundRequestAmount()).isZero();
            assertThat(payment.rateRemark()).isNull();

            TradeBillRow refund = rows.next();
            assertThat(refund.tradeState()).isSameAs(BillTradeState.REFUND);
            assertThat(refund.deviceInfo()).isNull();
            assertThat(refund.refundId()).isEqualTo("5000000001");
            assertThat(refund.outRefundNo()).isEqualTo("R1");
            assertThat(refund.refundAmount()).isEqualTo(250);
            assertThat(refund.couponRefundAmount()).isEqualTo(50);
            assertThat(refund.refundType()).isEqualTo("ORIGINAL");
            assertThat(refund.refundStatus()).isSameAs(BillRefundStatus.PROCESSING);
            assertThat(refund.fee()).isEqualTo(-2);
            assertThat(refund.refundRequestAmount()).isEqualTo(300);
            assertThat(refund.rateRemark()).isEqualTo("优惠");
            assertThat(rows.hasNext()).isFalse();

            TradeBillSummary summary = bill.summary();
            assertThat(summary.count()).isEqualTo(2);
            assertThat(summary.settlementAmount()).isEqualTo(900);
            assertThat(summary.refundAmount()).isEqualTo(250);
            assertThat(summary.couponRefundAmount()).isEqualTo(50);
            assertThat(summary.fee()).isEqualTo(3);
            assertThat(summary.orderAmount()).isEqualTo(1000);
            assertThat(summary.refundRequestAmount()).isEqualTo(300);
            assertThat(bill.differences()).isEmpty();
        }
    }

    @Test
    void readsBillOfPayments() throws IOException {
        String names = COMMON + ",商品名称,商户数据包,手续费,费率,订单金额,费率备注";
        String row =
                "`2026-11-22 09:05:00,`wx1,`1900000109,`0,`,`4200000001,`A1,`oUpF8,`APP,`REVOKED,`OTHERS,`CNY,`9.00,"
                        + "`1.00,`茶,`,`0.00000,`0.60%,`10.00,`";
        String text = Csv.lines(names, row, SUMMARY, Csv.row("1", "9.00", "0.00", "0.00", "0.00", "10.00", "0.00"));
        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(text))) {
            TradeBillRow payment = bill.iterator().next();

            assertThat(payment.tradeState()).isSameAs(BillTradeState.REVOKED);
            assertThat(payment.refundId()).isNull();
            assertThat(payment.outRefundNo()).isNull();
            assertThat(payment.refundAmount()).isNull();
            assertThat(payment.couponRefundAmount()).isNull();
            assertThat(payment.refundType()).isNull();
            assertThat(payment.refundStatus()).isNull();
            assertThat(payment.refundRequestAmount()).isNull();
            assertThat(payment.orderAmount()).isEqualTo(1000);
            assertThat(bill.differences()).isEmpty();
        }
    }

    @Test
    void readsBillOfRefunds() throws IOException {
        String names = COMMON + ",退款申请时间,退款成功时间," + REFUND + ",商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";
        String row =
                "`2026-11-22 10:00:00,`wx1,`1900000109,`0,`,`4200000001,`A1,`oUpF8,`NATIVE,`REFUND,`OTHERS,`CNY,`0.00,"
                        + "`0.00,`2026-11-22 10:00:01,`2026-11-22 10:00:02,`5000000001,`R1,`2.50,`0.00,`ORIGINAL,`SUCCESS,`茶,`,"
                        + "`0.00000,`0.60%,`0.00,`2.50,`";
        String text = Csv.lines(names, row, SUMMARY, Csv.row("1", "0.00", "2.50", "0.00", "0.00", "0.00", "2.50"));
        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(text))) {
            TradeBillRow refund = bill.iterator().next();

            assertThat(refund.refundAppliedTime()).isEqualTo(LocalDateTime.of(2026, 11, 22, 10, 0, 1));
            assertThat(refund.refundSuccessTime()).isEqualTo(LocalDateTime.of(2026, 11, 22, 10, 0, 2));
            assertThat(refund.refundStatus()).isSameAs(BillRefundStatus.SUCCESS);
            assertThat(refund.orderAmount()).isZero();
            assertThat(bill.differences()).isEmpty();
        }
    }

    @Test
    void readsOldColumnNamesOfV2() throws IOException {
        String names = "交易时间,公众账号ID,商户号,子商户号,交易状态,总金额,代金券或立减优惠金额,退款金额,代金券或立减优惠退款金额";
        String text = Csv.lines(
                names,
                "`2014-11-10 16:33:45,`wx1,`10000100,`10000101,`SUCCESS,`0.03,`0.01,`0,`0",
                "`2014-11-10 16:46:14,`wx1,`10000100,`10000101,`REFUND,`0,`0,`0.02,`0.01",
                "总交易单数,总交易额,总退款金额,总代金券或立减优惠退款金额,手续费总金额",
                "`2,`0.03,`0.02,`0.01,`0");
        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(text))) {
            var rows = bill.iterator();
            TradeBillRow payment = rows.next();
            assertThat(payment.subMchid()).isEqualTo("10000101");
            assertThat(payment.settlementAmount()).isEqualTo(3);
            assertThat(payment.couponAmount()).isEqualTo(1);
            assertThat(payment.orderAmount()).isNull();
            TradeBillRow refund = rows.next();
            assertThat(refund.refundAmount()).isEqualTo(2);
            assertThat(refund.couponRefundAmount()).isEqualTo(1);
            assertThat(bill.summary().settlementAmount()).isEqualTo(3);
            assertThat(bill.summary().refundAmount()).isEqualTo(2);
            assertThat(bill.summary().couponRefundAmount()).isEqualTo(1);
            assertThat(bill.differences()).isEmpty();
        }
    }

    @Test
    void readsCouponsOfOldBills() throws IOException {
        String text =
                Csv.lines("交易时间,企业红包金额,企业红包退款金额", "`2014-11-10 16:33:45,`0.02,`0.01", "总交易单数,总企业红包退款金额", "`1,`0.05");
        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(text))) {
            TradeBillRow row = bill.iterator().next();
            assertThat(row.couponAmount()).isEqualTo(2);
            assertThat(row.couponRefundAmount()).isEqualTo(1);
            assertThat(bill.summary().couponRefundAmount()).isEqualTo(5);
            assertThat(bill.differences()).containsExactly(new BillDifference("总企业红包退款金额", "0.05", "0.01"));
        }
    }

    @Test
    void acceptsReorderedNewAndMissingColumns() throws IOException {
        String text = Csv.lines(
                "新列,订单金额(元),商户订单号,交易时间", Csv.row("x", "1.5", "A1", "2026-11-22 09:05:00"), Csv.TOTALS, "`1,`1.5");
        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(text))) {
            TradeBillRow row = bill.iterator().next();

            assertThat(row.orderAmount()).isEqualTo(150);
            assertThat(row.outTradeNo()).isEqualTo("A1");
            assertThat(row.value("新列")).isEqualTo("x");
            assertThat(row.value("旧列")).isNull();
            assertThat(row.mchid()).isNull();
            assertThat(row.fee()).isNull();
            assertThat(row.tradeState()).isNull();
            assertThat(row.columns()).containsExactly("新列", "订单金额(元)", "商户订单号", "交易时间");
            assertThat(bill.differences()).isEmpty();
        }
    }

    @Test
    void sumsFirstColumn() throws IOException {
        String text = Csv.lines("订单金额,交易时间", "`1.00,`", "订单总金额,总交易单数", "`2.00,`1");
        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(text))) {
            assertThat(bill.iterator().next().orderAmount()).isEqualTo(100);
            assertThat(bill.summary().orderAmount()).isEqualTo(200);
            assertThat(bill.differences()).containsExactly(new BillDifference("订单总金额", "2.00", "1.00"));
        }
    }

    @Test
    void rejectsOtherBill(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bill.csv"), Csv.lines("记账时间,收支金额"));

        BillFormatException problem =
                catchThrowableOfType(BillFormatException.class, () -> BillKind.TRADE.open(file, BillLimits.DEFAULT));

        assertThat(problem)
                .hasMessage("the bill cannot be read: it is not a trade bill, there is no column 交易时间; it seems to be a"
                        + " fund-flow bill, which BillKind.FUND_FLOW reads (line 1)");
    }

    @Test
    void reportsEveryDifference() throws IOException {
        String text = Csv.lines(
                ALL, PAYMENT, RETURNED, SUMMARY, Csv.row("2", "9.01", "2.49", "0.5", "0.030", "-10.00", "a lot"));
        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(text))) {
            assertThat(bill.differences())
                    .containsExactly(
                            new BillDifference("应结订单总金额", "9.01", "9.00"),
                            new BillDifference("退款总金额", "2.49", "2.50"),
                            new BillDifference("订单总金额", "-10.00", "10.00"),
                            new BillDifference("申请退款总金额", "a lot", "3.00"));
        }
    }

    @Test
    void feesAreSummedWithAllTheirDecimals() throws IOException {
        String text = Csv.lines("交易时间,手续费", "`,`0.00600", "`,`0.00601", "`,`", "总交易单数,手续费总金额", "`3,`0.01");
        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(text))) {
            assertThat(bill.differences()).containsExactly(new BillDifference("手续费总金额", "0.01", "0.01201"));
        }
    }

    @Test
    void reportsSumThatCannotBeChecked() throws IOException {
        String garbage = Csv.lines(Csv.NAMES, "`,`A1,`1.00,`", "`,`A2,`1.0O,`", "`,`A3,`x,`", Csv.TOTALS, "`3,`1.00");
        String huge = Csv.lines(
                Csv.NAMES, "`,`A1,`92233720368547.75807,`\r\n".repeat(2).trim(), Csv.TOTALS, "`2,`1.00");
        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(garbage))) {
            BillFormatException problem = catchThrowableOfType(BillFormatException.class, bill::differences);

            assertThat(problem).hasMessageContaining("(line 3, column 订单金额)").hasMessageNotContaining("1.0O");
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.column()).isEqualTo("订单金额");
        }
        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(huge))) {
            BillFormatException problem = catchThrowableOfType(BillFormatException.class, bill::differences);

            assertThat(problem.line()).isEqualTo(3);
        }
    }

    @Test
    void ignoresAmountsWithoutTotal() throws IOException {
        String text = Csv.lines("交易时间,手续费,订单金额", "`,`free,`1.00", Csv.TOTALS, "`1,`1.00");
        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(text))) {
            assertThat(bill.differences()).isEmpty();
        }
    }
}
