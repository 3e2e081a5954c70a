package io.github.wxpaycodegen.runtime.bill;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * The shares and returns of a day that succeeded: {@code GET /v3/profitsharing/bills}.
 *
 * <p>The official page does not name the columns; the ones known here are those of bills as merchants have seen them. All
 * others are read by their names.
 */
public final class ProfitSharingBill extends Bill<ProfitSharingRow, ProfitSharingSummary> {
    private ProfitSharingBill(BillReader reader) {
        super(reader);
    }

    /**
     * Opens a bill with the usual limits. Closing the bill closes the stream; so does a failure to open it.
     *
     * @throws BillFormatException if it is something else, such as an error document of the gateway
     */
    public static ProfitSharingBill read(InputStream in) throws IOException {
        return read(in, BillLimits.DEFAULT);
    }

    /**
     * Opens a bill. Closing the bill closes the stream; so does a failure to open it.
     *
     * @throws BillFormatException if it is something else, such as an error document of the gateway
     */
    public static ProfitSharingBill read(InputStream in, BillLimits limits) throws IOException {
        return new ProfitSharingBill(open(in, limits, BillKind.PROFIT_SHARING));
    }

    /**
     * Opens a bill with the usual limits.
     *
     * @throws BillFormatException if it is something else, such as an error document of the gateway
     */
    public static ProfitSharingBill read(Path file) throws IOException {
        return read(file, BillLimits.DEFAULT);
    }

    /**
     * Opens a bill.
     *
     * @throws BillFormatException if it is something else, such as an error document of the gateway
     */
    public static ProfitSharingBill read(Path file, BillLimits limits) throws IOException {
        return new ProfitSharingBill(open(file, limits, BillKind.PROFIT_SHARING));
    }

    /**
     * The summary, its first row where there are more. Reads on to the end of the bill first.
     *
     * @throws BillFormatException if the bill is not whole
     */
    public ProfitSharingSummary summary() {
        return summaries().get(0);
    }

    @Override
    ProfitSharingRow row(Header header, String[] cells, long line) {
        return new ProfitSharingRow(header, cells, line);
    }

    @Override
    ProfitSharingSummary summary(BillRecord record) {
        return new ProfitSharingSummary(record);
    }
}
