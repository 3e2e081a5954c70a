package io.github.wxpaycodegen.generator.read;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the intended word for a misspelled one. */
public final class Suggestion {
    /** A help line names all words up to this number, and otherwise the nearest ones. */
    private static final int FEW = 24;

    private static final int NEAREST = 3;

    private Suggestion() {}

    /**
     * Returns "did you mean `x`?" for the nearest word. If none is near, it names all words, or the nearest three of
     * very many.
     */
    static String among(String word, Collection<String> words) {
        return nearest(word, words)
                .map(near -> "did you mean `" + near + "`?")
                .orElseGet(() -> words.size() <= FEW
                        ? all(words)
                        : "the nearest are " + String.join(", ", nearestFew(word, words)));
    }

    /** Returns all words, for a few of them. */
    static String all(Collection<String> words) {
        return "one of " + String.join(", ", words.stream().sorted().toList());
    }

    private static List<String> nearestFew(String word, Collection<String> words) {
        return words.stream()
                .distinct()
                .sorted(byDistance(word))
                .limit(NEAREST)
                .map(near -> "`" + near + "`")
                .toList();
    }

    private static Comparator<String> byDistance(String word) {
        return Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder());
    }

    /** Returns the nearest word; empty if none differs in so few letters that it is probably the intended one. */
    public static Optional<String> nearest(String word, Collection<String> words) {
        return words.stream()
                .filter(candidate -> distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT))
                        <= Math.max(1, candidate.length() / 3))
                .min(byDistance(word));
    }

    /** Returns the Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
