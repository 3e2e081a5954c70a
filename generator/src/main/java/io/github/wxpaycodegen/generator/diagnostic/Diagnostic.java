package io.github.wxpaycodegen.generator.diagnostic;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong.
 *
 * @param span where
 * @param message what, in one line without a full stop
 * @param help how to mend it
 * @param related other places that have to do with it, such as the first of two equal keys
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

    /** An error with a hint. */
    public static Diagnostic of(Code code, SourceSpan span, String message, String help) {
        return new Diagnostic(code, span, message, Optional.of(help), List.of());
    }

    /** The order of files, and of places within a file. */
    @Override
    public int compareTo(Diagnostic other) {
        return BY_PLACE.compare(this, other);
    }
}
