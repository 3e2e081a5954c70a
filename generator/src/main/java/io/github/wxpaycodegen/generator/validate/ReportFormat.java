package io.github.wxpaycodegen.generator.validate;

import java.util.stream.Collectors;

/** Formats of reports. */
public enum ReportFormat {
    /** Text in the style of compilers, for people. */
    TEXT,
    /** SARIF 2.1.0, for code scanning and editors. */
    SARIF,
    /** Workflow commands of GitHub Actions, which become annotations of a change. */
    GITHUB,
    /** A code quality report of GitLab. */
    GITLAB;

    /**
     * Returns a report in this format, with a line feed at the end of its last line; empty if there is nothing to
     * report.
     */
    public String write(Validation validation, ReportPlaces places) {
        return switch (this) {
            case TEXT -> TextReport.of(validation).stream().map(Paragraph::text).collect(Collectors.joining());
            case SARIF -> new SarifReport(validation, places).write();
            case GITHUB -> new GitHubReport(validation, places).write();
            case GITLAB -> new GitLabReport(validation, places).write();
        };
    }
}
