package io.github.wxpaycodegen.generator.emit;

/** Breaks the text of Javadoc into lines: at blanks, and in Chinese, which has none, between two characters. */
final class DocLines {
    /** Leaves room for the indentation of a nested class within 120 columns. */
    private static final int WIDTH = 104;

    /** Marks that belong to the text before them. */
    private static final String CLOSING = "，。、；：？！）》」』】”’…％";

    /** Marks that belong to the text after them. */
    private static final String OPENING = "（《「『【“‘";

    private DocLines() {}

    /** Returns the text with line ends in place of blanks, or between Chinese characters, where a line is full. */
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

    /** Returns where the line ends: as far as fits, or else at the first chance after that; -1 if there is none. */
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
            return true;
        }
        char before = text.charAt(i - 1);
        return isChinese(before) && isChinese(after) && CLOSING.indexOf(after) < 0 && OPENING.indexOf(before) < 0;
    }

    private static boolean isChinese(char c) {
        return Character.isIdeographic(c) || CLOSING.indexOf(c) >= 0 || OPENING.indexOf(c) >= 0;
    }
}
