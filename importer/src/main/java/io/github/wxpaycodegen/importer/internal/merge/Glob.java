package io.github.wxpaycodegen.importer.internal.merge;

import java.util.regex.Pattern;

/** Globs: {@code *} is any text without a separator, {@code **} is any text. */
public final class Glob {
    private Glob() {}

    /** Returns a pattern that matches what a glob matches as a whole. */
    public static Pattern compile(String glob, char separator) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            if (glob.charAt(i) != '*') {
                regex.append(Pattern.quote(glob.substring(i, i + 1)));
            } else if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else {
                regex.append("[^").append(separator).append("]*");
            }
        }
        return Pattern.compile(regex.toString());
    }
}
