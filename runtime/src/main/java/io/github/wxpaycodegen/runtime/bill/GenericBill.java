package io.github.wxpaycodegen.runtime.bill;

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
    GenericBill(BillReader reader) {
        super(reader);
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
