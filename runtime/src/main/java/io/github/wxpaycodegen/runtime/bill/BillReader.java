package io.github.wxpaycodegen.runtime.bill;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a bill once: header, rows, header of the summary, summary. */
final class BillReader implements Closeable {
    /** The maximum number of lines of a row, so that an unclosed quote does not consume the rest of the bill. */
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

    /** Returns the number of rows read so far. */
    long rows() {
        return rows;
    }

    /** Returns the rows of the summary; empty until the rows have been read. */
    List<BillRecord> summaries() {
        return summaries;
    }

    /** Returns the line of the row that was read last. */
    long line() {
        return lines.last();
    }

    /**
     * Returns the cells of the next row.
     *
     * @return null after the last one, when the bill is known to be complete
     * @throws BillFormatException if the bill is invalid; then every further call throws it again
     * @throws IllegalStateException if the bill was closed before its end
     */
    String @Nullable [] next() {
        if (failure != null) {
            throw failure;
        }
        if (ended) {
            return null;
        }
        if (closed) {
            throw new IllegalStateException("The bill was closed before its last row was read");
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
     * Returns true if a line is the header of the summary. All its names begin with a letter and have no backticks.
     * Rows have backticks, or at least a time or an amount.
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
                throw BillFormatException.inLine(line.number(), "there is text after its summary", null);
            }
            summaries.add(new BillRecord(names, cells(line, names), line.number()));
        }
        end(true);
    }

    private void end(boolean summaryNeeded) {
        if (summaryNeeded && summaries.isEmpty()) {
            throw BillFormatException.inLine(lines.last(), "it ends without its summary, so it is incomplete", null);
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
                    summary.line(), "its summary states " + stated + " rows, but there are " + rows, null);
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
                    "a row does not have " + header.size() + " cells, as its header does; it contains "
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
