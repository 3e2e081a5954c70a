package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.Severity;
import io.github.wxpaycodegen.generator.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes findings as a code quality report of GitLab. Its schema is described at
 * https://docs.gitlab.com/ci/testing/code_quality/.
 */
final class GitLabReport {
    private final Validation validation;
    private final ReportPlaces places;

    GitLabReport(Validation validation, ReportPlaces places) {
        this.validation = validation;
        this.places = places;
    }

    String write() {
        Fingerprints fingerprints = new Fingerprints();
        return JsonText.of(validation.findings().stream()
                .map(finding -> entry(finding, fingerprints))
                .toList());
    }

    private Map<String, Object> entry(Finding finding, Fingerprints fingerprints) {
        Diagnostic diagnostic = finding.diagnostic();
        String file = diagnostic.span().file();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put(
                "description",
                diagnostic.message()
                        + diagnostic.help().map(help -> "; " + help).orElse(""));
        entry.put("check_name", diagnostic.code().id());
        entry.put("fingerprint", fingerprints.next(diagnostic));
        entry.put("severity", severity(finding.severity()));
        entry.put(
                "location",
                Map.of(
                        "path",
                        validation.own().contains(file) ? places.path(file) : file,
                        "lines",
                        Map.of("begin", diagnostic.span().line())));
        return entry;
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            case INFO, OFF -> "info";
        };
    }
}
