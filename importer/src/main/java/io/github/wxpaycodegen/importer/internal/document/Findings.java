package io.github.wxpaycodegen.importer.internal.document;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.List;
import java.util.TreeSet;

/** Collects findings. A place that several operations share is reported once. */
public final class Findings {
    private final TreeSet<Finding> found = new TreeSet<>();

    /** Adds a finding. */
    public void add(SourceSpan span, String message) {
        found.add(new Finding(span, message));
    }

    /** Returns all findings, sorted by place. */
    public List<Finding> sorted() {
        return List.copyOf(found);
    }
}
