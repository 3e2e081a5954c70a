package io.github.wxpaycodegen.runtime.bill;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bill of any kind, with its cells as texts by column name. For the statements of cross-border merchants ({@code GET
 * /v3/global/statements}), which have amounts in several currencies, for global profit sharing, for recharge refunds,
 * and for kinds added later.
 *
 * <p>Some of these have no summary, so a bill may end without one. Only its digest can then show that such a bill is
 * complete.
 */
public final class GenericBill extends Bill<BillRecord, BillRecord> {
    GenericBill(BillReader reader) {
        super(reader);
    }

    /**
     * Returns the summary, or its first row if there are several; null if the bill has none. Reads to the end of the
     * bill first.
     *
     * @throws BillFormatException if the bill is incomplete
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
