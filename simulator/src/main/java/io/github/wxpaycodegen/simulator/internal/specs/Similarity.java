package io.github.wxpaycodegen.simulator.internal.specs;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the path or the name that a mistyped one probably means. */
public final class Similarity {
    private static final int LONGEST = 200;

    private Similarity() {}

    /** Returns the path with the fewest edits; empty if that takes more than a quarter of the letters. */
    public static Optional<String> mostSimilar(String path, List<String> paths) {
        if (path.length() > LONGEST) {
            return Optional.empty();
        }
        return paths.stream()
                .map(each -> new Candidate(each, edits(path, each)))
                .min(Comparator.comparingInt(Candidate::edits))
                .filter(nearest -> nearest.edits() <= path.length() / 4)
                .map(Candidate::path);
    }

    /** Counts the letters to add, remove or replace, row by row of the usual table. */
    private static int edits(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[to.length()];
    }

    private record Candidate(String path, int edits) {}
}
