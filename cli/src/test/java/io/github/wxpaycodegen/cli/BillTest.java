package io.github.wxpaycodegen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxpaycodegen.simulator.Simulator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void downloadsAndVerifiesABill() throws IOException {
        try (Simulator gateway = Simulator.builder().mchid("1230000109").start()) {
            Properties properties = new Properties();
            properties.putAll(gateway.properties("wxpay"));
            Path settings = directory.resolve("wxpay.properties");
            try (Writer out = Files.newBufferedWriter(settings)) {
                properties.store(out, null);
            }
            Path bill = directory.resolve("bill.csv.gz");

            Run run = Run.of("bill", bill.toString(), "--date", "2026-11-22", "--settings", settings.toString());

            assertThat(run.status()).as(run.out() + run.err()).isZero();
            assertThat(run.out()).contains(": 3 rows\n");
            assertThat(bill).exists();
        }
    }
}
