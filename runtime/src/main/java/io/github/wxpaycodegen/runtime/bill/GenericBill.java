package io.github.wxpaycodegen.runtime.bill;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bill of any kind, its cells as texts by the names of their columns: for the statements of cross-border merchants
 * ({@code GET /v3/global/statements}), which have amounts of several currencies, for global profit sharing, for recharge
 * refunds, and for what comes next.
 *
 * <p>Not all of these have a summary, so a bill may end without one; whether such a bill is whole only its digest can tell.
 */
public final class GenericBill extends Bill<BillRecord, BillRecord> {
    private GenericBill(BillReader reader) {
        super(reader);
    }

    /**
     * Opens a bill with the usual limits. Closing the bill closes the stream; so does a failure to open it.
     *
     * @throws BillFormatException if it is something else, such as an error document of the gateway
     */
    public static GenericBill read(InputStream in) throws IOException {
        return read(in, BillLimits.DEFAULT);
    }

    /**
     * Opens a bill. Closing the bill closes the stream; so does a failure to open it.
     *
     * @throws BillFormatException if it is something else, such as an error document of the gateway
     */
    public static GenericBill read(InputStream in, BillLimits limits) throws IOException {
        return new GenericBill(open(in, limits, BillKind.GENERIC));
    }

    /**
     * Opens a bill with the usual limits.
     *
     * @throws BillFormatException if it is something else, such as an error document of the gateway
     */
    public static GenericBill read(Path file) throws IOException {
        return read(file, BillLimits.DEFAULT);
    }

    /**
     * Opens a bill.
     *
     * @throws BillFormatException if it is something else, such as an error document of the gateway
     */
    public static GenericBill read(Path file, BillLimits limits) throws IOException {
        return new GenericBill(open(file, limits, BillKind.GENERIC));
    }

    /**
     * The summary, its first row where there are more; null if the bill has none. Reads on to the end of the bill first.
     *
     * @throws BillFormatException if the bill is not whole
     */
    public @Nullable BillRecord summary() {
        List<BillRecord> all = summaries();
        return all.isEmpty() ? null : all.get(0);
    }

    @Override
    BillRecord row(Header header, String[] cells, long line) {
        return new BillRecord(header, cells, line);
    }

    @Override
    BillRecord summary(BillRecord record) {
        return record;
    }
}
