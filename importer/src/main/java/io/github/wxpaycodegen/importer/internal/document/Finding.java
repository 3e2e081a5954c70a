package io.github.wxpaycodegen.importer.internal.document;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.Comparator;

/**
 * A flaw of a source. The rest of the source is imported all the same.
 *
 * @param span its place
 * @param message the flaw and what was imported instead, without a full stop
 */
public record Finding(SourceSpan span, String message) implements Comparable<Finding> {
    private static final Comparator<Finding> BY_PLACE = Comparator.<Finding, String>comparing(
                    finding -> finding.span().file())
            .thenComparingInt(finding -> finding.span().line())
            .thenComparingInt(finding -> finding.span().column())
            .thenComparing(Finding::message);

    /** Compares by file, then by place within the file. */
    @Override
    public int compareTo(Finding other) {
        return BY_PLACE.compare(this, other);
    }

    /** Returns the place and the message: {@code pay/order.yaml:12:9: unknown type `strnig`}. */
    @Override
    public String toString() {
        return span.file() + ":" + span.line() + ":" + span.column() + ": " + message;
    }
}
