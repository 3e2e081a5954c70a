package io.github.wxpaycodegen.generator.emit;

import java.util.ArrayList;
import java.util.List;

/**
 * Compacts emitted Java as a person would format it: short comments on one line, and no blank line between fields.
 * JavaPoet has no setting for either, and these lines are a third of all.
 */
final class CompactSource {
    private static final int WIDTH = 120;

    private CompactSource() {}

    /** Returns the same source with fewer lines. */
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
