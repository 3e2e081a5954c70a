package io.github.wxpaycodegen.generator.emit;

/** Wraps Javadoc text: at spaces and, because Chinese has none, between Chinese characters. */
final class DocLines {
    /** Leaves room for the indentation of a nested class within 120 columns. */
    private static final int WIDTH = 104;

    /** Punctuation that must not begin a line. */
    private static final String CLOSING = "，。、；：？！）》」』】”’…％";

    /** Punctuation that must not end a line. */
    private static final String OPENING = "（《「『【“‘";

    /** An inline tag stays on the line of its text. */
    private static final String TAG = "{@code";

    private DocLines() {}

    /** Returns the text with line breaks where a line is full: in place of spaces, or between Chinese characters. */
    static String wrap(String text) {
        StringBuilder lines = new StringBuilder();
        int start = 0;
        while (text.length() - start > WIDTH) {
            int end = end(text, start);
            if (end < 0) {
                break;
            }
            lines.append(text, start, end).append('\n');
            start = text.charAt(end) == ' ' ? end + 1 : end;
        }
        return lines.append(text.substring(start)).toString();
    }

    /**
     * Returns the end of the line: the last possible break within the width, or else the first one after it; -1 if
     * there is none.
     */
    private static int end(String text, int start) {
        for (int i = start + WIDTH; i > start; i--) {
            if (canBreak(text, i)) {
                return i;
            }
        }
        for (int i = start + WIDTH + 1; i < text.length(); i++) {
            if (canBreak(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean canBreak(String text, int i) {
        char after = text.charAt(i);
        if (after == ' ') {
            return !text.startsWith(TAG, i - TAG.length());
        }
        char before = text.charAt(i - 1);
        return isChinese(before) && isChinese(after) && CLOSING.indexOf(after) < 0 && OPENING.indexOf(before) < 0;
    }

    private static boolean isChinese(char c) {
        return Character.isIdeographic(c) || CLOSING.indexOf(c) >= 0 || OPENING.indexOf(c) >= 0;
    }
}
