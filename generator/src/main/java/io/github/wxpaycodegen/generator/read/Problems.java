package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.diagnostic.Suppression;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Collects errors, so that one run reports all of them, and the suppressions of findings. Several threads may add to it
 * at once.
 */
final class Problems {
    private final Queue<Diagnostic> found = new ConcurrentLinkedQueue<>();
    private final Queue<Suppression> suppressions = new ConcurrentLinkedQueue<>();
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

    void suppress(Suppression suppression) {
        suppressions.add(suppression);
    }

    /** Returns each suppression once, in any order; an alias repeats those of its anchor. */
    List<Suppression> suppressions() {
        return suppressions.stream().distinct().toList();
    }

    List<Diagnostic> sorted() {
        return found.stream().sorted().distinct().toList();
    }
}
