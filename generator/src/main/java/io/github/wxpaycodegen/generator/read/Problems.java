package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects errors, so that one run reports all of them. */
final class Problems {
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();

    void add(Code code, SourceSpan span, String message, String help) {
        found.add(Diagnostic.of(code, span, message, help));
    }

    void add(Code code, SourceSpan span, String message, String help, SourceSpan related) {
        found.add(new Diagnostic(code, span, message, Optional.of(help), List.of(related)));
    }

    /** Defers a check that needs all files until they have been read. */
    void later(Runnable check) {
        later.add(check);
    }

    /** Runs the deferred checks. */
    void checkLater() {
        later.forEach(Runnable::run);
    }

    List<Diagnostic> sorted() {
        return found.stream().sorted().distinct().toList();
    }
}
