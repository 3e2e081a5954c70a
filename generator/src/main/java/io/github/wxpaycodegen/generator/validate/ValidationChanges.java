package io.github.wxpaycodegen.generator.validate;

import io.github.wxpaycodegen.generator.read.SpecReading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Differences between two validations of the same specs. A finding that only moved to another line is no difference.
 *
 * @param appeared the findings that only the later one has
 * @param gone the findings that only the earlier one has
 */
public record ValidationChanges(List<Finding> appeared, List<Finding> gone, Validation now) {
    public ValidationChanges {
        appeared = List.copyOf(appeared);
        gone = List.copyOf(gone);
    }

    /** Returns what changed from one validation to the next. */
    public static ValidationChanges between(Validation before, Validation now) {
        return new ValidationChanges(
                without(now.findings(), before.findings()), without(before.findings(), now.findings()), now);
    }

    /** Returns true if nothing changed. */
    public boolean isEmpty() {
        return appeared.isEmpty() && gone.isEmpty();
    }

    /** Returns the changes as text, with the numbers that remain in the last line. */
    public String print() {
        StringBuilder out = new StringBuilder();
        gone.forEach(finding -> out.append("fixed[")
                .append(finding.diagnostic().code().id())
                .append("]: ")
                .append(finding.diagnostic().message())
                .append(" (")
                .append(finding.diagnostic().span().file())
                .append(")\n"));
        appeared.forEach(
                finding -> out.append(SpecReading.printer(now.files()).print(finding.diagnostic(), finding.severity()))
                        .append('\n'));
        return out.append(TextReport.summary(now)).append('\n').toString();
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
