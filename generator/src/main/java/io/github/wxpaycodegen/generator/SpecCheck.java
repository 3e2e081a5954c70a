package io.github.wxpaycodegen.generator;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.name.NameChecker;
import io.github.wxpaycodegen.generator.plan.ClassClaims;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects all errors in specs at once: invalid content, and names that are not valid in Java. */
public final class SpecCheck {
    private SpecCheck() {}

    /** Returns all errors, sorted. The specs of a reading without errors can be planned. */
    public static List<Diagnostic> check(SpecReading reading) {
        List<Diagnostic> read = reading.diagnostics();
        List<Diagnostic> named = beside(read, NameChecker.check(reading.readable()));
        List<Diagnostic> claimed = beside(concat(read, named), ClassClaims.check(reading.readable()));
        return concat(concat(read, named), claimed).stream().sorted().distinct().toList();
    }

    /** Returns the additional errors at places without a known error; the others are consequences of it. */
    private static List<Diagnostic> beside(List<Diagnostic> known, List<Diagnostic> further) {
        Set<SourceSpan> places = known.stream().map(Diagnostic::span).collect(Collectors.toSet());
        return further.stream().filter(each -> !places.contains(each.span())).toList();
    }

    private static List<Diagnostic> concat(List<Diagnostic> some, List<Diagnostic> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
