package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.DiagnosticPrinter;
import io.github.wxpaycodegen.generator.diagnostic.Suppression;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.List;
import java.util.Optional;

/**
 * Result of reading a set of files.
 *
 * @param specs present if and only if there are no diagnostics
 * @param readable the specs that could be read, for checks that do not depend on the others
 * @param diagnostics all errors, sorted
 * @param suppressions the findings that the specs suppress, in any order
 */
public record SpecReading(
        Optional<Specs> specs, Specs readable, List<Diagnostic> diagnostics, List<Suppression> suppressions) {
    public SpecReading {
        diagnostics = List.copyOf(diagnostics);
        suppressions = List.copyOf(suppressions);
    }

    /** Returns a printer that shows the lines of the given files. */
    public static DiagnosticPrinter printer(List<SpecFile> files) {
        return new DiagnosticPrinter(path -> files.stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .map(SpecFile::lines)
                .orElse(List.of()));
    }
}
