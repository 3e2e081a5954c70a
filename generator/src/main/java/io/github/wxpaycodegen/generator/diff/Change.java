package io.github.wxpaycodegen.generator.diff;

import java.util.Comparator;

/**
 * A change with one impact. A removed field, for instance, is several changes: on the wire, in source and in binary
 * form.
 *
 * @param subject the spec that changed, by its path without extension: {@code v3/pay/transactions/native}
 * @param text the change, in one line without a full stop
 */
public record Change(String subject, Impact impact, String text) implements Comparable<Change> {
    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::subject).thenComparing(Change::impact).thenComparing(Change::text);

    /** Compares by subject, then by impact, the gravest first. */
    @Override
    public int compareTo(Change other) {
        return ORDER.compare(this, other);
    }
}
