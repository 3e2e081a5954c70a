package io.github.wxpaycodegen.runtime.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bill is whole or an error: half of one is never taken for all of it. */
class WholeBillTest {
    private static final String ROW = Csv.row("2026-11-22 09:05:00", "A1", "1.00", "茶");
    private static final String TOTALS = Csv.row("1", "1.00");

    @Test
    void readsBillWithoutRows() throws IOException {
        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(Csv.trade()))) {
            assertThat(bill).isEmpty();
            assertThat(bill.rowsRead()).isZero();
            assertThat(bill.summary().count()).isZero();
            assertThat(bill.differences()).isEmpty();
        }
    }

    @Test
    void rejectsBillCutOffAnywhere() {
        byte[] whole = Csv.trade(ROW, ROW.replace("A1", "A2")).getBytes(StandardCharsets.UTF_8);
        int lastCell = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf('`');

        for (int length = 0; length <= lastCell - 1; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThat(problem(new String(cut, StandardCharsets.UTF_8)))
                    .as("cut to %s of %s bytes", length, whole.length)
                    .isNotNull();
        }
    }

    @Test
    void reportsLastLineWithoutSummary() {
        BillFormatException withoutAny = problem(Csv.lines(Csv.NAMES, ROW, ROW));
        BillFormatException withoutTotals = problem(Csv.lines(Csv.NAMES, ROW, Csv.TOTALS));
        BillFormatException withoutRows = problem(Csv.lines(Csv.NAMES));

        assertThat(withoutAny)
                .hasMessage("the bill cannot be read: it ends without its summary, so it is incomplete (line 3)");
        assertThat(withoutAny.line()).isEqualTo(3);
        assertThat(withoutTotals.line()).isEqualTo(3);
        assertThat(withoutRows.line()).isEqualTo(1);
    }

    @Test
    void throwsSameErrorAtEveryCall() throws IOException {
        List<String> seen = new ArrayList<>();
        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(Csv.lines(Csv.NAMES, ROW)))) {
            BillFormatException first = catchThrowableOfType(
                    BillFormatException.class, () -> bill.forEach(row -> seen.add(row.outTradeNo())));
            BillFormatException second = catchThrowableOfType(BillFormatException.class, bill::summary);

            assertThat(seen).containsExactly("A1");
            assertThat(first).isNotNull();
            assertThat(second).isSameAs(first);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "-1", "1000000000000"})
    void rejectsWrongCountOfRows(String count) {
        BillFormatException problem = problem(Csv.lines(Csv.NAMES, ROW, Csv.TOTALS, Csv.row(count, "1.00")));

        assertThat(problem)
                .hasMessage("the bill cannot be read: its summary states " + count + " rows, but there are 1 (line 4)");
        assertThat(problem.line()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "one", "1,0"})
    void reportsCellWithInvalidCount(String count) {
        BillFormatException problem = problem(Csv.lines(Csv.NAMES, ROW, Csv.TOTALS, "\"`" + count + "\",`1.00"));

        assertThat(problem)
                .hasMessage("the bill cannot be read: the value must be a whole number (line 4, column 总交易单数)");
        assertThat(problem.line()).isEqualTo(4);
        assertThat(problem.column()).isEqualTo("总交易单数");
    }

    @Test
    void acceptsDecimalAndMissingCount() {
        assertThat(count(Csv.lines(Csv.NAMES, ROW, Csv.TOTALS, Csv.row("1.0", "1.00"))))
                .isEqualTo(1L);
        assertThat(count(Csv.lines(Csv.NAMES, ROW, Csv.TOTALS, Csv.row("", "1.00"))))
                .isNull();
        assertThat(count(Csv.lines(Csv.NAMES, ROW, "订单总金额", Csv.row("1.00")))).isNull();
    }

    @Test
    void everyKindCountsItsRows() {
        String flow = Csv.lines("记账时间,收支金额", Csv.row("", "1.00"), "资金流水总笔数,收入笔数", Csv.row("2", "2"));
        String sharing = Csv.lines("分账时间,分账金额", Csv.row("", "1.00"), "总条数,分账总金额", Csv.row("2", "1.00"));

        assertThat(catchThrowableOfType(
                        BillFormatException.class,
                        () -> BillKind.FUND_FLOW.open(Csv.plain(flow)).summary()))
                .hasMessageContaining("its summary states 2 rows, but there are 1");
        assertThat(catchThrowableOfType(
                        BillFormatException.class,
                        () -> BillKind.PROFIT_SHARING.open(Csv.plain(sharing)).summary()))
                .hasMessageContaining("its summary states 2 rows, but there are 1");
        assertThat(catchThrowableOfType(
                        BillFormatException.class,
                        () -> BillKind.GENERIC.open(Csv.plain(sharing)).summary()))
                .hasMessageContaining("its summary states 2 rows, but there are 1");
    }

    @Test
    void everyKindRequiresItsSummary() {
        String flow = Csv.lines("记账时间,收支金额", Csv.row("", "1.00"));
        String sharing = Csv.lines("分账时间,分账金额", Csv.row("", "1.00"));

        assertThat(catchThrowableOfType(
                        BillFormatException.class,
                        () -> BillKind.FUND_FLOW.open(Csv.plain(flow)).summary()))
                .hasMessageContaining("it ends without its summary");
        assertThat(catchThrowableOfType(
                        BillFormatException.class,
                        () -> BillKind.PROFIT_SHARING.open(Csv.plain(sharing)).summary()))
                .hasMessageContaining("it ends without its summary");
    }

    @Test
    void rejectsTextAfterTheSummary() {
        String two = Csv.lines(Csv.NAMES, ROW, Csv.TOTALS, TOTALS, TOTALS);
        String twice = Csv.trade(ROW) + Csv.trade(ROW);

        assertThat(problem(two)).hasMessageContaining("there is text after its summary (line 5)");
        assertThat(problem(twice)).hasMessageContaining("there is text after its summary (line 5)");
    }

    @Test
    void rejectsSummaryWithWrongNumberOfCells() {
        assertThat(problem(Csv.lines(Csv.NAMES, ROW, Csv.TOTALS, Csv.row("1"))))
                .hasMessageContaining("does not have 2 cells")
                .hasMessageContaining("line 4");
    }

    @Test
    void distinguishesRowWithoutBackticks() {
        String names = "公众账号ID,交易时间,商户订单号,订单金额,费率备注";
        String row = "wx1,2026-11-22 09:05:00,A1,1.00,";

        assertThat(count(Csv.lines(names, row, row, Csv.TOTALS, "2,2.00"))).isEqualTo(2L);
    }

    @Test
    void acceptsCommaAndSpacesInSummaryHeader() {
        assertThat(count(Csv.lines(Csv.NAMES, ROW, " 总交易单数 , 订单总金额,", Csv.row("1", "1.00", ""))))
                .isEqualTo(1L);
    }

    @Test
    void genericBillNeedsNoSummary() throws IOException {
        try (GenericBill bill = BillKind.GENERIC.open(Csv.plain(Csv.lines("Date,Amount", Csv.row("2026", "1"))))) {
            assertThat(bill.summary()).isNull();
            assertThat(bill.summaries()).isEmpty();
            assertThat(bill.rowsRead()).isEqualTo(1);
        }
        BillFormatException problem = catchThrowableOfType(BillFormatException.class, () -> BillKind.GENERIC
                .open(Csv.plain(Csv.lines("Date,Amount", Csv.row("2026", "1"), "Count,Total")))
                .summary());
        assertThat(problem).hasMessageContaining("ends without its summary");
    }

    @Test
    void rejectsEmptyFile() {
        for (String text : List.of("", Csv.BOM, "\r\n", " \n\n", "\n".repeat(100))) {
            assertThat(problem(text)).hasMessage("the bill cannot be read: it is empty");
            assertThat(problem(text).line()).isZero();
        }
        assertThat(catchThrowableOfType(
                        BillFormatException.class, () -> BillKind.TRADE.open(new ByteArrayInputStream(Csv.gzip("")))))
                .hasMessage("the bill cannot be read: it is empty");
    }

    private static Long count(String text) {
        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(text))) {
            return bill.summary().count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static BillFormatException problem(String text) {
        return catchThrowableOfType(BillFormatException.class, () -> {
            try (TradeBill bill = BillKind.TRADE.open(Csv.plain(text))) {
                bill.summary();
            }
        });
    }
}
