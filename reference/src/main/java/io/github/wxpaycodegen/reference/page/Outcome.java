package io.github.wxpaycodegen.reference.page;

import java.util.List;

/**
 * Effects of a call, and the way to find out whether it had them.
 *
 * @param sentences what holds for the operation, in order
 * @param settledBy the queries that tell whether it took effect: one or none
 * @param settles the operations whose outcome this query tells
 */
public record Outcome(List<String> sentences, List<Entry> settledBy, List<Entry> settles) {
    public Outcome {
        sentences = List.copyOf(sentences);
        settledBy = List.copyOf(settledBy);
        settles = List.copyOf(settles);
    }
}
