package io.github.wxpaycodegen.runtime.bill;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/** Collects the fields that the CSV reader finds on a line and its continuation lines, within the limits. */
final class LineHandler extends AbstractBaseCsvCallbackHandler<Line> {
    private static final int MAX_FIELDS = 4096;

    private final Line line = new Line();
    private final int maxChars;
    private long chars;
    private boolean continued;

    LineHandler(int maxChars) {
        this.maxChars = maxChars;
    }

    /** Sets whether the next line continues the current one. */
    void setContinued(boolean continued) {
        this.continued = continued;
    }

    /** Returns the number of the current line, counted from 1. */
    long lineNumber() {
        return line.number();
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        if (continued) {
            line.breakText();
        } else {
            line.begin(startingLineNumber);
            chars = 0;
        }
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (quoted) {
            throw BillFormatException.inLine(line.number(), "it contains U+FFFF, which is not a character", null);
        }
        chars += length + 1;
        if (chars > maxChars || line.size() >= MAX_FIELDS) {
            throw BillFormatException.inLine(
                    line.number(),
                    "a line has more than " + maxChars + " characters or " + MAX_FIELDS + " fields",
                    null);
        }
        line.add(buffer, offset, length);
    }

    @Override
    protected Line buildRecord() {
        return line;
    }
}
