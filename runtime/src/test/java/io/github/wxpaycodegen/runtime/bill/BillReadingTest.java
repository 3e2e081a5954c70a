package io.github.wxpaycodegen.runtime.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A bill is read once, row by row, no further than it is asked to, and closes what it is read from. */
class BillReadingTest {
    private static final String TIME = "2026-11-22 09:05:00";
    private static final String THREE = Csv.trade(
            Csv.row(TIME, "A1", "1.00", "x"), Csv.row(TIME, "A2", "1.00", "x"), Csv.row(TIME, "A3", "1.00", "x"));

    @Test
    void returnsRowsInOrder() {
        TradeBill bill = open(THREE);
        Iterator<TradeBillRow> rows = bill.iterator();

        assertThat(bill.rowsRead()).isZero();
        assertThat(rows.hasNext()).isTrue();
        assertThat(rows.hasNext()).isTrue();
        assertThat(bill.rowsRead()).isEqualTo(1);
        TradeBillRow first = rows.next();
        TradeBillRow second = rows.next();
        assertThat(bill.rowsRead()).isEqualTo(2);
        assertThat(rows.next().outTradeNo()).isEqualTo("A3");
        assertThat(rows.hasNext()).isFalse();
        assertThat(rows.hasNext()).isFalse();
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(rows::remove).isInstanceOf(UnsupportedOperationException.class);

        // A row that is kept stays what it was.
        assertThat(first.outTradeNo()).isEqualTo("A1");
        assertThat(second.outTradeNo()).isEqualTo("A2");
        assertThat(first.line()).isEqualTo(2);
        assertThat(second.line()).isEqualTo(3);
    }

    @Test
    void readsBillOnce() {
        TradeBill bill = open(THREE);
        assertThat(bill.iterator()).hasNext();

        assertThatIllegalStateException().isThrownBy(bill::iterator).withMessageContaining("read once");
    }

    @Test
    void returnsSummaryRepeatedlyAfterTheRows() throws IOException {
        TradeBill bill = open(THREE);
        bill.forEach(row -> {});

        assertThat(bill.summary().count()).isEqualTo(3);
        bill.close();
        assertThat(bill.summary().count()).isEqualTo(3);
        assertThat(bill.differences()).hasSize(1);
        assertThat(bill.summaries()).hasSize(1);
    }

    @Test
    void returnsSummaryWithoutRows() {
        TradeBill bill = open(THREE);

        assertThat(bill.summary().count()).isEqualTo(3);
        assertThat(bill.rowsRead()).isEqualTo(3);
    }

    @Test
    void reportsRowsSkippedByTheSummary() {
        TradeBill before = open(THREE);
        before.summary();
        TradeBill between = open(THREE);
        Iterator<TradeBillRow> rows = between.iterator();
        rows.next();
        between.summary();
        TradeBill behindTheLast = open(THREE);
        Iterator<TradeBillRow> lastOfAll = behindTheLast.iterator();
        for (int i = 0; i < 3; i++) {
            lastOfAll.next();
        }
        behindTheLast.summary();

        assertThatIllegalStateException().isThrownBy(before::iterator).withMessageContaining("summary");
        assertThatIllegalStateException().isThrownBy(rows::hasNext).withMessageContaining("summary");
        assertThatIllegalStateException().isThrownBy(rows::next);
        assertThat(lastOfAll.hasNext()).isFalse();
    }

    @Test
    void summaryKeepsRowSeenByHasNext() {
        TradeBill bill = open(Csv.trade(Csv.row(TIME, "A1", "1.00", "x")));
        Iterator<TradeBillRow> rows = bill.iterator();
        assertThat(rows.hasNext()).isTrue();
        bill.summary();

        assertThat(rows.next().outTradeNo()).isEqualTo("A1");
        assertThat(rows.hasNext()).isFalse();
    }

    @Test
    void closedBillReturnsNoBufferedRows() throws IOException {
        TradeBill bill = open(THREE);
        Iterator<TradeBillRow> rows = bill.iterator();
        rows.next();
        bill.close();

        assertThatIllegalStateException().isThrownBy(rows::hasNext).withMessageContaining("closed");
        assertThatIllegalStateException().isThrownBy(bill::summary).withMessageContaining("closed");
    }

    @Test
    void closingClosesTheStream() throws IOException {
        for (byte[] bytes : List.of(THREE.getBytes(StandardCharsets.UTF_8), Csv.gzip(THREE))) {
            Watched in = new Watched(new ByteArrayInputStream(bytes));
            TradeBill bill = BillKind.TRADE.open(in);
            bill.forEach(row -> {});

            assertThat(in.isClosed()).isFalse();
            bill.close();
            assertThat(in.isClosed()).isTrue();
            bill.close();
        }
    }

    @Test
    void closesStreamIfOpeningFails() {
        byte[] gzip = Csv.gzip(THREE);
        for (byte[] bytes : List.of(
                new byte[0],
                "{}".getBytes(StandardCharsets.UTF_8),
                "名称\n".getBytes(StandardCharsets.UTF_8),
                new byte[] {gzip[0], gzip[1]})) {
            Watched in = new Watched(new ByteArrayInputStream(bytes));
            assertThatThrownBy(() -> BillKind.TRADE.open(in)).isInstanceOf(BillFormatException.class);
            assertThat(in.isClosed()).isTrue();
        }
    }

    @Test
    void failedCloseKeepsTheFirstError() {
        InputStream in = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() throws IOException {
                throw new IOException("cannot close");
            }
        };

        BillFormatException problem = catchThrowableOfType(BillFormatException.class, () -> BillKind.TRADE.open(in));

        assertThat(problem).hasMessageContaining("it is empty");
        assertThat(problem.getSuppressed()).extracting(Throwable::getMessage).containsExactly("cannot close");
    }

    @Test
    void ioErrorIsNotABillError() throws IOException {
        IOException broken = new IOException("broken");
        String start = Csv.lines(Csv.NAMES, Csv.row(TIME, "A1", "1.00", "x"));
        Watched inTheHeader = new Watched(new SequenceInputStream(Csv.plain(Csv.NAMES), failing(broken)));
        TradeBill inTheRows = BillKind.TRADE.open(new SequenceInputStream(Csv.plain(start), failing(broken)));

        assertThatThrownBy(() -> BillKind.TRADE.open(failing(broken))).isSameAs(broken);
        assertThatThrownBy(() -> BillKind.TRADE.open(inTheHeader)).isSameAs(broken);
        assertThat(inTheHeader.isClosed()).isTrue();
        Iterator<TradeBillRow> rows = inTheRows.iterator();
        rows.next();
        UncheckedIOException first = catchThrowableOfType(UncheckedIOException.class, rows::hasNext);
        assertThat(first).hasCause(broken);
        assertThatThrownBy(inTheRows::summary).isSameAs(first);
    }

    @Test
    void missingFileIsAnIoError(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> BillKind.TRADE.open(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);

        Path file = Files.writeString(folder.resolve("bill.csv"), THREE);
        BillKind.TRADE.open(file).close();
        Files.delete(file);
        assertThat(file).doesNotExist();
    }

    @Test
    @Timeout(300)
    void readsOnlyRequestedRows() throws IOException {
        Watched in = new Watched(endless());
        try (TradeBill bill = BillKind.TRADE.open(in)) {
            Iterator<TradeBillRow> rows = bill.iterator();
            long read = 0;
            for (int i = 0; i < 200_000; i++) {
                read += rows.next().value("商品名称").length();
                if (i % 20_000 == 0) {
                    // Buffers are two of 64 KiB and what the decoder and the CSV reader hold.
                    assertThat(in.count()).isLessThan((i + 1) * 45L + (1 << 18));
                }
            }
            assertThat(read).isEqualTo(200_000);
            assertThat(bill.rowsRead()).isEqualTo(200_000);
        }
        assertThat(in.isClosed()).isTrue();
    }

    @Test
    void countsRowsOfLongBill() throws IOException {
        String row = Csv.lines(Csv.row(TIME, "A1", "0.01", "x"));
        String text = Csv.lines(Csv.NAMES) + row.repeat(20_000) + Csv.lines(Csv.TOTALS, Csv.row("20000", "200.00"));

        try (TradeBill bill = BillKind.TRADE.open(new ByteArrayInputStream(Csv.gzip(text)))) {
            assertThat(bill.summary().count()).isEqualTo(20_000);
            assertThat(bill.summary().line()).isEqualTo(20_003);
            assertThat(bill.differences()).isEmpty();
        }
    }

    /** A bill of rows of less than 45 bytes that does not end. */
    private static InputStream endless() {
        byte[] rows = Csv.lines(Csv.row(TIME, "A1", "1.00", "x")).repeat(100).getBytes(StandardCharsets.UTF_8);
        return new SequenceInputStream(Csv.plain(Csv.lines(Csv.NAMES)), new InputStream() {
            private int at;

            @Override
            public int read() {
                int next = rows[at];
                at = (at + 1) % rows.length;
                return next & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                int read = Math.min(length, rows.length - at);
                System.arraycopy(rows, at, bytes, offset, read);
                at = (at + read) % rows.length;
                return read;
            }
        });
    }

    private static InputStream failing(IOException failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw failure;
            }
        };
    }

    private static TradeBill open(String text) {
        try {
            return BillKind.TRADE.open(Csv.plain(text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
