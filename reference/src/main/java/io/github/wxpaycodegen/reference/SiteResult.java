package io.github.wxpaycodegen.reference;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/**
 * Result of writing the site.
 *
 * @param operations the number of operations that the site describes
 * @param notifications the number of notifications that the site describes
 * @param written files that are new or changed
 * @param unchanged files that were already up to date
 * @param deleted files of an earlier run that are no longer part of the site
 * @param warnings problems with the directory that did not stop the writing
 * @param diagnostics the errors in the specs, sorted; if there is any, no file was written
 */
public record SiteResult(
        int operations,
        int notifications,
        List<Path> written,
        List<Path> unchanged,
        List<Path> deleted,
        List<String> warnings,
        List<Diagnostic> diagnostics) {
    public SiteResult {
        written = List.copyOf(written);
        unchanged = List.copyOf(unchanged);
        deleted = List.copyOf(deleted);
        warnings = List.copyOf(warnings);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Returns true if the specs have no errors. */
    public boolean succeeded() {
        return diagnostics.isEmpty();
    }
}
