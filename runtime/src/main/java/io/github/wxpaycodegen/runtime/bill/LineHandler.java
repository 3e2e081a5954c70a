package io.github.wxpaycodegen.runtime.bill;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/** Collects what the CSV reader finds on a line, or on those that a row goes on over, within the limits. */
final class LineHandler extends AbstractBaseCsvCallbackHandler<Line> {
    private static final int MAX_FIELDS = 4096;

    private final Line line = new Line();
    private final int maxChars;
    private long chars;
    private boolean continued;

    LineHandler(int maxChars) {
        this.maxChars = maxChars;
    }

    /** Whether what comes next goes on with the line that there is. */
    void setContinued(boolean continued) {
        this.continued = continued;
    }

    /** The number of the line that is being read, counted from 1. */
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
            throw BillFormatException.inLine(line.number(), "it has U+FFFF, which is no character", null);
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
