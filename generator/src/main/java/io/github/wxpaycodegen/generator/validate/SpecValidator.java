package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.SpecCheck;
import io.github.wxpaycodegen.generator.SupportCheck;
import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.Severity;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.diagnostic.Suppression;
import io.github.wxpaycodegen.generator.lint.SpecLint;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Validates a project's own specs against the bundled ones. Errors are reported wherever they are, because a spec of the
 * project can break a bundled one. Findings are reported in the project's own files only.
 */
public final class SpecValidator {
    private final Set<String> own;
    private final Severities severities;
    private final List<Finding> findings = new ArrayList<>();
    private final List<SuppressedFinding> suppressed = new ArrayList<>();

    private SpecValidator(List<SpecFile> own, Severities severities) {
        this.own = own.stream().map(SpecFile::path).collect(Collectors.toSet());
        this.severities = severities;
    }

    /**
     * Validates specs. While there are errors, the result has no findings, because these may follow from the errors.
     *
     * @param bundled the specs that the project extends; a file of the project at the same path replaces one
     * @param own the project's specs; without any, the result is empty
     */
    public static Validation validate(List<SpecFile> bundled, List<SpecFile> own, Severities severities) {
        return own.isEmpty()
                ? new Validation(List.of(), List.of(), Set.of(), List.of())
                : new SpecValidator(own, severities).validate(bundled, own);
    }

    private Validation validate(List<SpecFile> bundled, List<SpecFile> specs) {
        List<SpecFile> neighbors = Neighborhood.of(bundled, specs);
        List<SpecFile> files = SpecFiles.overlay(neighbors, specs);
        SpecReading reading = SpecReader.read(files);
        List<Diagnostic> errors = errors(reading);
        if (!errors.isEmpty()) {
            // Suggestions name what exists, which only the complete set knows.
            files = SpecFiles.overlay(bundled, specs);
            reading = SpecReader.read(files);
            errors = errors(reading);
        }
        if (errors.isEmpty()) {
            List<Diagnostic> found =
                    new ArrayList<>(SpecLint.check(reading.specs().orElseThrow()));
            found.addAll(ReplacedSpecs.check(neighbors, files, reading.specs().orElseThrow()));
            judge(found, reading.suppressions());
        } else {
            errors.forEach(this::report);
        }
        findings.sort(Comparator.comparing(Finding::diagnostic));
        suppressed.sort(Comparator.comparing(SuppressedFinding::diagnostic));
        return new Validation(findings, suppressed, own, files);
    }

    private static List<Diagnostic> errors(SpecReading reading) {
        List<Diagnostic> errors = SpecCheck.check(reading);
        return errors.isEmpty() ? SupportCheck.check(reading.specs().orElseThrow()) : errors;
    }

    private void judge(List<Diagnostic> found, List<Suppression> suppressions) {
        Set<Suppression> used = new HashSet<>();
        for (Diagnostic diagnostic : found) {
            // A finding that is reported at another place can be suppressed there.
            ofProject(diagnostic).ifPresent(finding -> {
                Optional<Suppression> suppression = innermost(finding, suppressions);
                suppression.ifPresent(used::add);
                report(finding, suppression);
            });
        }
        suppressions.stream()
                .filter(suppression -> own.contains(suppression.span().file()))
                .filter(suppression -> !used.contains(suppression))
                .forEach(suppression -> report(Diagnostic.of(
                        Code.IDLE_SUPPRESSION,
                        suppression.span(),
                        "there is no " + suppression.code().id() + " to suppress",
                        "delete it")));
    }

    /** The innermost wins, so that an outer suppression is not counted as used by what an inner one explains. */
    private static Optional<Suppression> innermost(Diagnostic diagnostic, List<Suppression> suppressions) {
        return suppressions.stream()
                .filter(suppression -> suppression.covers(diagnostic))
                .reduce((one, other) -> other.scope().beginsAfter(one.scope()) ? other : one);
    }

    /** Returns the finding at a place of the project; empty if it concerns bundled specs only. */
    private Optional<Diagnostic> ofProject(Diagnostic diagnostic) {
        if (own.contains(diagnostic.span().file())) {
            return Optional.of(diagnostic);
        }
        return diagnostic.related().stream()
                .filter(span -> own.contains(span.file()))
                .findFirst()
                .map(span -> exchanged(diagnostic, span));
    }

    private static Diagnostic exchanged(Diagnostic diagnostic, SourceSpan span) {
        List<SourceSpan> related = new ArrayList<>(diagnostic.related());
        related.set(related.indexOf(span), diagnostic.span());
        return new Diagnostic(diagnostic.code(), span, diagnostic.message(), diagnostic.help(), related);
    }

    private void report(Diagnostic diagnostic, Optional<Suppression> suppression) {
        if (suppression.isPresent()) {
            suppressed.add(new SuppressedFinding(
                    diagnostic,
                    severities.of(diagnostic.code()),
                    suppression.get().reason()));
        } else {
            report(diagnostic);
        }
    }

    private void report(Diagnostic diagnostic) {
        Severity severity = severities.of(diagnostic.code());
        if (severity != Severity.OFF) {
            findings.add(new Finding(diagnostic, severity));
        }
    }
}
