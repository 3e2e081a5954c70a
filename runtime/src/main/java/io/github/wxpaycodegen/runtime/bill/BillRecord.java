package io.github.wxpaycodegen.runtime.bill;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a bill, or its summary: cells by the names of their columns. It is immutable and may be kept.
 *
 * <p>Typed accessors read their cell when they are called; null stands for an empty cell and for a column that this bill
 * does not have. Times are those of China, UTC+8; amounts are in fen, exactly as the bill says them in yuan.
 */
public sealed class BillRecord
        permits TradeBillRow, TradeBillSummary, FundFlowRow, FundFlowSummary, ProfitSharingRow, ProfitSharingSummary {
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

    /** The names of the columns in the order of the bill. */
    public final List<String> columns() {
        return header.names();
    }

    /**
     * The text of a cell, without its backtick and its quotes, else as it came: empty if it is empty. WeChat Pay itself
     * replaces commas and line ends within texts of the merchant's; a line end in quotes reads as {@code \n}.
     *
     * @param column the name of the column; the width of parentheses and a {@code (元)} at its end do not matter
     * @return null if the bill has no such column
     */
    public final @Nullable String value(String column) {
        int place = header.find(column);
        return place < 0 ? null : cells[place];
    }

    /** All cells by the names of their columns, in the order of the bill. */
    public final Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i++) {
            values.put(header.names().get(i), cells[i]);
        }
        return Collections.unmodifiableMap(values);
    }

    /** The line of the bill, counted from 1. */
    public final long line() {
        return line;
    }

    /** What it is and its line: cells may be personal data. */
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
            throw problem(place, "this is not an amount in yuan with two decimals");
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
            throw problem(place, "this is not a time");
        }
    }

    /** A number of things, which some bills write with a decimal: {@code 20.0}. */
    final @Nullable Long count(String column, String... otherNames) {
        int place = header.find(column, otherNames);
        if (place < 0 || cells[place].isEmpty()) {
            return null;
        }
        try {
            return Yuan.parse(cells[place], 0);
        } catch (NumberFormatException e) {
            throw problem(place, "this is not a whole number");
        }
    }

    private BillFormatException problem(int place, String problem) {
        return BillFormatException.inCell(line, header.names().get(place), problem);
    }
}
