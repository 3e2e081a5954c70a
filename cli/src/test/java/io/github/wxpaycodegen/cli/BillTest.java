package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.cli.bill.Amount;
import io.github.wxpaycodegen.simulator.V3Behavior;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillTest {
    private static final String BILL = "\ufeff记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号\n"
            + "`2026-11-22 10:00:00,`4200000001,`1000000001,`交易,`交易,`收入,`10.05,`110.05,`system,`A \"quoted\" note,`A1\n"
            + "`2026-11-22 11:00:00,`4200000001,`1000000002,`退款,`退款,`支出,`0.05,`110.00,`API,`,`R1\n"
            + "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\n"
            + "`2,`1,`10.05,`1,`0.05\n";

    @TempDir
    private Path directory;

    @Test
    void summarizesInYuanAndFen() throws Exception {
        Path bill = Files.writeString(directory.resolve("bill.csv"), BILL);
        String sha1 = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-1").digest(BILL.getBytes(StandardCharsets.UTF_8)));

        Run run = Run.of("bill", bill.toString(), "--sha1", sha1);

        assertThat(run.status()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains(": 2 rows\n", "  收入金额: 10.05 yuan (1005 fen)\n", "  资金流水总笔数: 2\n", "The digest matches.");
    }

    @Test
    void endsWithStatusOneIfTheDigestDiffers() throws IOException {
        Path bill = Files.writeString(directory.resolve("bill.csv"), BILL);

        Run run = Run.of("bill", bill.toString(), "--sha1", "00".repeat(20), "--json");

        assertThat(run.status()).isEqualTo(1);
        assertThat(((Map<?, ?>) run.json()).get("digestMatches")).isEqualTo(false);
    }

    @Test
    void endsWithStatusOneIfATotalDiffers() throws IOException {
        Path bill = Files.writeString(directory.resolve("bill.csv"), BILL.replace("`1,`10.05,", "`1,`10.06,"));

        Run run = Run.of("bill", bill.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("收入金额: the summary states 10.06 yuan, the rows add up to 10.05 yuan");
    }

    @Test
    void convertsToCsvAndJsonWithFen() throws IOException {
        Path bill = Files.writeString(directory.resolve("bill.csv"), BILL);
        Path csv = directory.resolve("rows.csv");
        Path json = directory.resolve("rows.json");

        assertThat(Run.of("bill", bill.toString(), "--convert", "CSV", "--out", csv.toString())
                        .status())
                .isZero();
        assertThat(Run.of("bill", bill.toString(), "--convert", "JSON", "--out", json.toString())
                        .status())
                .isZero();

        List<String> rows = Files.readAllLines(csv);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).contains("收支金额(元),收支金额(元)(fen),");
        assertThat(rows.get(1)).contains(",10.05,1005,", "\"A \"\"quoted\"\" note\"");
        assertThat(Files.readAllLines(json)).hasSize(2).first().asString().contains("\"收支金额(元)(fen)\":1005");
    }

    @Test
    void leavesNoRowsOfAnIncompleteBill() throws IOException {
        Path bill = Files.writeString(directory.resolve("bill.csv"), BILL.substring(0, BILL.indexOf("资金流水总笔数")));
        Path rows = directory.resolve("rows.csv");

        Run run = Run.of("bill", bill.toString(), "--convert", "CSV", "--out", rows.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(rows).doesNotExist();
    }

    @Test
    void readsBalancesAndFinelyWrittenAmountsInFen() throws IOException {
        String text = BILL.replace("`110.05,", "`110.05000,").replace("`110.00,", "`110.001,");
        Path bill = Files.writeString(directory.resolve("bill.csv"), text);
        Path rows = directory.resolve("rows.json");

        assertThat(Run.of("bill", bill.toString(), "--convert", "JSON", "--out", rows.toString())
                        .status())
                .isZero();

        List<String> lines = Files.readAllLines(rows);
        assertThat(lines.get(0)).contains("\"账户结余(元)\":\"110.05000\",\"账户结余(元)(fen)\":11005");
        assertThat(lines.get(1)).contains("\"账户结余(元)\":\"110.001\"").doesNotContain("账户结余(元)(fen)");
    }

    @ParameterizedTest
    @CsvSource({
        "手续费, 0.60000, 60",
        "手续费, -0.60000, -60",
        "账户结余(元), 110.05, 11005",
        "订单金额, 100, 10000",
        "订单金额, 0.00000, 0",
    })
    void amountsAreExact(String column, String cell, long fen) {
        assertThat(Amount.fen(column, cell)).hasValue(fen);
    }

    @ParameterizedTest
    @CsvSource({"手续费, 0.60001", "手续费, 0.005", "费率, 0.60", "资金流水总笔数, 2", "订单金额, 1e3", "手续费备注, 1.00"})
    void whatIsNotAWholeNumberOfFenHasNone(String column, String cell) {
        assertThat(Amount.fen(column, cell)).isEmpty();
    }

    @Test
    void leavesNoRowsOfABillWithAnotherDigest() throws IOException {
        Path bill = Files.writeString(directory.resolve("bill.csv"), BILL);
        Path rows = directory.resolve("rows.csv");

        Run run = Run.of(
                "bill", bill.toString(), "--sha1", "00".repeat(20), "--convert", "CSV", "--out", rows.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(rows).doesNotExist();
        assertThat(bill).exists();
    }

    @Test
    void keepsAFileThatExists() throws IOException {
        Path bill = Files.writeString(directory.resolve("bill.csv"), BILL);
        Path rows = Files.writeString(directory.resolve("rows.csv"), "mine");

        assertThat(Run.of("bill", bill.toString(), "--convert", "CSV", "--out", rows.toString())
                        .status())
                .isEqualTo(5);
        assertThat(Run.of("bill", bill.toString(), "--convert", "CSV", "--out", bill.toString())
                        .status())
                .isEqualTo(2);

        assertThat(rows).hasContent("mine");
        assertThat(Files.readString(bill)).isEqualTo(BILL);
    }

    @Test
    void downloadsAndVerifiesABill() throws IOException {
        try (Gateway gateway = new Gateway(directory, UnaryOperator.identity())) {
            Path bill = directory.resolve("bill.csv.gz");

            Run run = download(gateway, bill);

            assertThat(run.status()).as(run.out() + run.err()).isZero();
            assertThat(run.out()).contains(": 3 rows\n");
            assertThat(bill).exists();
        }
    }

    @Test
    void nameOfFileChoosesGzip() throws IOException {
        try (Gateway gateway = new Gateway(directory, UnaryOperator.identity())) {
            Path plain = directory.resolve("bill.csv");
            Path packed = directory.resolve("bill.csv.gz");

            assertThat(download(gateway, plain).status()).isZero();
            assertThat(download(gateway, packed).status()).isZero();

            assertThat(Files.readString(plain)).contains("总交易单数");
            assertThat(Files.readAllBytes(packed)).startsWith(0x1f, 0x8b);
        }
    }

    @Test
    void downloadsNothingIfTheCommandLineIsWrong() throws IOException {
        try (Gateway gateway = new Gateway(directory, UnaryOperator.identity())) {
            Path bill = directory.resolve("bill.csv.gz");
            String missing = directory.resolve("missing/rows.csv").toString();

            assertThat(download(gateway, bill, "--sha1", "12").status()).isEqualTo(2);
            assertThat(download(gateway, bill, "--convert", "CSV", "--out", missing)
                            .status())
                    .isEqualTo(5);
            assertThat(Run.of("bill", bill.toString(), "--date", "22.11.2026", "--settings", gateway.settings())
                            .status())
                    .isEqualTo(2);

            assertThat(bill).doesNotExist();
            assertThat(gateway.simulator().latestCalls()).isEmpty();
        }
    }

    @Test
    void keepsNoDownloadedBillWithAnotherDigest() throws IOException {
        try (Gateway gateway = new Gateway(directory, UnaryOperator.identity())) {
            Path bill = directory.resolve("bill.csv.gz");

            Run run = download(gateway, bill, "--sha1", "00".repeat(20));

            assertThat(run.status()).as(run.out() + run.err()).isEqualTo(1);
            assertThat(run.err()).contains("was not kept");
            assertThat(bill).doesNotExist();
        }
    }

    /** The outcomes of a call have the same statuses as those of wxpay call. */
    @Test
    void reportsWhyADownloadFailed() throws IOException {
        try (Gateway gateway = new Gateway(directory, UnaryOperator.identity())) {
            Path bill = directory.resolve("bill.csv.gz");

            gateway.simulator().next("/v3/bill/tradebill", V3Behavior.error(400, "NO_STATEMENT_EXIST", "none"));
            Run rejected = download(gateway, bill);
            String hash = "\"" + "00".repeat(20) + "\"";
            gateway.simulator().next("/v3/bill/tradebill", V3Behavior.with("hash_value", hash));
            Run corrupt = download(gateway, bill);

            assertThat(rejected.status()).as(rejected.err()).isEqualTo(1);
            assertThat(rejected.err()).contains("NO_STATEMENT_EXIST");
            assertThat(corrupt.status()).as(corrupt.err()).isEqualTo(1);
            assertThat(corrupt.err()).contains("was not stored");
            assertThat(bill).doesNotExist();
        }
    }

    private static Run download(Gateway gateway, Path bill, String... options) {
        List<String> args = new ArrayList<>(
                List.of("bill", bill.toString(), "--date", "2026-11-22", "--settings", gateway.settings()));
        args.addAll(List.of(options));
        return Run.of(args.toArray(String[]::new));
    }
}
