package io.github.wxpaycodegen.runtime.bill;

import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import org.jspecify.annotations.Nullable;

/**
 * A bill is not what it should be: cut off, of another kind, malformed, or at odds with its own summary. The message says
 * where and what, and never repeats the contents of cells, which may be personal data.
 *
 * <p>What was read from the bill before is not to be relied on: it may be a part of the day only.
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

    /** The line, counted from 1; 0 where the problem is that of the whole bill. */
    public long line() {
        return line;
    }

    /** The name of the column as the bill spells it; null where the problem is not that of one cell. */
    public @Nullable String column() {
        return column;
    }
}
