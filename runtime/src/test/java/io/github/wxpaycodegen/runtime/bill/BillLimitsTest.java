package io.github.wxpaycodegen.runtime.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bill larger than it may be is refused, at the byte and the character. */
class BillLimitsTest {
    private static final String TEXT = Csv.BOM + Csv.trade(Csv.row("2026-11-22 09:05:00", "A1", "1.00", "茶"));
    private static final int SIZE = TEXT.getBytes(StandardCharsets.UTF_8).length;

    @Test
    void limitsAreIndependent() {
        BillLimits limits = BillLimits.DEFAULT.maxPlainBytes(5).maxLineChars(7);

        assertThat(BillLimits.DEFAULT.maxPlainBytes()).isEqualTo(8_589_934_592L);
        assertThat(BillLimits.DEFAULT.maxLineChars()).isEqualTo(1_048_576);
        assertThat(limits.maxPlainBytes()).isEqualTo(5);
        assertThat(limits.maxLineChars()).isEqualTo(7);
        assertThat(BillLimits.DEFAULT.maxLineChars(7).maxPlainBytes()).isEqualTo(8_589_934_592L);
        assertThat(BillLimits.DEFAULT.maxLineChars(1).maxPlainBytes(1).maxLineChars())
                .isEqualTo(1);
    }

    @Test
    void limitsAreAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillLimits.DEFAULT.maxPlainBytes(0))
                .withMessage("maxPlainBytes must be at least 1 (was 0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BillLimits.DEFAULT.maxLineChars(-1))
                .withMessage("maxLineChars must be at least 1 (was -1)");
    }

    @Test
    void limitsBytesOfBill() throws IOException {
        for (InputStream in : new InputStream[] {Csv.plain(TEXT), new ByteArrayInputStream(Csv.gzip(TEXT))}) {
            try (TradeBill bill = BillKind.TRADE.open(in, BillLimits.DEFAULT.maxPlainBytes(SIZE))) {
                assertThat(bill).hasSize(1);
            }
        }
        for (InputStream in : new InputStream[] {Csv.plain(TEXT), new ByteArrayInputStream(Csv.gzip(TEXT))}) {
            assertThat(problem(in, BillLimits.DEFAULT.maxPlainBytes(SIZE - 1)))
                    .hasMessage("the bill cannot be read: it has more than " + (SIZE - 1)
                            + " bytes; raise BillLimits.maxPlainBytes if that is expected");
        }
    }

    @Test
    void limitsBytesAfterTheFirst() {
        String rows =
                Csv.lines(Csv.row("2026-11-22 09:05:00", "A1", "1.00", "x")).repeat(20_000);
        Watched in = new Watched(Csv.plain(Csv.lines(Csv.NAMES) + rows));

        assertThat(problem(in, BillLimits.DEFAULT.maxPlainBytes(300_000))).hasMessageContaining("300000 bytes");
        assertThat(in.count()).isLessThan(500_000);
        assertThat(in.isClosed()).isTrue();
    }

    @Test
    void rejectsGzipBombEarly() {
        byte[] bomb = Csv.gzip(Csv.lines(Csv.NAMES) + "\n".repeat(8 << 20));
        Watched in = new Watched(new ByteArrayInputStream(bomb));

        assertThat(problem(in, BillLimits.DEFAULT.maxPlainBytes(1 << 20))).hasMessageContaining("1048576 bytes");
        assertThat(bomb).hasSizeLessThan(1 << 15);
        assertThat(in.isClosed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 70_000, 300_000})
    void limitsCharactersOfLine(int chars) throws IOException {
        BillLimits limits = BillLimits.DEFAULT.maxLineChars(chars);
        // Every field counts with the comma or the line end behind it.
        String start = "`2026-11-22 09:05:00,`A1,`1.00,`";
        String fits = start + "x".repeat(chars - 1 - start.length());

        try (TradeBill bill = BillKind.TRADE.open(Csv.plain(Csv.trade(fits)), limits)) {
            assertThat(bill).hasSize(1);
        }
        BillFormatException problem = problem(Csv.plain(Csv.trade(fits + "x")), limits);
        assertThat(problem)
                .hasMessageContaining("a line has more than " + chars + " characters")
                .hasMessageContaining("(line 2)");
        assertThat(problem.line()).isEqualTo(2);
    }

    @Test
    void rejectsEndlessLineEarly() {
        Watched in = new Watched(Csv.plain(Csv.lines(Csv.NAMES) + "x".repeat(4 << 20)));

        BillFormatException problem = problem(in, BillLimits.DEFAULT.maxLineChars(1 << 17));

        assertThat(problem).hasMessageContaining("too long");
        assertThat(problem.line()).isEqualTo(2);
        assertThat(in.count()).isLessThan(1 << 20);
    }

    @Test
    void limitsLinesAcrossQuotedLineEnds() {
        String row = "`2026-11-22 09:05:00,`A1,`1.00,\"`" + ("x".repeat(60) + "\n").repeat(4) + "\"";

        assertThat(problem(Csv.plain(Csv.trade(row)), BillLimits.DEFAULT.maxLineChars(200)))
                .hasMessageContaining("a line has more than 200 characters")
                .hasMessageContaining("(line 2)");
    }

    @Test
    void lineHasAtMost4096Fields() throws IOException {
        String name = "n";
        StringBuilder names = new StringBuilder(name);
        for (int i = 1; i < 4096; i++) {
            names.append(',').append(name).append(i);
        }
        try (GenericBill bill = BillKind.GENERIC.open(Csv.plain(names + "\n"))) {
            assertThat(bill.columns()).hasSize(4096);
        }
        assertThat(catchThrowableOfType(
                        BillFormatException.class, () -> BillKind.GENERIC.open(Csv.plain(names + ",last\n"))))
                .hasMessageContaining("4096 fields");
    }

    private static BillFormatException problem(InputStream in, BillLimits limits) {
        BillFormatException problem = catchThrowableOfType(BillFormatException.class, () -> {
            try (TradeBill bill = BillKind.TRADE.open(in, limits)) {
                bill.summary();
            }
        });
        assertThat(problem).isNotNull();
        return problem;
    }
}
