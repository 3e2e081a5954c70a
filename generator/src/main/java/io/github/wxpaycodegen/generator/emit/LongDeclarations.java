package io.github.wxpaycodegen.generator.emit;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks declarations that do not fit on a line. JavaPoet breaks only between parameters, but an endpoint has three
 * long type arguments.
 */
final class LongDeclarations {
    private static final int WIDTH = 120;
    private static final String CONTINUATION = " ".repeat(8);

    private LongDeclarations() {}

    /** Returns the lines, with long declarations on several lines. */
    static List<String> broken(List<String> lines) {
        List<String> broken = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            // JavaPoet breaks the line even where there are no parameters, or where they would fit.
            if (line.endsWith("(") && i + 1 < lines.size() && isDeclaration(line)) {
                String parameters = lines.get(i + 1).strip();
                boolean fits = line.length() + parameters.length() <= WIDTH;
                if (parameters.equals(") {") || (parameters.endsWith(") {") && fits)) {
                    line += parameters;
                    i++;
                }
            }
            add(line, broken);
        }
        return broken;
    }

    private static void add(String line, List<String> broken) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        String rest = line;
        while (rest.length() > WIDTH && isDeclaration(rest)) {
            int end = breakBefore(rest, indent.length() + CONTINUATION.length());
            if (end < 0) {
                break;
            }
            broken.add(rest.substring(0, end));
            rest = indent + CONTINUATION + rest.substring(end + 1);
        }
        broken.add(rest);
    }

    /** Returns whether the line is a declaration that may be broken, and not a comment or a string. */
    private static boolean isDeclaration(String line) {
        String code = line.strip();
        return !code.startsWith("*") && !code.startsWith("/") && !code.startsWith("import ") && !code.contains("\"");
    }

    /**
     * Returns the last space within the width that follows a comma or precedes {@code extends}; -1 if there is none.
     */
    private static int breakBefore(String line, int from) {
        for (int i = Math.min(WIDTH, line.length() - 1); i > from; i--) {
            if (line.charAt(i) == ' ' && (line.charAt(i - 1) == ',' || line.startsWith(" extends ", i))) {
                return i;
            }
        }
        return -1;
    }
}
