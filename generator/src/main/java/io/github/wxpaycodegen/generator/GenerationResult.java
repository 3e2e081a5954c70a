package io.github.wxpaycodegen.generator;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/**
 * What a generation did.
 *
 * @param written files that are new or changed
 * @param unchanged files that were as they should be already
 * @param deleted files of an earlier run that are no longer emitted
 * @param leftOut the paths of the spec files, those of shared types aside, that the options leave out
 * @param warnings what was odd about the output directories, and went on all the same
 * @param diagnostics what is wrong with the specs, sorted; if there is anything, no file was touched
 */
public record GenerationResult(
        List<Path> written,
        List<Path> unchanged,
        List<Path> deleted,
        List<String> leftOut,
        List<String> warnings,
        List<Diagnostic> diagnostics) {
    public GenerationResult {
        written = List.copyOf(written);
        unchanged = List.copyOf(unchanged);
        deleted = List.copyOf(deleted);
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether the specs were right. */
    public boolean succeeded() {
        return diagnostics.isEmpty();
    }
}
