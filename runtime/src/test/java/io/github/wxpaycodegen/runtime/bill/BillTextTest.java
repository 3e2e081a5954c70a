package io.github.wxpaycodegen.runtime.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the bytes of a bill to its cells: encoding, packing, line ends, backticks and quotes. */
class BillTextTest {
    private static final String TIME = "2026-11-22 09:05:00";

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void readsPlainAndGzipWithAndWithoutMark(boolean mark, boolean gzip) throws IOException {
        String text = (mark ? Csv.BOM : "") + Csv.trade(Csv.row(TIME, "A1", "1.00", "茶"));
        byte[] bytes = gzip ? Csv.gzip(text) : text.getBytes(StandardCharsets.UTF_8);

        try (TradeBill bill = BillKind.TRADE.open(new ByteArrayInputStream(bytes))) {
            assertThat(bill.columns()).containsExactly("交易时间", "商户订单号", "订单金额", "商品名称");
            assertThat(bill).extracting(row -> row.value("商品名称")).containsExactly("茶");
        }
    }

    @Test
    void readsFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("bill.csv.gz"), Csv.gzip(Csv.BOM + Csv.trade(Csv.row(TIME, "A1", "1.00", "茶"))));

        try (TradeBill bill = BillKind.TRADE.open(file)) {
            assertThat(bill).extracting(TradeBillRow::outTradeNo).containsExactly("A1");
        }
        try (GenericBill bill = BillKind.GENERIC.open(file)) {
            assertThat(bill).extracting(row -> row.value("商户订单号")).containsExactly("A1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r"})
    void acceptsAllLineEnds(String end) {
        String text = Csv.trade(Csv.row(TIME, "A1", "1.00", "茶"), Csv.row(TIME, "A2", "1.00", "酒"))
                .replace("\r\n", end);

        for (String bill : List.of(text, text.substring(0, text.length() - end.length()), text + end + " " + end)) {
            assertThat(names(Csv.plain(bill))).containsExactly("茶", "酒");
        }
    }

    @Test
    void skipsAndCountsEmptyLines() {
        String text = Csv.lines(
                "",
                "  ",
                Csv.NAMES,
                "",
                Csv.row(TIME, "A1", "1.00", "茶"),
                "",
                "",
                Csv.TOTALS,
                "",
                Csv.row("1", "1.00"));

        TradeBill bill = open(text);

        assertThat(names(Csv.plain("\n".repeat(100_000) + Csv.trade(Csv.row(TIME, "A1", "1.00", "茶")))))
                .containsExactly("茶");
        assertThat(bill.iterator().next().line()).isEqualTo(5);
        assertThat(bill.summary().line()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "`茶|茶",
                "茶|茶",
                "`|",
                "``茶|`茶",
                "\"`茶\"|茶",
                "\"茶\"|茶",
                "\"`\"|",
                "\"\"|",
                "\"``茶\"|`茶",
                // A comma in a text: quoted around the backtick, behind it, and not at all.
                "\"`茶, 大\"|茶, 大",
                "`\"茶, 大\"|茶, 大",
                "`茶, 大|茶, 大",
                "`茶,,大,|茶,,大,",
                "`\",大\"|,大",
                "`茶, 大\"|茶, 大\"",
                "`\"茶, 大|\"茶, 大",
                "`\"\"茶, 大\"|\"\"茶, 大\"",
                "\"茶, 大\"|茶, 大",
                // A backtick behind a comma of a text can only be read in quotes around the whole cell.
                "\"`茶,`大\"|茶,`大",
                "\"`茶,\"\"大\"\"\"|茶,\"大\"",
                // Quotes in a text.
                "\"`a \"\"b\"\" c\"|a \"b\" c",
                "`\"a \"\"b\"\" c\"|a \"b\" c",
                "`\"\"\"a\"\"\"|\"a\"",
                "`a \"b\" c|a \"b\" c",
                "`\"a\" c|\"a\" c",
                "`a \"b\"|a \"b\"",
                "`\"a\"|\"a\"",
                "`\"\"|\"\"",
                "`\"|\"",
                "\"|\"",
                "`\"茶|\"茶",
                "`\"a\" and \"b\"|\"a\" and \"b\"",
                "a\"b|a\"b",
                // JSON, which merchants put into their data.
                "`{\"a\":\"b\"}|{\"a\":\"b\"}",
                "`{\"a\":\"b\",\"c\":\"d\"}|{\"a\":\"b\",\"c\":\"d\"}",
                "`[\"a\",\"b\"]|[\"a\",\"b\"]",
            })
    void removesBackticksAndQuotes(String cell, String text) {
        String between = "`" + TIME + "," + cell + ",`1.00,`x";
        String last = "`" + TIME + ",`A1,`1.00," + cell;

        assertThat(only(Csv.trade(between)).value("商户订单号")).isEqualTo(text == null ? "" : text);
        assertThat(only(Csv.trade(last)).value("商品名称")).isEqualTo(text == null ? "" : text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"`%s\"", "`\"%s\""})
    void keepsQuotedLineEnds(String quoted) {
        String first = "`" + TIME + "," + quoted.formatted("A\r\n\r\n1\r\n,x\r\n") + ",`1.00,`茶";

        TradeBill bill = open(Csv.trade(first, Csv.row(TIME, "A2", "2.00", "酒")));

        List<TradeBillRow> rows = rows(bill);
        assertThat(rows).extracting(TradeBillRow::outTradeNo).containsExactly("A\n\n1\n,x\n", "A2");
        assertThat(rows).extracting(TradeBillRow::orderAmount).containsExactly(100L, 200L);
        assertThat(rows).extracting(BillRecord::line).containsExactly(2L, 7L);
    }

    @ParameterizedTest
    @CsvSource({"a⏎b, a⏎b", "'a,b⏎c', 'a,b⏎c'", "'a⏎b,c', 'a⏎b,c'", "'a \"\"b\"\"⏎c', 'a \"b\"⏎c'", "⏎, ⏎"})
    void keepsQuotedLineEndsOfLastCell(String quoted, String text) {
        String first = "`" + TIME + ",`A1,`1.00,\"`" + quoted.replace("⏎", "\n") + "\"";

        List<TradeBillRow> rows = rows(open(Csv.trade(first, Csv.row(TIME, "A2", "2.00", "酒"))));

        assertThat(rows).extracting(row -> row.value("商品名称")).containsExactly(text.replace("⏎", "\n"), "酒");
    }

    @Test
    void textMayBeginWithALineEnd() {
        assertThat(only(Csv.trade("`" + TIME + ",`\"\r\nA1\",`1.00,`x")).outTradeNo())
                .isEqualTo("\nA1");
    }

    @Test
    void readsQuotedLineEndsWithoutBackticks() {
        String first = TIME + ",\"a\nb\",1.00,\"x, \"\"y\"\"\"";

        TradeBillRow row = only(Csv.trade(first));

        assertThat(row.outTradeNo()).isEqualTo("a\nb");
        assertThat(row.value("商品名称")).isEqualTo("x, \"y\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"`" + TIME + ",\"`A1,`1.00", "`" + TIME + ",`A1,\"`1.00", "`" + TIME + ",`A1,`\"1.00"})
    void unclosedQuoteSwallowsNoRows(String cut) {
        String[] rows = new String[400];
        Arrays.fill(rows, Csv.row(TIME, "A2", "1.00", "茶"));
        rows[0] = cut;
        String[] closedTooLate = rows.clone();
        closedTooLate[300] = "\",`茶";

        for (String text : List.of(Csv.trade(rows), Csv.trade(closedTooLate), Csv.lines(Csv.NAMES, cut))) {
            assertThat(problem(text))
                    .hasMessageContaining("does not have 4 cells")
                    .hasMessageContaining("(line 2)");
        }
    }

    @Test
    void limitsLinesOfRow() {
        String start = "`" + TIME + ",`A1,`1.00,\"`";

        assertThat(only(Csv.trade(start + "x\n".repeat(255) + "\"")).value("商品名称"))
                .isEqualTo("x\n".repeat(255));
        assertThat(problem(Csv.trade(start + "x\n".repeat(256) + "\""))).hasMessageContaining("does not have 4 cells");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`" + TIME + ",`A1,`1.00",
                "`" + TIME + ",`A1,`1.00,`茶,`x",
                "`" + TIME + ",`A1,1.00",
                TIME + ",A1,1.00,x,y",
                // A quoted comma must not make up for a cell that is missing.
                "`" + TIME + ",\"`A, 1\",`1.00",
                TIME + ",\"A, 1\",1.00,x,\"y\"",
                TIME + ",\"A, 1\"x,1.00,y",
            })
    void rejectsWrongNumberOfCellsWithoutText(String row) {
        BillFormatException problem =
                problem(Csv.trade(Csv.row(TIME, "A0", "1.00", "酒"), row, Csv.row(TIME, "A2", "1.00", "酒")));

        assertThat(problem)
                .hasMessageStartingWith("the bill cannot be read: ")
                .hasMessageContaining("does not have 4 cells, as its header does; it contains ")
                .hasMessageContaining((row.split(",", -1).length - 1) + " commas (line 3)")
                .hasMessageNotContaining("A1");
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.column()).isNull();
    }

    @Test
    void rejectsNoncharacter() {
        String row = Csv.row(TIME, "A1", "1.00", "x,\uFFFFy");

        assertThat(problem(Csv.trade(row, Csv.row(TIME, "A2", "1.00", "\uFFFF,z")))
                        .line())
                .isEqualTo(2);
        assertThat(names(Csv.plain(Csv.trade(Csv.row(TIME, "A1", "1.00", "x\uFFFFy")))))
                .containsExactly("x\uFFFFy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-16", "UTF-16LE"})
    void rejectsOtherEncodings(String charset) {
        byte[] bytes = Csv.trade().getBytes(Charset.forName(charset));

        BillFormatException problem = catchThrowableOfType(
                BillFormatException.class, () -> BillKind.TRADE.open(new ByteArrayInputStream(bytes)));

        assertThat(problem).isNotNull();
    }

    @Test
    void rejectsBytesThatAreNotUtf8() {
        byte[] good = Csv.trade(Csv.row(TIME, "A1", "1.00", "茶")).getBytes(StandardCharsets.UTF_8);
        byte[] bad = good.clone();
        bad[new String(good, StandardCharsets.ISO_8859_1).indexOf("`A1")] = (byte) 0xFF;

        BillFormatException problem = problem(new ByteArrayInputStream(bad));

        assertThat(problem)
                .hasMessageContaining(
                        "it is not UTF-8 after line 0: it is cut off, or was saved by a spreadsheet program");
    }

    @Test
    void damagedGzipIsAnError() {
        byte[] good = Csv.gzip(Csv.trade(Csv.row(TIME, "A1", "1.00", "茶")));
        byte[] wrongSum = good.clone();
        wrongSum[good.length - 8] ^= 1;
        byte[] wrongMethod = good.clone();
        wrongMethod[2] = 7;

        for (int length : new int[] {3, 9, 15, good.length / 2, good.length - 9, good.length - 4, good.length - 1}) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThat(problem(new ByteArrayInputStream(cut)))
                    .as("%s bytes", length)
                    .hasMessageContaining("gzip");
        }
        assertThat(problem(new ByteArrayInputStream(wrongSum))).hasMessageContaining("gzip is cut off or damaged");
        assertThat(problem(new ByteArrayInputStream(wrongMethod))).hasMessageContaining("gzip is cut off or damaged");
    }

    @Test
    void rejectsInvalidGzip() {
        assertThat(problem(Csv.plain("\u001Fx"))).hasMessageContaining("it is not a trade bill");
        assertThat(problem(Csv.plain("\u001F"))).hasMessageContaining("it is empty");
    }

    private static TradeBill open(String text) {
        try {
            return BillKind.TRADE.open(Csv.plain(text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<TradeBillRow> rows(TradeBill bill) {
        List<TradeBillRow> rows = new ArrayList<>();
        bill.forEach(rows::add);
        return rows;
    }

    private static TradeBillRow only(String text) {
        List<TradeBillRow> rows = rows(open(text));
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static List<String> names(InputStream in) {
        try (TradeBill bill = BillKind.TRADE.open(in)) {
            return rows(bill).stream().map(row -> row.value("商品名称")).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static BillFormatException problem(String text) {
        return problem(Csv.plain(text));
    }

    private static BillFormatException problem(InputStream in) {
        BillFormatException problem = catchThrowableOfType(BillFormatException.class, () -> {
            try (TradeBill bill = BillKind.TRADE.open(in)) {
                bill.summary();
            }
        });
        assertThat(problem).isNotNull();
        return problem;
    }
}
