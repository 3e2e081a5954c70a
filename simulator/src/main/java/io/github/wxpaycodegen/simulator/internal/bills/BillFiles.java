package io.github.wxpaycodegen.simulator.internal.bills;

import io.github.wxpaycodegen.generator.model.FileKind;
import io.github.wxpaycodegen.simulator.internal.http.FileContent;
import io.github.wxpaycodegen.simulator.internal.orders.Problem;
import io.github.wxpaycodegen.simulator.internal.orders.ProblemException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The files that the gateway serves: bills of stored orders, or of made-up rows, and receipts. */
public final class BillFiles {
    private static final long USUAL_ROWS = 3;

    private final String mchid;
    private final Optional<StoredBills> stored;
    private final AtomicLong rows = new AtomicLong(USUAL_ROWS);
    private final AtomicLong waits = new AtomicLong();

    /**
     * Creates the files of a merchant.
     *
     * @param stored the bills of what is remembered; empty for bills of made-up rows
     */
    public BillFiles(String mchid, Optional<StoredBills> stored) {
        this.mchid = mchid;
        this.stored = stored;
    }

    /**
     * Sets the number of made-up rows.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public void rows(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("the number of rows must not be negative (was " + count + ")");
        }
        rows.set(count);
    }

    /** Makes receipts ready only after this many further queries. */
    public void prepareFor(int queries) {
        waits.set(queries);
    }

    /** Restores the default number of rows, and makes receipts ready at once. */
    public void reset() {
        rows.set(USUAL_ROWS);
        waits.set(0);
    }

    /** Counts a query of a receipt, and returns whether the receipt is not ready yet. */
    public boolean isPreparing() {
        return waits.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    /**
     * Returns the file of an operation.
     *
     * @param kind the kind in the spec; for a file of an unknown kind, a receipt is returned
     * @param day empty if the request has no valid day
     * @param billType the {@code bill_type} of the request
     * @throws ProblemException if there is no bill for the day
     */
    public FileContent find(Optional<FileKind> kind, Optional<LocalDate> day, String billType) throws ProblemException {
        return switch (kind.orElse(FileKind.RECEIPT)) {
            case TRADE_BILL -> trade(day, TradeBill.Kind.of(billType));
            case FUND_FLOW_BILL -> fundFlow(day);
            case PROFIT_SHARING_BILL -> profitSharing(day);
            case BILL -> SampleRows.trade(TradeBill.Kind.ALL, rows.get(), mchid);
            case RECEIPT -> SampleFile.receipt();
        };
    }

    private FileContent trade(Optional<LocalDate> day, TradeBill.Kind kind) throws ProblemException {
        return stored.isEmpty()
                ? SampleRows.trade(kind, rows.get(), mchid)
                : stored.get().trade(mchid, date(day), kind);
    }

    private FileContent fundFlow(Optional<LocalDate> day) throws ProblemException {
        return stored.isEmpty() ? SampleRows.fundFlow(rows.get()) : stored.get().fundFlow(date(day));
    }

    private FileContent profitSharing(Optional<LocalDate> day) throws ProblemException {
        return stored.isEmpty()
                ? ProfitSharingBill.sample(rows.get(), mchid)
                : stored.get().profitSharing(mchid, date(day));
    }

    private static LocalDate date(Optional<LocalDate> day) throws ProblemException {
        return day.orElseThrow(() -> new ProblemException(Problem.BAD_DATE));
    }
}
