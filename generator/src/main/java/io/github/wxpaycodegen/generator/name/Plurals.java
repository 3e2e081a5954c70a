package io.github.wxpaycodegen.generator.name;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Converts English nouns to the singular, as far as names of fields need it. */
final class Plurals {
    /** Words that look like plurals, or are plurals, but name a single element. */
    private static final Set<String> SAME = Set.of(
            "alias",
            "atlas",
            "bonus",
            "bus",
            "canvas",
            "corps",
            "customs",
            "ems",
            "gas",
            "goods",
            "gps",
            "https",
            "ios",
            "lens",
            "logistics",
            "means",
            "news",
            "os",
            "pos",
            "series",
            "sms",
            "species");

    private static final Map<String, String> IRREGULAR = Map.of(
            "caches", "cache",
            "children", "child",
            "medias", "media",
            "movies", "movie",
            "people", "person",
            "statuses", "status",
            "taxies", "taxi");

    private static final Pattern WITH_ES = Pattern.compile(".*(ss|sh|ch|x|z)es");
    private static final Pattern SINGULAR = Pattern.compile(".*(ss|us|is)");

    private Plurals() {}

    /** Returns the singular of a word in lower case. A word that is already singular is unchanged. */
    static String singular(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (SAME.contains(word) || word.length() < 3 || !word.endsWith("s")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (WITH_ES.matcher(word).matches()) {
            return word.substring(0, word.length() - 2);
        }
        return SINGULAR.matcher(word).matches() ? word : word.substring(0, word.length() - 1);
    }
}
