package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.diagnostic.DiagnosticPrinter;
import io.github.wxpaycodegen.generator.diagnostic.Severity;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.util.ArrayList;
import java.util.List;

/** Writes findings as text: each with its place and line, and at the end their numbers. */
final class TextReport {
    private final Validation validation;
    private final DiagnosticPrinter printer;

    TextReport(Validation validation) {
        this.validation = validation;
        this.printer = SpecReading.printer(validation.files());
    }

    String write() {
        StringBuilder out = new StringBuilder();
        validation.findings().forEach(finding -> out.append(write(finding)).append('\n'));
        return out.append(summary(validation)).append('\n').toString();
    }

    String write(Finding finding) {
        return printer.print(finding.diagnostic(), finding.severity());
    }

    /** Returns the numbers in one line: {@code 1 error, 2 warnings, 1 suppressed}. */
    static String summary(Validation validation) {
        List<String> parts = new ArrayList<>();
        parts.add(number(validation.count(Severity.ERROR), "error"));
        parts.add(number(validation.count(Severity.WARNING), "warning"));
        if (validation.count(Severity.INFO) > 0) {
            parts.add(validation.count(Severity.INFO) + " for information");
        }
        if (!validation.suppressed().isEmpty()) {
            parts.add(validation.suppressed().size() + " suppressed");
        }
        return String.join(", ", parts);
    }

    private static String number(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
