package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.Severity;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;

/**
 * Writes findings as workflow commands of GitHub Actions: {@code ::error file=...,line=5,col=9::message}. An error in a
 * bundled spec has no place in the repository.
 */
final class GitHubReport {
    private final Validation validation;
    private final ReportPlaces places;

    GitHubReport(Validation validation, ReportPlaces places) {
        this.validation = validation;
        this.places = places;
    }

    String write() {
        StringBuilder out = new StringBuilder();
        validation.findings().forEach(finding -> out.append(command(finding)).append('\n'));
        return out.toString();
    }

    private String command(Finding finding) {
        Diagnostic diagnostic = finding.diagnostic();
        SourceSpan span = diagnostic.span();
        String place = validation.own().contains(span.file())
                ? "file=" + property(places.path(span.file())) + ",line=" + span.line() + ",col=" + span.column()
                        + ",endColumn=" + (span.column() + span.length()) + ","
                : "";
        String message = diagnostic.message()
                + diagnostic.help().map(help -> "\nhelp: " + help).orElse("");
        return "::" + command(finding.severity()) + " " + place + "title="
                + property(diagnostic.code().id()) + "::" + data(message);
    }

    private static String command(Severity severity) {
        return severity == Severity.INFO ? "notice" : severity.label();
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
