package io.github.wxpaycodegen.runtime.bill;

import java.util.Arrays;

/**
 * A line of a bill, split at every comma. Its fields are not yet cells: a comma may belong to a text, a text may
 * continue on the next line, and the meaning of quotes and backticks depends on the row. One instance is reused for all
 * lines.
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

    /** Makes the next field a continuation of the last one, on a new line. */
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

    /** Returns the number of the line, counted from 1; the first one if it spans several. */
    long number() {
        return number;
    }

    /** Returns the number of fields; a line has at least one. */
    int size() {
        return size;
    }

    /** Returns true if a field begins with a backtick. */
    boolean isLed(int field) {
        return led[field];
    }

    /** Returns a field without its leading backtick. */
    String text(int field) {
        return texts[field];
    }

    /** Returns a field as it is, including its backtick. */
    String raw(int field) {
        return led[field] ? "`" + texts[field] : texts[field];
    }

    /** Returns true if the line contains only white space. */
    boolean isBlank() {
        return size == 1 && !led[0] && texts[0].isBlank();
    }

    /**
     * Returns a range of fields, joined with commas.
     *
     * @param to exclusive
     */
    String join(int from, int to) {
        StringBuilder joined = new StringBuilder(raw(from));
        for (int field = from + 1; field < to; field++) {
            joined.append(',').append(raw(field));
        }
        return joined.toString();
    }
}
