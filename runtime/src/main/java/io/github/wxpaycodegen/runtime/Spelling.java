package io.github.wxpaycodegen.runtime;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the name that somebody meant who wrote another. */
final class Spelling {
    /** Of longer names nobody would see that one was meant for the other. */
    private static final int LONGEST = 128;

    private Spelling() {}

    /** Returns the nearest of the known names; empty if none is near. */
    static Optional<String> nearest(String name, List<String> known) {
        int near = Math.max(2, name.length() / 4);
        return name.length() > LONGEST
                ? Optional.empty()
                : known.stream()
                        .min(Comparator.comparingInt(each -> distance(name, each)))
                        .filter(each -> distance(name, each) <= near);
    }

    /** The number of letters that must be added, removed or replaced to make one of the other. */
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
