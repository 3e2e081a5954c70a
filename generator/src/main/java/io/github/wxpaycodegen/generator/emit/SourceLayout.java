package io.github.wxpaycodegen.generator.emit;

import java.util.ArrayList;
import java.util.List;

/**
 * The last step of an emission: lays out the lines that JavaPoet printed as a person would. Short Javadoc is on one line, no blank
 * line separates private fields, and long declarations are broken. Code and text stay as they are. JavaPoet has no setting for any of
 * this: see decision 26.
 */
final class SourceLayout {
    private static final int WIDTH = 120;

    private SourceLayout() {}

    /**
     * Returns the same source with other line breaks.
     *
     * @param source as JavaPoet prints it, with {@code \n}
     */
    static String of(String source) {
        List<String> lines = source.lines().toList();
        List<String> kept = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (isShortComment(lines, i)) {
                kept.add(line + lines.get(i + 1).strip().substring(1) + " */");
                i += 2;
            } else if (!isBetweenFields(lines, i)) {
                kept.add(line);
            }
        }
        return String.join("\n", LongDeclarations.broken(kept)) + "\n";
    }

    private static boolean isShortComment(List<String> lines, int i) {
        return lines.get(i).endsWith("/**")
                && i + 2 < lines.size()
                && lines.get(i + 1).strip().startsWith("* ")
                && lines.get(i + 2).strip().equals("*/")
                && lines.get(i).length() + lines.get(i + 1).strip().length() + 2 <= WIDTH;
    }

    private static boolean isBetweenFields(List<String> lines, int i) {
        return lines.get(i).isEmpty()
                && i > 0
                && i + 1 < lines.size()
                && isPrivateField(lines.get(i - 1))
                && isPrivateField(lines.get(i + 1));
    }

    private static boolean isPrivateField(String line) {
        return line.stripLeading().startsWith("private ") && line.endsWith(";");
    }
}
