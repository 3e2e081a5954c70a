package io.github.wxpaycodegen.importer;

import java.util.List;

/**
 * Result of an import.
 *
 * @param report all differences with their decisions, what changed upstream, and the flaws of the source, as Markdown
 * @param operations the number of operations that the source has
 * @param changed the paths of the specs that are new or changed, or would be without a dry run
 * @param open the number of differences that no rule and no name decides
 * @param refused the number of differences that are refused, now or before
 * @param flaws the number of flaws of the source
 */
public record ImportResult(String report, int operations, List<String> changed, int open, int refused, int flaws) {
    public ImportResult {
        changed = List.copyOf(changed);
    }
}
