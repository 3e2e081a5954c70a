package io.github.wxpaycodegen.runtime.bill;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * Exception for an invalid bill: cut off, of another kind, malformed, or inconsistent with its own summary. The message
 * gives the place and the problem, but never the contents of cells, which may be personal data.
 *
 * <p>Do not rely on the rows read before: they may be only a part of the day.
 */
public final class BillFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final @Nullable String column;

    private BillFormatException(String message, long line, @Nullable String column, @Nullable Throwable cause) {
        super(ForeignText.printable(message), ForeignText.cause(cause));
        this.line = line;
        this.column = column;
    }

    static BillFormatException of(String problem, @Nullable Throwable cause) {
        return new BillFormatException("the bill cannot be read: " + problem, 0, null, cause);
    }

    static BillFormatException inLine(long line, String problem, @Nullable Throwable cause) {
        return new BillFormatException(
                "the bill cannot be read: " + problem + " (line " + line + ")", line, null, cause);
    }

    static BillFormatException inCell(long line, String column, String problem) {
        return new BillFormatException(
                "the bill cannot be read: " + problem + " (line " + line + ", column " + ForeignText.shown(column)
                        + ")",
                line,
                column,
                null);
    }

    /** Returns the line, counted from 1; 0 if the problem concerns the whole bill. */
    public long line() {
        return line;
    }

    /** Returns the name of the column as the bill spells it; null if the problem does not concern a single cell. */
    public @Nullable String column() {
        return column;
    }
}
