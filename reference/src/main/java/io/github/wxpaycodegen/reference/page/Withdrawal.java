package io.github.wxpaycodegen.reference.page;

import io.github.wxpaycodegen.reference.text.Text;
import java.util.List;

/**
 * Why an operation should not be used, and what to use instead.
 *
 * @param sentences why; empty if it may be used
 * @param successor the operations of the URI that replaces it
 * @param replaces the operations that this one replaces
 */
public record Withdrawal(List<Text> sentences, List<Entry> successor, List<Entry> replaces) {
    public Withdrawal {
        sentences = List.copyOf(sentences);
        successor = List.copyOf(successor);
        replaces = List.copyOf(replaces);
    }
}
