package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Collects errors, so that one run reports all of them. Several threads may add to it at once. */
final class Problems {
    private final Queue<Diagnostic> found = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> later = new ConcurrentLinkedQueue<>();

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
