package io.github.wxpaycodegen.runtime.bill;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a bill, or its summary: cells by the names of their columns. Immutable.
 *
 * <p>Typed accessors parse their cell when they are called. They return null for an empty cell and for a column that
 * this bill does not have. Times are in China time, UTC+8. Amounts are in fen, converted exactly from the yuan in the
 * bill.
 */
public class BillRecord {
    private final Header header;
    private final String[] cells;
    private final long line;

    BillRecord(Header header, String[] cells, long line) {
        this.header = header;
        this.cells = cells;
        this.line = line;
    }

    BillRecord(BillRecord other) {
        this(other.header, other.cells, other.line);
    }

    /** Returns the names of the columns in the order of the bill. */
    public final List<String> columns() {
        return header.names();
    }

    /**
     * Returns the text of a cell without its backtick and its quotes, otherwise as received; empty if the cell is
     * empty. WeChat Pay itself replaces commas and line ends in the merchant's texts; a line end within quotes is
     * returned as {@code \n}.
     *
     * @param column the name of the column; the width of parentheses and a final {@code (元)} are ignored
     * @return null if the bill has no such column
     */
    public final @Nullable String value(String column) {
        int place = header.find(column);
        return place < 0 ? null : cells[place];
    }

    /** Returns all cells by the names of their columns, in the order of the bill. */
    public final Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            values.put(header.names().get(i), cells[i]);
        }
        return Collections.unmodifiableMap(values);
    }

    /** Returns the line of the bill, counted from 1. */
    public final long line() {
        return line;
    }

    /** Returns the class and the line, but no cells, which may contain personal data. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + " (line " + line + ")";
    }

    final @Nullable String text(String column, String... otherNames) {
        int place = header.find(column, otherNames);
        return place < 0 || cells[place].isEmpty() ? null : cells[place];
    }

    final @Nullable Long fen(String column, String... otherNames) {
        int place = header.find(column, otherNames);
        if (place < 0 || cells[place].isEmpty()) {
            return null;
        }
        try {
            return Yuan.parse(cells[place], Yuan.FEN);
        } catch (NumberFormatException e) {
            throw problem(place, "the value must be an amount in yuan with at most two decimals");
        }
    }

    final @Nullable LocalDateTime time(String column, String... otherNames) {
        int place = header.find(column, otherNames);
        if (place < 0 || cells[place].isEmpty()) {
            return null;
        }
        try {
            return BillTime.parse(cells[place]);
        } catch (DateTimeException e) {
            throw problem(place, "the value must be a time such as 2026-11-23 09:05:00");
        }
    }

    /** Returns a count, which some bills write with a decimal: {@code 20.0}. */
    final @Nullable Long count(String column, String... otherNames) {
        int place = header.find(column, otherNames);
        if (place < 0 || cells[place].isEmpty()) {
            return null;
        }
        try {
            return Yuan.parse(cells[place], 0);
        } catch (NumberFormatException e) {
            throw problem(place, "the value must be a whole number");
        }
    }

    private BillFormatException problem(int place, String problem) {
        return BillFormatException.inCell(line, header.names().get(place), problem);
    }
}
