package io.github.wxpaycodegen.cli.command;

/** Shows line ends and other invisible characters, which are what signatures fail by. */
final class VisibleText {
    private VisibleText() {}

    /** Returns a text in which each LF has a symbol before it, and other control and format characters are replaced. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> shown.append("␊\n");
                case '\r' -> shown.append('␍');
                case '\t' -> shown.append('␉');
                case 0xFEFF -> shown.append("<BOM>");
                default -> {
                    if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                        shown.append(String.format("<U+%04X>", c));
                    } else {
                        shown.appendCodePoint(c);
                    }
                }
            }
        });
        // The last line has its symbol; a line end behind it would look like one more.
        return shown.toString().stripTrailing();
    }
}
