package io.github.wxpaycodegen.runtime.bill;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A bill that is read once, row by row, by one thread, in constant memory. Plain text and gzip are told apart by their
 * first bytes.
 *
 * <p>Only the end of a bill shows that it is complete, so do not act on rows irrevocably before the loop over them has
 * ended. The loop throws {@link BillFormatException} if the bill is cut off, if a row has the wrong number of cells, or
 * if the summary states another number of rows. An I/O error is thrown as {@link java.io.UncheckedIOException}.
 *
 * @param <R> the class of rows
 * @param <S> the class of the summary
 */
public abstract class Bill<R extends BillRecord, S extends BillRecord> implements Iterable<R>, Closeable {
    private final BillReader reader;
    private boolean iterated;
    private boolean passedOver;

    Bill(BillReader reader) {
        this.reader = reader;
    }

    abstract R row(Header header, String[] cells, long line);

    abstract S summary(BillRecord record);

    /** Receives each row that is read. */
    void sawRow(String[] cells, long line) {}

    /** Returns the names of the columns in the order of the bill. */
    public final List<String> columns() {
        return reader.header().names();
    }

    /** Returns the number of rows read so far. */
    public final long rowsRead() {
        return reader.rows();
    }

    /**
     * Returns the rows, from first to last.
     *
     * @throws IllegalStateException if it was called before, since a bill can be read once; here or from the iterator,
     *     if the summary was requested before the last row was read, or if the bill was closed
     */
    @Override
    public final Iterator<R> iterator() {
        if (iterated) {
            throw new IllegalStateException("A bill can only be read once; open it again");
        }
        checkNothingPassedOver();
        iterated = true;
        return new Rows();
    }

    /**
     * Returns the rows of the summary: one in bills of one currency. Reads to the end of the bill first and skips the
     * rows not yet read; they cannot be read afterwards.
     *
     * @throws BillFormatException if the bill is incomplete
     * @throws IllegalStateException if the bill was closed before its end
     */
    public final List<S> summaries() {
        while (nextCells() != null) {
            // Skipped rows are counted too.
            passedOver = true;
        }
        return reader.summaries().stream().map(this::summary).toList();
    }

    /** Closes the source of the bill. */
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

    /** Skipped rows must not look like the end of the bill to a loop. */
    private void checkNothingPassedOver() {
        if (passedOver) {
            throw new IllegalStateException(
                    "The summary was requested before the last row was read; request it after the rows");
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
