package io.github.wxpaycodegen.runtime.bill;

import java.util.Arrays;

/**
 * A line of a bill, split at every comma. Its fields are not yet cells: a comma may belong to a text, a text may go on over
 * the end of the line, and what quotes and backticks mean depends on the row. One object serves all lines.
 */
final class Line {
    private String[] texts = new String[32];
    private boolean[] led = new boolean[32];
    private int size;
    private int breaks;
    private long number;

    void begin(long lineNumber) {
        number = lineNumber;
        size = 0;
        breaks = 0;
    }

    /** Makes what is added next the rest of the last field, on a line of its own. */
    void breakText() {
        breaks++;
    }

    void add(char[] buffer, int offset, int length) {
        if (breaks > 0) {
            texts[size - 1] += "\n".repeat(breaks) + new String(buffer, offset, length);
            breaks = 0;
            return;
        }
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, size * 2);
            led = Arrays.copyOf(led, size * 2);
        }
        boolean backtick = length > 0 && buffer[offset] == '`';
        int skipped = backtick ? 1 : 0;
        led[size] = backtick;
        texts[size++] = length == skipped ? "" : new String(buffer, offset + skipped, length - skipped);
    }

    /** The line's number, counted from 1; of several the first. */
    long number() {
        return number;
    }

    /** How many fields there are; a line has at least one. */
    int size() {
        return size;
    }

    /** Whether a field begins with a backtick. */
    boolean isLed(int field) {
        return led[field];
    }

    /** A field without the backtick that leads it. */
    String text(int field) {
        return texts[field];
    }

    /** A field as it stands. */
    String raw(int field) {
        return led[field] ? "`" + texts[field] : texts[field];
    }

    /** Whether nothing is on the line but white space. */
    boolean isBlank() {
        return size == 1 && !led[0] && texts[0].isBlank();
    }

    /** The fields from one to before another, with the commas between them. */
    String join(int from, int to) {
        StringBuilder joined = new StringBuilder(raw(from));
        for (int field = from + 1; field < to; field++) {
            joined.append(',').append(raw(field));
        }
        return joined.toString();
    }
}
