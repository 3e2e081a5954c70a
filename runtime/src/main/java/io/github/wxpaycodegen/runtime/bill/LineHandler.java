package io.github.wxpaycodegen.runtime.bill;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/** Collects what the CSV reader finds on a line, within the limits. */
final class LineHandler extends AbstractBaseCsvCallbackHandler<Line> {
    private static final int MAX_FIELDS = 4096;

    private final Line line = new Line();
    private final int maxChars;
    private int chars;

    LineHandler(int maxChars) {
        this.maxChars = maxChars;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line.begin(startingLineNumber);
        chars = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        chars += length + 1;
        if (chars > maxChars || index >= MAX_FIELDS) {
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
