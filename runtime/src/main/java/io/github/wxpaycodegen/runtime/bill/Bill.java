package io.github.wxpaycodegen.runtime.bill;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A bill that is read row by row, once, by one thread; whatever its size, it takes the memory of a few rows. It comes as
 * plain text or as gzip, which is told by its first bytes.
 *
 * <p>Whether a bill is whole is known at its end, so do not act on rows for good before the loop over them has ended. The
 * loop ends with a {@link BillFormatException} if the bill is cut off, if a row has too many or too few cells, or if the
 * summary counts other rows than there are. An error of the medium is an {@link java.io.UncheckedIOException}.
 *
 * @param <R> a row
 * @param <S> the summary
 */
public abstract sealed class Bill<R extends BillRecord, S extends BillRecord> implements Iterable<R>, Closeable
        permits TradeBill, FundFlowBill, ProfitSharingBill, GenericBill {
    private final BillReader reader;
    private boolean iterated;
    private boolean passedOver;

    Bill(BillReader reader) {
        this.reader = reader;
    }

    abstract R row(Header header, String[] cells, long line);

    abstract S summary(BillRecord record);

    /** Is told of every row. */
    void sawRow(String[] cells, long line) {}

    /** The names of the columns in the order of the bill. */
    public final List<String> columns() {
        return reader.header().names();
    }

    /** How many rows have been read so far. */
    public final long rowsRead() {
        return reader.rows();
    }

    /**
     * The rows, from the first to the last.
     *
     * @throws IllegalStateException if it is called again: a bill can be read once; from here or from the iterator, if the
     *     summary was asked for before the rows or between them, or if the bill was closed
     */
    @Override
    public final Iterator<R> iterator() {
        if (iterated) {
            throw new IllegalStateException("A bill can be read once: open it again");
        }
        checkNothingPassedOver();
        iterated = true;
        return new Rows();
    }

    /**
     * The rows of the summary: one in bills of one currency. Reads on to the end of the bill first, past the rows that
     * have not been asked for; these cannot be asked for any more.
     *
     * @throws BillFormatException if the bill is not whole
     * @throws IllegalStateException if it was closed before its end
     */
    public final List<S> summaries() {
        while (nextCells() != null) {
            // Rows that nobody asked for are counted all the same.
            passedOver = true;
        }
        return reader.summaries().stream().map(this::summary).toList();
    }

    /** Closes what the bill is read from. */
    @Override
    public final void close() throws IOException {
        reader.close();
    }

    final Header header() {
        return reader.header();
    }

    private String @Nullable [] nextCells() {
        String[] cells = reader.next();
        if (cells != null) {
            sawRow(cells, reader.line());
        }
        return cells;
    }

    /** To a loop these rows must not look like the end of the bill. */
    private void checkNothingPassedOver() {
        if (passedOver) {
            throw new IllegalStateException(
                    "The summary was asked for before the rows were read: ask for it behind them");
        }
    }

    private final class Rows implements Iterator<R> {
        private @Nullable R next;

        @Override
        public boolean hasNext() {
            if (next == null) {
                checkNothingPassedOver();
                String[] cells = nextCells();
                next = cells == null ? null : row(reader.header(), cells, reader.line());
            }
            return next != null;
        }

        @Override
        public R next() {
            R row = hasNext() ? next : null;
            if (row == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return row;
        }
    }
}
