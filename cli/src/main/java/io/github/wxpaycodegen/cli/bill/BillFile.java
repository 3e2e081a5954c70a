package io.github.wxpaycodegen.cli.bill;

import io.github.wxpaycodegen.runtime.bill.Bill;
import io.github.wxpaycodegen.runtime.bill.BillDifference;
import io.github.wxpaycodegen.runtime.bill.BillFormatException;
import io.github.wxpaycodegen.runtime.bill.BillKind;
import io.github.wxpaycodegen.runtime.bill.BillRecord;
import io.github.wxpaycodegen.runtime.bill.FundFlowBill;
import io.github.wxpaycodegen.runtime.bill.TradeBill;
import io.github.wxpaycodegen.runtime.file.FileHash;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A downloaded bill, CSV or gzip. It is read as a stream: a million rows need as much memory as a few. */
public final class BillFile {
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final BillKind<?> kind;

    private BillFile(Path file, BillKind<?> kind) {
        this.file = file;
        this.kind = kind;
    }

    /**
     * The totals of a bill.
     *
     * @param kind the kind of bill
     * @param rows the number of rows
     * @param totals the cells of the summary by their columns, one map for each summary row
     * @param differences totals that the rows do not add up to
     */
    public record Totals(String kind, long rows, List<Map<String, String>> totals, List<BillDifference> differences) {}

    /** Receives the rows of a bill. */
    public interface RowSink {
        /** Receives the names of the columns, before the first row. */
        void columns(List<String> names) throws IOException;

        /** Receives a row: its cells by their columns. */
        void row(Map<String, String> cells) throws IOException;
    }

    /**
     * Opens a file and detects the kind of bill by its columns.
     *
     * @throws BillFormatException if it is not a bill
     */
    public static BillFile open(Path file) throws IOException {
        for (BillKind<?> kind : List.of(BillKind.TRADE, BillKind.FUND_FLOW, BillKind.PROFIT_SHARING)) {
            if (fits(kind, file)) {
                return new BillFile(file, kind);
            }
        }
        BillKind.GENERIC.open(file).close();
        return new BillFile(file, BillKind.GENERIC);
    }

    /** Returns true if a file has the columns of a kind. */
    private static boolean fits(BillKind<?> kind, Path file) throws IOException {
        try {
            kind.open(file).close();
            return true;
        } catch (BillFormatException e) {
            return false;
        }
    }

    /**
     * Reads the whole bill.
     *
     * @throws BillFormatException if it is incomplete
     */
    public Totals read(RowSink sink) throws IOException {
        try (Bill<?, ?> bill = kind.open(file)) {
            sink.columns(bill.columns());
            for (BillRecord row : bill) {
                sink.row(row.values());
            }
            List<Map<String, String>> totals = new ArrayList<>();
            for (BillRecord summary : bill.summaries()) {
                totals.add(new LinkedHashMap<>(summary.values()));
            }
            return new Totals(kind.toString(), bill.rowsRead(), totals, differences(bill));
        }
    }

    private static List<BillDifference> differences(Bill<?, ?> bill) {
        if (bill instanceof TradeBill trade) {
            return trade.differences();
        }
        return bill instanceof FundFlowBill flow ? flow.differences() : List.of();
    }

    /** Returns true if amounts are in yuan; a bill of another kind may have any currency. */
    public boolean isInYuan() {
        return kind != BillKind.GENERIC;
    }

    /** Returns true if the plain content, decompressed, has a digest. */
    public boolean hasHash(FileHash expected) throws IOException {
        try (InputStream in = plain(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            MessageDigest digest = MessageDigest.getInstance(expected.type().algorithm());
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return FileHash.of(expected.type(), HexFormat.of().formatHex(digest.digest()))
                    .equals(expected);
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("this JVM has no " + expected.type().algorithm(), e);
        }
    }

    private static InputStream plain(InputStream file) throws IOException {
        file.mark(2);
        boolean gzip = file.read() == 0x1F && file.read() == 0x8B;
        file.reset();
        return gzip ? new GZIPInputStream(file, BUFFER) : file;
    }
}
