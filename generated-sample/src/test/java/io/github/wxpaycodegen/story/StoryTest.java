package io.github.wxpaycodegen.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryTest {
    @Test
    void balancesTheBooks() throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();

        new Story(new PrintStream(output, true, StandardCharsets.UTF_8)).tell();

        assertThat(output.toString(StandardCharsets.UTF_8)
                        .replaceAll("[0-9]+ bytes", "n bytes")
                        .lines())
                .containsExactly(
                        "1. A Native order over 5.00 yuan: weixin://...",
                        "2. The customer scans the code and pays. Heard, verified and handled: paid ORDER-1",
                        "3. Queried: SUCCESS, 500 fen of ORDER-1",
                        "4. Half of it goes back: PROCESSING, 250 fen as REFUND-1",
                        "5. Heard, verified and handled: refunded REFUND-1",
                        "6. The day's bill, its digest as reported: SHA1, n bytes of gzip",
                        "7. Reconciled: 1 payment and 1 refund, here as in the bill");
    }

    @Test
    void detectsDifferentBooks(@TempDir Path folder) throws Exception {
        Path bill = Files.writeString(folder.resolve("bill.csv"), """
                \uFEFF交易时间,商户订单号,交易状态,商户退款单号,订单金额,申请退款金额
                `2026-01-01 08:00:00,`A,`SUCCESS,`0,`1.00,`0.00
                `2026-01-01 08:00:00,`B,`SUCCESS,`0,`2.00,`0.00
                `2026-01-01 09:00:00,`A,`REFUND,`R,`0.00,`0.50
                总交易单数,订单总金额,申请退款总金额
                `3,`3.00,`0.50
                """);

        assertThat(Reconciliation.differences(bill, Map.of("A", 100L, "C", 5L), Map.of("R", 51L)))
                .isEqualTo(List.of(
                        "payment B: null fen here, 200 fen in the bill",
                        "payment C: 5 fen here, null fen in the bill",
                        "refund R: 51 fen here, 50 fen in the bill"));
    }
}
