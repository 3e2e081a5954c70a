package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;

/**
 * Builds Java string literals from text of specs, without line ends and characters that change the direction of text.
 */
final class Literal {
    private Literal() {}

    static CodeBlock of(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            // A Unicode escape of a line end would end the line, because Java replaces such escapes first.
            if (each == '\n') {
                literal.append("\\n");
            } else if (each == '\r') {
                literal.append("\\r");
            } else if (each == '"' || each == '\\') {
                literal.append('\\').append(each);
            } else if (isPrintable(each)) {
                literal.append(each);
            } else {
                literal.append(String.format("\\u%04x", (int) each));
            }
        }
        return CodeBlock.of("$L", literal.append('"'));
    }

    private static boolean isPrintable(char each) {
        return switch (Character.getType(each)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
