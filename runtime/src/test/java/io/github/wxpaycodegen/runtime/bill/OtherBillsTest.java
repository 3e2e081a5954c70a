package io.github.wxpaycodegen.runtime.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fund-flow bills, profit-sharing bills, and those that have no class of their own. */
class OtherBillsTest {
    private static final String FLOW = "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号";
    private static final String FLOW_SUMMARY = "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额";
    private static final String CAME = "`2026-11-22 09:05:00,`4200000001,`F1,`交易,`收款,`收入,`10.00,`110.00,`system,`,`A1";
    private static final String WENT =
            "`2026-11-22 10:00:00,`5000000001,`F2,`退款,`退还,`支出,`2.50,`107.50,`1900000109,`退一半, 谢谢,`R1";

    private static final String SHARING =
            "分账时间,分账发起方,分账方,微信订单号,微信分账/回退单号,分账明细单号,商户分账/回退单号,订单金额,分账接收方,分账金额,业务类型,处理状态,分账描述,备注";

    private static final String SHARE =
            "`2026-11-22 09:05:00,`1900000109,`1900000110,`4200000001,`3000000001,`3600000001,"
                    + "`P1,`10.00,`1900000111,`1.00,`分账,`成功,\"`分给商户, 一成\",`remark";

    @Test
    void readsFundFlowBill(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("bill.csv"),
                Csv.BOM + Csv.lines(FLOW, CAME, WENT, FLOW_SUMMARY, Csv.row("2", "1", "10.00", "1", "2.50")));
        try (FundFlowBill bill = BillKind.FUND_FLOW.open(file)) {
            var rows = bill.iterator();

            FundFlowRow came = rows.next();
            assertThat(came.time()).isEqualTo(LocalDateTime.of(2026, 11, 22, 9, 5));
            assertThat(came.direction()).isSameAs(FundFlowDirection.INCOME);
            assertThat(came.remark()).isNull();
            FundFlowRow went = rows.next();
            assertThat(went.businessNo()).isEqualTo("5000000001");
            assertThat(went.flowNo()).isEqualTo("F2");
            assertThat(went.businessName()).isEqualTo("退款");
            assertThat(went.businessType()).isEqualTo("退还");
            assertThat(went.direction()).isSameAs(FundFlowDirection.EXPENSE);
            assertThat(went.amount()).isEqualTo(250);
            assertThat(went.balance()).isEqualTo(10750);
            assertThat(went.applicant()).isEqualTo("1900000109");
            assertThat(went.remark()).isEqualTo("退一半, 谢谢");
            assertThat(went.voucherNo()).isEqualTo("R1");
            assertThat(rows.hasNext()).isFalse();

            FundFlowSummary summary = bill.summary();
            assertThat(summary.count()).isEqualTo(2);
            assertThat(summary.incomeCount()).isEqualTo(1);
            assertThat(summary.income()).isEqualTo(1000);
            assertThat(summary.expenseCount()).isEqualTo(1);
            assertThat(summary.expense()).isEqualTo(250);
            assertThat(bill.differences()).isEmpty();
        }
    }

    @Test
    void sumsIncomeAndExpenseSeparately() throws IOException {
        String text = Csv.lines(FLOW, CAME, WENT, CAME, FLOW_SUMMARY, Csv.row("3", "2", "20.01", "1", "2.51"));
        try (FundFlowBill bill = BillKind.FUND_FLOW.open(Csv.plain(text), BillLimits.DEFAULT)) {
            assertThat(bill.differences())
                    .containsExactly(
                            new BillDifference("收入金额", "20.01", "20.00"), new BillDifference("支出金额", "2.51", "2.50"));
        }
    }

    @Test
    void sumsFirstColumns() throws IOException {
        for (String order : new String[] {"收支金额,收支类型,记账时间", "收支类型,收支金额,记账时间"}) {
            String row = order.startsWith("收支金额") ? "`1.00,`支出,`" : "`支出,`1.00,`";
            String text = Csv.lines(order, row, FLOW_SUMMARY, Csv.row("1", "0", "1.00", "1", "2.00"));
            try (FundFlowBill bill = BillKind.FUND_FLOW.open(Csv.plain(text))) {
                assertThat(bill.differences())
                        .containsExactly(
                                new BillDifference("收入金额", "1.00", "0.00"), new BillDifference("支出金额", "2.00", "1.00"));
            }
        }
    }

    @Test
    void hasNoDifferencesWithoutDirections() throws IOException {
        String text = Csv.lines("记账时间,收支金额(元)", "`,`1.00", FLOW_SUMMARY, Csv.row("1", "9", "9.00", "9", "9.00"));
        try (FundFlowBill bill = BillKind.FUND_FLOW.open(Csv.plain(text))) {
            assertThat(bill.differences()).isEmpty();
        }
        try (FundFlowBill bill = BillKind.FUND_FLOW.open(Csv.plain(text))) {
            FundFlowRow row = bill.iterator().next();
            assertThat(row.amount()).isEqualTo(100);
            assertThat(row.direction()).isNull();
            assertThat(row.time()).isNull();
        }
    }

    @Test
    void readsProfitSharingBill(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("bill.csv.gz"),
                Csv.gzip(Csv.BOM + Csv.lines(SHARING, SHARE, "总条数,分账总金额,回退总金额", Csv.row("1", "1.00", "0.00"))));
        try (ProfitSharingBill bill = BillKind.PROFIT_SHARING.open(file)) {
            ProfitSharingRow row = bill.iterator().next();

            assertThat(row.time()).isEqualTo(LocalDateTime.of(2026, 11, 22, 9, 5));
            assertThat(row.initiator()).isEqualTo("1900000109");
            assertThat(row.sharer()).isEqualTo("1900000110");
            assertThat(row.transactionId()).isEqualTo("4200000001");
            assertThat(row.orderId()).isEqualTo("3000000001");
            assertThat(row.detailId()).isEqualTo("3600000001");
            assertThat(row.outOrderNo()).isEqualTo("P1");
            assertThat(row.orderAmount()).isEqualTo(1000);
            assertThat(row.receiver()).isEqualTo("1900000111");
            assertThat(row.amount()).isEqualTo(100);
            assertThat(row.businessType()).isEqualTo("分账");
            assertThat(row.status()).isEqualTo("成功");
            assertThat(row.description()).isEqualTo("分给商户, 一成");
            assertThat(row.remark()).isEqualTo("remark");
            assertThat(bill.summary().count()).isEqualTo(1);
            assertThat(bill.summary().value("分账总金额")).isEqualTo("1.00");
        }
    }

    @Test
    void acceptsOtherNamesOfColumns() throws IOException {
        String names = "分账接收方,分账出资方,微信分账单号,微信分账明细单号,商户分账单号,金额,状态";
        String text = Csv.lines(names, Csv.row("a", "b", "c", "d", "e", "0.01", "f"), "总条数", "`1");
        try (ProfitSharingBill bill = BillKind.PROFIT_SHARING.open(Csv.plain(text))) {
            ProfitSharingRow row = bill.iterator().next();

            assertThat(row.receiver()).isEqualTo("a");
            assertThat(row.sharer()).isEqualTo("b");
            assertThat(row.orderId()).isEqualTo("c");
            assertThat(row.detailId()).isEqualTo("d");
            assertThat(row.outOrderNo()).isEqualTo("e");
            assertThat(row.amount()).isEqualTo(1);
            assertThat(row.status()).isEqualTo("f");
            assertThat(row.time()).isNull();
        }
    }

    @Test
    void readsSeveralSummaryRows() throws IOException {
        String start = Csv.lines(SHARING, SHARE, "总条数,币种");
        try (ProfitSharingBill bill =
                BillKind.PROFIT_SHARING.open(Csv.plain(start + Csv.lines(Csv.row("1", "CNY"), Csv.row("0", "HKD"))))) {
            assertThat(bill.summaries())
                    .extracting(summary -> summary.value("币种"))
                    .containsExactly("CNY", "HKD");
            assertThat(bill.summary().value("币种")).isEqualTo("CNY");
        }
        String most = start + Csv.lines(Csv.row("1", "CNY")).repeat(64);
        try (ProfitSharingBill bill = BillKind.PROFIT_SHARING.open(Csv.plain(most))) {
            assertThat(bill.summaries()).hasSize(64);
        }
        assertThat(catchThrowableOfType(BillFormatException.class, () -> BillKind.PROFIT_SHARING
                        .open(Csv.plain(most + Csv.row("1", "CNY")))
                        .summaries()))
                .hasMessageContaining("there is text after its summary (line 68)");
    }

    @Test
    void distinguishesBills() {
        String trade = Csv.trade();
        String flow = Csv.lines(FLOW, FLOW_SUMMARY, Csv.row("0", "0", "0.00", "0", "0.00"));

        assertThat(catchThrowableOfType(BillFormatException.class, () -> BillKind.FUND_FLOW.open(Csv.plain(trade))))
                .hasMessageContaining(
                        "it is not a fund-flow bill, there is no column 记账时间; it seems to be a trade bill, which"
                                + " BillKind.TRADE reads (line 1)");
        assertThat(catchThrowableOfType(BillFormatException.class, () -> BillKind.PROFIT_SHARING.open(Csv.plain(flow))))
                .hasMessageContaining(
                        "it is not a profit-sharing bill, there is no column 分账时间 or 分账接收方; it seems to be a"
                                + " fund-flow bill, which BillKind.FUND_FLOW reads (line 1)");
    }

    @Test
    void rejectsProfitSharingBillAsTradeBill() {
        String sharing = Csv.lines("分账时间,分账接收方,分账金额");

        assertThat(catchThrowableOfType(BillFormatException.class, () -> BillKind.TRADE.open(Csv.plain(sharing))))
                .hasMessageContaining("it seems to be a profit-sharing bill, which BillKind.PROFIT_SHARING reads");
    }

    @Test
    void guessesNoKindForOtherText() {
        assertThat(catchThrowableOfType(
                        BillFormatException.class, () -> BillKind.TRADE.open(Csv.plain(Csv.lines("姓名,电话")))))
                .hasMessage("the bill cannot be read: it is not a trade bill, there is no column 交易时间 (line 1)");
    }

    @Test
    void readsBillOfAnyKindByNames(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("bill.csv"),
                Csv.lines("Trade Time,Amount", Csv.row("2026-11-22", "1.00"), "Count,Total,Currency")
                        + Csv.lines(Csv.row("1", "1.00", "HKD"), Csv.row("0", "0.00", "USD")));
        try (GenericBill bill = BillKind.GENERIC.open(file, BillLimits.DEFAULT)) {
            assertThat(bill)
                    .extracting(BillRecord::values)
                    .extracting(Object::toString)
                    .containsExactly("{Trade Time=2026-11-22, Amount=1.00}");
            assertThat(bill.summaries())
                    .extracting(row -> row.value("Currency"))
                    .containsExactly("HKD", "USD");
            assertThat(bill.summary().value("Currency")).isEqualTo("HKD");
        }
    }

    @Test
    void genericBillWithoutBackticksKeepsItsRows() throws IOException {
        String text = Csv.lines("Name,Amount", "Tea,1", "Wine,2", "Total,Sum of", "a,3");
        try (GenericBill bill = BillKind.GENERIC.open(Csv.plain(text), BillLimits.DEFAULT)) {
            assertThat(bill).extracting(row -> row.value("Name")).containsExactly("Tea", "Wine");
            assertThat(bill.summary().value("Sum of")).isEqualTo("3");
        }
    }
}
