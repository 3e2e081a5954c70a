package io.github.wxpaycodegen.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.wxpaycodegen.runtime.bill.BillKind;
import io.github.wxpaycodegen.runtime.bill.FundFlowBill;
import io.github.wxpaycodegen.runtime.bill.FundFlowRow;
import io.github.wxpaycodegen.runtime.bill.TradeBill;
import io.github.wxpaycodegen.runtime.bill.TradeBillRow;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reads a whole bill from a file, in a JVM with a heap of 32 MiB. The score is the time of one bill. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgs = "-Xmx32m")
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 5, time = 5)
public class BillReading {
    static final String DIRECTORY = "bills.directory";
    static final String ROWS = "bills.rows";

    /** The input files; public for JMH. */
    public enum Kind {
        TRADE,
        TRADE_GZIP,
        FUND_FLOW
    }

    /** The bill to read. */
    @Param
    public Kind kind;

    private final long rows = Long.getLong(ROWS);
    private final Path directory = Path.of(System.getProperty(DIRECTORY));

    /** As a reconciliation does it: of every row its number, its state or direction, its time and its amount. */
    @Benchmark
    public long typed() throws IOException {
        long sum = kind == Kind.FUND_FLOW ? fundFlow() : trade();
        if (sum == 0) {
            throw new IllegalStateException("the amounts were not read");
        }
        return sum;
    }

    private long trade() throws IOException {
        long sum = 0;
        try (TradeBill bill = BillKind.TRADE.open(file())) {
            for (TradeBillRow row : bill) {
                Objects.requireNonNull(row.outTradeNo());
                Objects.requireNonNull(row.tradeState());
                Objects.requireNonNull(row.time());
                sum += Objects.requireNonNull(row.orderAmount());
            }
            check(bill.rowsRead());
        }
        return sum;
    }

    private long fundFlow() throws IOException {
        long sum = 0;
        try (FundFlowBill bill = BillKind.FUND_FLOW.open(file())) {
            for (FundFlowRow row : bill) {
                Objects.requireNonNull(row.flowNo());
                Objects.requireNonNull(row.direction());
                Objects.requireNonNull(row.time());
                sum += Objects.requireNonNull(row.amount());
            }
            check(bill.rowsRead());
        }
        return sum;
    }

    /** The cost of the CSV library alone: no backticks, no types, no sums, no check that the bill is complete. */
    @Benchmark
    public long fieldsAlone() throws IOException {
        long fields = 0;
        long lines = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text())) {
            for (CsvRecord line : csv) {
                fields += line.getFieldCount();
                lines++;
            }
        }
        // Header, summary's header, summary.
        check(lines - 3);
        return fields;
    }

    private Reader text() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file()), 1 << 16);
        return new InputStreamReader(
                kind == Kind.TRADE_GZIP ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8);
    }

    private Path file() {
        return directory.resolve(kind.name());
    }

    private void check(long read) {
        if (read != rows) {
            throw new IllegalStateException(read + " rows were read of " + rows);
        }
    }
}
