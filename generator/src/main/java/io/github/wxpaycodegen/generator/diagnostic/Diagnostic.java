package io.github.wxpaycodegen.generator.diagnostic;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An error or a finding in a spec.
 *
 * @param span its place
 * @param message what is wrong, in one line without a full stop
 * @param help how to fix it
 * @param related other places that are involved, such as the first of two equal keys
 */
public record Diagnostic(Code code, SourceSpan span, String message, Optional<String> help, List<SourceSpan> related)
        implements Comparable<Diagnostic> {
    private static final Comparator<Diagnostic> BY_PLACE = Comparator.<Diagnostic, String>comparing(
                    d -> d.span().file())
            .thenComparingInt(d -> d.span().line())
            .thenComparingInt(d -> d.span().column())
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    public Diagnostic {
        related = List.copyOf(related);
    }

    /** Returns an error with a hint. */
    public static Diagnostic of(Code code, SourceSpan span, String message, String help) {
        return new Diagnostic(code, span, message, Optional.of(help), List.of());
    }

    /** Compares by file, then by place within the file. */
    @Override
    public int compareTo(Diagnostic other) {
        return BY_PLACE.compare(this, other);
    }
}
