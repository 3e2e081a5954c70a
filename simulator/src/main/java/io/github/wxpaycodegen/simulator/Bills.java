package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.simulator.internal.bills.BillFiles;
import io.github.wxpaycodegen.simulator.internal.bills.FileLinks;

/**
 * The bills that the gateway serves; returned by {@link Simulator#bills()}. If the simulator remembers orders, a bill
 * lists the payments and refunds of its day, and a day without any has no bill. Otherwise bills have made-up rows.
 */
public final class Bills {
    private final BillFiles files;
    private final FileLinks links;

    Bills(BillFiles files, FileLinks links) {
        this.files = files;
        this.links = links;
    }

    /**
     * Sets the number of made-up rows of bills from now on; 3 unless set. Rows are written as they are served, so a million
     * costs no memory.
     *
     * @throws IllegalArgumentException if the number is negative
     */
    public void rows(long count) {
        files.rows(count);
    }

    void reset() {
        files.reset();
        links.expire();
    }

    /** Expires all links issued so far; otherwise a link expires five minutes after it was issued. */
    public void expireLinks() {
        links.expire();
    }

    /** Makes receipts ready only after this many further queries; otherwise a receipt is ready at once. */
    public void prepareFor(int queries) {
        files.prepareFor(queries);
    }
}
