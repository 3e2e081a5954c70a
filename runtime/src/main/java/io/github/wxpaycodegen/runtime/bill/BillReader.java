package io.github.wxpaycodegen.runtime.bill;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes through a bill once: header, rows, header of the summary, summary. */
final class BillReader implements Closeable {
    /** How many lines a row may go on over; a row that is cut off within quotes is not sought in all that follows. */
    private static final int MAX_LINES = 256;

    private final Lines lines;
    private final BillKind<?> kind;
    private final Header header;
    private final List<BillRecord> summaries = new ArrayList<>();
    private long rows;
    private boolean ended;
    private boolean closed;
    private @Nullable RuntimeException failure;

    BillReader(Lines lines, BillKind<?> kind) {
        this.lines = lines;
        this.kind = kind;
        Line first = lines.next();
        if (first == null) {
            throw BillFormatException.of("it is empty", null);
        }
        header = new Header(Cells.ofHeader(first), first.number());
        kind.check(header, first.number());
    }

    Header header() {
        return header;
    }

    /** How many rows have been read. */
    long rows() {
        return rows;
    }

    /** The rows of the summary, once the rows have been read. */
    List<BillRecord> summaries() {
        return summaries;
    }

    /** The line of the row that was read last. */
    long line() {
        return lines.last();
    }

    /**
     * The cells of the next row.
     *
     * @return null behind the last one, when the bill is known to be whole
     * @throws BillFormatException if it is not; then again at every further call
     * @throws IllegalStateException if it was closed before
     */
    String @Nullable [] next() {
        if (failure != null) {
            throw failure;
        }
        if (ended) {
            return null;
        }
        if (closed) {
            throw new IllegalStateException("The bill is closed and was not read to its end");
        }
        try {
            return read();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private String @Nullable [] read() {
        Line line = lines.next();
        if (line == null) {
            end(kind.summaryNeeded());
            return null;
        }
        if (isHeader(line)) {
            readSummaries(new Header(Cells.ofHeader(line), line.number()));
            return null;
        }
        String[] cells = cells(line, header);
        rows++;
        return cells;
    }

    /**
     * Whether a line is the header of the summary. All names begin with a letter and have no backticks. Rows have backticks,
     * or if they lack all of them have a time or an amount.
     */
    private static boolean isHeader(Line line) {
        for (int i = 0; i < line.size(); i++) {
            if (Cells.beginsCell(line, i)) {
                return false;
            }
        }
        String[] names = Cells.ofHeader(line);
        return !names[0].isEmpty()
                && Arrays.stream(names).allMatch(name -> name.isEmpty() || Character.isLetter(name.codePointAt(0)));
    }

    private void readSummaries(Header names) {
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (summaries.size() == kind.maxSummaries()) {
                throw BillFormatException.inLine(line.number(), "there is something behind its summary", null);
            }
            summaries.add(new BillRecord(names, cells(line, names), line.number()));
        }
        end(true);
    }

    private void end(boolean summaryNeeded) {
        if (summaryNeeded && summaries.isEmpty()) {
            throw BillFormatException.inLine(lines.last(), "it ends without its summary, so it is not whole", null);
        }
        if (summaries.size() == 1) {
            checkCount(summaries.get(0));
        }
        ended = true;
    }

    private void checkCount(BillRecord summary) {
        Long stated = summary.count("总交易单数", "资金流水总笔数", "总条数");
        if (stated != null && stated != rows) {
            throw BillFormatException.inLine(
                    summary.line(), "its summary counts " + stated + " rows, there are " + rows, null);
        }
    }

    private String[] cells(Line line, Header header) {
        String[] cells = Cells.of(line, header.size());
        int taken = 1;
        while (cells == null && taken < MAX_LINES && Cells.endsInQuotes(line) && lines.extend()) {
            cells = Cells.of(line, header.size());
            taken++;
        }
        if (cells == null) {
            throw BillFormatException.inLine(
                    line.number(),
                    "a row does not have " + header.size() + " cells as its header does; it is split by "
                            + (line.size() - 1) + " commas",
                    null);
        }
        return cells;
    }

    @Override
    public void close() throws IOException {
        closed = true;
        lines.close();
    }
}
