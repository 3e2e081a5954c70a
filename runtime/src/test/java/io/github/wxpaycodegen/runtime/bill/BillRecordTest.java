package io.github.wxpaycodegen.runtime.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells by the names of their columns, and the errors that name the cell and not what stands there. */
class BillRecordTest {
    @Test
    void findsCellsByName() {
        BillRecord row = row("交易时间,收支金额（元）,账户结余,备注", "`,`1.00,`2.00,`");

        assertThat(row.value("收支金额（元）")).isEqualTo("1.00");
        assertThat(row.value("收支金额(元)")).isEqualTo("1.00");
        assertThat(row.value("收支金额 (元)")).isEqualTo("1.00");
        assertThat(row.value("收支金额")).isEqualTo("1.00");
        assertThat(row.value("账户结余(元)")).isEqualTo("2.00");
        assertThat(row.value("账户结余（元）")).isEqualTo("2.00");
        assertThat(row.value("账户")).isNull();
        assertThat(row.value("备注")).isEmpty();
    }

    @Test
    void prefersExactName() {
        BillRecord row = row("交易时间,金额(元),金额,余额（元）,余额(元)", "`,`1,`2,`3,`4");

        assertThat(row.value("金额(元)")).isEqualTo("1");
        assertThat(row.value("金额")).isEqualTo("2");
        assertThat(row.value("余额（元）")).isEqualTo("3");
        assertThat(row.value("余额(元)")).isEqualTo("4");
        assertThat(row.value("余额")).isEqualTo("3");
    }

    @Test
    void prefersFirstOfSeveralNames() {
        assertThat(row("交易时间,总金额,应结订单金额", "`,`1.00,`2.00").settlementAmount()).isEqualTo(200);
        assertThat(row("交易时间,企业红包金额,代金券或立减优惠金额", "`,`1.00,`2.00").couponAmount())
                .isEqualTo(200);
    }

    @Test
    void namesHaveNoSpaceAroundThem() {
        assertThat(row(" 交易时间 ,\t商户订单号", "`,` A1 ").value("商户订单号")).isEqualTo(" A1 ");
    }

    @Test
    void acceptsQuotedNamesWithBackticks() {
        assertThat(row("\"交易时间\",`商户订单号,\"`订单金额\"", "`,`A1,`1.00").orderAmount())
                .isEqualTo(100);
    }

    @Test
    void twoColumnsOfOneNameAreAnError() {
        assertThat(catchThrowableOfType(
                        BillFormatException.class, () -> BillKind.TRADE.open(Csv.plain("\n交易时间,备注,备注\n"))))
                .hasMessage("the bill cannot be read: two columns have the same name (line 2)");
    }

    @Test
    void returnsCellsInOrderOfTheBill() {
        BillRecord row = row("交易时间,乙,甲", "`,`1,`");

        assertThat(row.values()).containsExactly(Map.entry("交易时间", ""), Map.entry("乙", "1"), Map.entry("甲", ""));
        assertThat(row.columns()).containsExactly("交易时间", "乙", "甲");
        assertThatThrownBy(() -> row.values().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> row.columns().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void textOfRowHasLineButNoCells() {
        assertThat(row("交易时间,用户标识", "`,`oUpF8")).hasToString("TradeBillRow (line 2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.001", "1.", " 1", "-", "１"})
    void reportsCellWithInvalidAmount(String amount) {
        BillFormatException problem = problem(row("交易时间,手续费,订单金额（元）", "`,`1.00,`" + amount), TradeBillRow::orderAmount);

        assertThat(problem)
                .hasMessage("the bill cannot be read: the value must be an amount in yuan with at most two decimals"
                        + " (line 2, column 订单金额（元）)");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(problem.column()).isEqualTo("订单金额（元）");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "2026-11-22", "2026-02-30 00:00:00", "0"})
    void reportsCellWithInvalidTime(String time) {
        BillFormatException problem = problem(row("交易时间", "`" + time), TradeBillRow::time);

        assertThat(problem)
                .hasMessage(
                        "the bill cannot be read: the value must be a time such as 2026-11-23 09:05:00 (line 2, column 交易时间)");
        assertThat(problem.column()).isEqualTo("交易时间");
    }

    @Test
    void readsOtherCellsOfRowWithBadCell() {
        TradeBillRow row = row("交易时间,订单金额,商户订单号", "`,`x,`A1");

        assertThat(row.outTradeNo()).isEqualTo("A1");
        assertThat(row.value("订单金额")).isEqualTo("x");
        assertThat(row.time()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"SUCCESS, SUCCESS", "REFUND, REFUND", "REVOKED, REVOKED", "NEW, UNRECOGNIZED", "success, UNRECOGNIZED"})
    void readsTradeStates(String value, BillTradeState constant) {
        TradeBillRow row = row("交易时间,交易状态", "`,`" + value);

        assertThat(row.tradeState()).isEqualTo(constant);
        assertThat(row.tradeStateValue()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"SUCCESS, SUCCESS", "PROCESSING, PROCESSING", "FAIL, FAIL", "CHANGE, CHANGE", "NEW, UNRECOGNIZED"})
    void readsRefundStates(String value, BillRefundStatus constant) {
        TradeBillRow row = row("交易时间,退款状态", "`,`" + value);

        assertThat(row.refundStatus()).isEqualTo(constant);
        assertThat(row.refundStatusValue()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"收入, INCOME", "支出, EXPENSE", "冻结, UNRECOGNIZED"})
    void readsDirections(String value, FundFlowDirection constant) {
        assertThat(FundFlowDirection.of(value)).isEqualTo(constant);
    }

    private static BillFormatException problem(TradeBillRow row, Function<TradeBillRow, ?> read) {
        return catchThrowableOfType(BillFormatException.class, () -> read.apply(row));
    }

    private static TradeBillRow row(String names, String row) {
        try {
            return BillKind.TRADE
                    .open(Csv.plain(names + "\n" + row + "\n"))
                    .iterator()
                    .next();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void namesColumnsShortenedAndPrintable() {
        String name = "订单金额" + " ".repeat(1_000) + "(元)";

        BillFormatException problem = catchThrowableOfType(
                BillFormatException.class, () -> row("交易时间," + name, "`,`x").orderAmount());

        assertThat(problem.column()).isEqualTo(name);
        assertThat(problem).hasMessageEndingWith("column 订单金额" + " ".repeat(60) + "…)");
    }
}
