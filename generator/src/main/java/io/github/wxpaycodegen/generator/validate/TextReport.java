package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.diagnostic.DiagnosticPrinter;
import io.github.wxpaycodegen.generator.diagnostic.Severity;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.util.ArrayList;
import java.util.List;

/** Writes findings as text: each with its place and line, and at the end their numbers. */
public final class TextReport {
    private final Validation validation;
    private final DiagnosticPrinter printer;

    TextReport(Validation validation) {
        this.validation = validation;
        this.printer = SpecReading.printer(validation.files());
    }

    /** Returns the paragraphs of a report: one for each finding, and the numbers. */
    public static List<Paragraph> of(Validation validation) {
        TextReport report = new TextReport(validation);
        List<Paragraph> paragraphs = new ArrayList<>();
        validation.findings().forEach(finding -> paragraphs.add(report.write(finding)));
        paragraphs.add(report.summary(""));
        return paragraphs;
    }

    /** Returns the finding, with an empty line at the end. */
    Paragraph write(Finding finding) {
        return new Paragraph(finding.severity(), printer.print(finding.diagnostic(), finding.severity()) + "\n");
    }

    /** Returns the numbers in one line: {@code 1 error, 2 warnings, 1 suppressed}. */
    Paragraph summary(String remark) {
        List<String> parts = new ArrayList<>();
        parts.add(number(validation.count(Severity.ERROR), "error"));
        parts.add(number(validation.count(Severity.WARNING), "warning"));
        if (validation.count(Severity.INFO) > 0) {
            parts.add(validation.count(Severity.INFO) + " for information");
        }
        if (!validation.suppressed().isEmpty()) {
            parts.add(validation.suppressed().size() + " suppressed");
        }
        Severity gravest = validation.reaches(Severity.ERROR)
                ? Severity.ERROR
                : validation.reaches(Severity.WARNING) ? Severity.WARNING : Severity.INFO;
        return new Paragraph(gravest, String.join(", ", parts) + remark + "\n");
    }

    private static String number(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
