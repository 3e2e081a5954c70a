package io.github.wxpaycodegen.generator;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/**
 * Result of a generation.
 *
 * @param written files that are new or changed
 * @param unchanged files that were already up to date
 * @param deleted files of an earlier run that are no longer generated
 * @param leftOut the paths of the spec files that the options exclude, without those of shared types
 * @param warnings problems with the options and the output directories that did not stop the generation
 * @param unsettled findings about writes of the chosen specs whose lost response their query cannot replace, sorted. A
 *     caller shows those of the project's own specs
 * @param diagnostics the errors in the specs, sorted; if there is any, no file was written
 */
public record GenerationResult(
        List<Path> written,
        List<Path> unchanged,
        List<Path> deleted,
        List<String> leftOut,
        List<String> warnings,
        List<Diagnostic> unsettled,
        List<Diagnostic> diagnostics) {
    public GenerationResult {
        written = List.copyOf(written);
        unchanged = List.copyOf(unchanged);
        deleted = List.copyOf(deleted);
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
        unsettled = List.copyOf(unsettled);
        diagnostics = List.copyOf(diagnostics);
    }

    static GenerationResult failure(List<Diagnostic> diagnostics) {
        return new GenerationResult(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), diagnostics);
    }

    /** Returns true if the specs have no errors. */
    public boolean succeeded() {
        return diagnostics.isEmpty();
    }
}
