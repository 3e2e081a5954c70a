package io.github.wxpaycodegen.importer.internal.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the fenced code of a Markdown page whose language is JavaScript or TypeScript. */
final class CodeBlocks {
    private static final Pattern FENCE = Pattern.compile("\\s*(`{3,}|~{3,})\\s*([A-Za-z]*)(.*)");
    private static final Set<String> LANGUAGES =
            Set.of("js", "jsx", "javascript", "mjs", "ts", "tsx", "typescript", "mts");

    private CodeBlocks() {}

    /**
     * Code with its place in the page.
     *
     * @param line the number of its first line
     */
    record Block(String code, int line) {}

    /** Returns the blocks in their order. A block without a closing fence ends with the page. */
    static List<Block> of(String page) {
        List<Block> blocks = new ArrayList<>();
        String[] lines = page.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher open = FENCE.matcher(lines[i]);
            // Behind backticks there can be no other backtick: that would be code within a line.
            if (!open.matches()
                    || (open.group(1).startsWith("`") && open.group(3).contains("`"))) {
                continue;
            }
            int first = i + 1;
            int end = first;
            while (end < lines.length && !closes(lines[end], open.group(1))) {
                end++;
            }
            if (LANGUAGES.contains(open.group(2).toLowerCase(Locale.ROOT))) {
                blocks.add(new Block(
                        String.join("\n", List.of(lines).subList(Math.min(first, lines.length), end)), first + 1));
            }
            i = end;
        }
        return blocks;
    }

    /** A closing fence has no language, and is at least as long as the opening one. */
    private static boolean closes(String line, String fence) {
        String text = line.strip();
        return text.length() >= fence.length() && text.chars().allMatch(c -> c == fence.charAt(0));
    }
}
