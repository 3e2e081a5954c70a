package io.github.wxpaycodegen.runtime;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the known name that a misspelled name probably stands for. */
final class Spelling {
    /** Longer names are not compared: one is unlikely to be a misspelling of another. */
    private static final int LONGEST = 128;

    private Spelling() {}

    /** Returns the known name that is nearest; empty if none is near. */
    static Optional<String> nearest(String name, List<String> known) {
        int near = Math.max(2, name.length() / 4);
        return name.length() > LONGEST
                ? Optional.empty()
                : known.stream()
                        .min(Comparator.comparingInt(each -> distance(name, each)))
                        .filter(each -> distance(name, each) <= near);
    }

    /** Returns the number of letters to add, remove or replace to turn one name into the other. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
