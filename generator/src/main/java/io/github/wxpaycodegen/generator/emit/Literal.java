package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Builds Java string literals from text of specs, without line ends and characters that change the direction of text.
 */
final class Literal {
    /** Leaves room for the call that takes the text, in a nested class. */
    private static final int WIDTH = 84;

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

    /** Returns a text as one literal, or as several where it is longer than a line: broken after a blank or before a slash. */
    static CodeBlock lines(String text) {
        return lines(text, i -> text.charAt(i) == '/' || text.charAt(i - 1) == ' ');
    }

    /** Returns a regular expression as one literal, or as several where it is longer than a line: broken before a bar. */
    static CodeBlock pattern(String regex) {
        return lines(regex, i -> regex.charAt(i) == '|');
    }

    /** @param breaks returns true if the text may be broken before the character at an index */
    private static CodeBlock lines(String text, IntPredicate breaks) {
        List<CodeBlock> pieces = new ArrayList<>();
        int start = 0;
        while (text.length() - start > WIDTH) {
            int end = end(text, start, breaks);
            pieces.add(of(text.substring(start, end)));
            start = end;
        }
        pieces.add(of(text.substring(start)));
        return pieces.size() == 1
                ? pieces.get(0)
                : CodeBlock.of(
                        "$L$>$>\n+ $L$<$<", pieces.get(0), CodeBlock.join(pieces.subList(1, pieces.size()), "\n+ "));
    }

    private static int end(String text, int start, IntPredicate breaks) {
        for (int i = start + WIDTH; i > start; i--) {
            if (breaks.test(i)) {
                return i;
            }
        }
        return text.offsetByCodePoints(start, WIDTH / 2);
    }

    private static boolean isPrintable(char each) {
        return switch (Character.getType(each)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
