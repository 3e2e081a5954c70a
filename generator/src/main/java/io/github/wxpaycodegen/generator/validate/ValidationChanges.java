package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Differences between a validation and earlier ones of the same specs. A finding that only moved to another line is no
 * difference.
 *
 * <p>Errors hide findings, and one error may hide another. So nothing counts as fixed while there are errors, and a finding
 * that they hide is still known afterward.
 *
 * @param appeared the findings that are reported for the first time
 * @param gone the known findings that are not reported anymore: fixed ones, or while there are errors, possibly hidden ones
 * @param now the latest validation
 */
public record ValidationChanges(List<Finding> appeared, List<Finding> gone, Validation now) {
    public ValidationChanges {
        appeared = List.copyOf(appeared);
        gone = List.copyOf(gone);
    }

    /** Returns the state after the first validation, whose findings are known. */
    public static ValidationChanges none(Validation first) {
        return new ValidationChanges(List.of(), List.of(), first);
    }

    /** Returns what changed up to the next validation. */
    public ValidationChanges next(Validation next) {
        List<Finding> known =
                Stream.concat(now.findings().stream(), hidden().stream()).toList();
        return new ValidationChanges(without(next.findings(), known), without(known, next.findings()), next);
    }

    /** Returns true if nothing changed. */
    public boolean isEmpty() {
        return appeared.isEmpty() && gone.isEmpty();
    }

    /** Returns the findings that are known to be fixed. */
    public List<Finding> fixed() {
        return hasErrors() ? List.of() : gone;
    }

    /** Returns the changes as text, with the numbers that remain in the last line. */
    public List<Paragraph> print() {
        List<Paragraph> paragraphs = new ArrayList<>();
        fixed().forEach(finding -> paragraphs.add(new Paragraph(
                Severity.INFO,
                "fixed[" + finding.diagnostic().code().id() + "]: "
                        + finding.diagnostic().message() + " ("
                        + finding.diagnostic().span().file() + ")\n")));
        TextReport report = new TextReport(now);
        appeared.forEach(finding -> paragraphs.add(report.write(finding)));
        int hidden = hidden().size();
        paragraphs.add(report.summary(
                hidden == 0 ? "" : "; the errors hide " + hidden + " known finding" + (hidden == 1 ? "" : "s")));
        return paragraphs;
    }

    /** An error that is gone does not come back by itself, so only findings are remembered. */
    private List<Finding> hidden() {
        return hasErrors()
                ? gone.stream()
                        .filter(finding -> finding.diagnostic().code().isFinding())
                        .toList()
                : List.of();
    }

    private boolean hasErrors() {
        return now.findings().stream()
                .anyMatch(finding -> !finding.diagnostic().code().isFinding());
    }

    private static List<Finding> without(List<Finding> findings, List<Finding> others) {
        Map<String, Integer> left = new HashMap<>();
        others.forEach(finding -> left.merge(identity(finding), 1, Integer::sum));
        List<Finding> rest = new ArrayList<>();
        for (Finding finding : findings) {
            if (left.merge(identity(finding), -1, Integer::sum) < 0) {
                rest.add(finding);
            }
        }
        return rest;
    }

    private static String identity(Finding finding) {
        return finding.severity() + " " + Fingerprints.identity(finding.diagnostic());
    }
}
