package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.diagnostic.Severity;
import io.github.wxpaycodegen.generator.read.SpecFile;
import java.util.List;
import java.util.Set;

/**
 * Result of validating a project's own specs.
 *
 * @param findings what is reported, sorted by place; none is {@code OFF}
 * @param suppressed the findings that the specs suppress, sorted by place
 * @param own the paths of the project's own specs
 * @param files all files that were read, whose lines a report may show
 */
public record Validation(
        List<Finding> findings, List<SuppressedFinding> suppressed, Set<String> own, List<SpecFile> files) {
    public Validation {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        own = Set.copyOf(own);
        files = List.copyOf(files);
    }

    /** Returns the number of findings of a severity. */
    public int count(Severity severity) {
        return (int) findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Returns true if a finding has at least this severity. */
    public boolean reaches(Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity().compareTo(severity) >= 0);
    }
}
