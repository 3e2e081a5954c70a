package io.github.wxpaycodegen.importer.internal.merge;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Finding;
import io.github.wxpaycodegen.importer.internal.fact.Fact;
import io.github.wxpaycodegen.importer.internal.fact.FactKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes the report of an import as Markdown. */
public final class MergeReport {
    private final StringBuilder text = new StringBuilder();
    private final Map<FactKey, Fact> theirs;
    private final Map<FactKey, String> base;

    private MergeReport(Map<FactKey, Fact> theirs, Map<FactKey, String> base) {
        this.theirs = theirs;
        this.base = base;
    }

    /**
     * Returns the report.
     *
     * @param base the facts of the last import
     * @param operations the operations of the source
     * @param files the paths that the import changes
     */
    public static String of(
            Map<FactKey, Fact> theirs,
            Map<FactKey, String> base,
            Comparison comparison,
            List<Difference> differences,
            List<ApiOperation> operations,
            Collection<String> files,
            List<Finding> findings) {
        MergeReport report = new MergeReport(theirs, base);
        report.summary(comparison, differences, operations, files, findings);
        report.upstream(operations);
        report.differences("Open: to be accepted or refused", Difference.Decision.OPEN, differences);
        report.differences("Accepted", Difference.Decision.ACCEPTED, differences);
        report.differences("Refused in this import", Difference.Decision.REFUSED, differences);
        report.differences("Refused before", Difference.Decision.STANDING, differences);
        report.findings(findings);
        return report.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void summary(
            Comparison comparison,
            List<Difference> differences,
            List<ApiOperation> operations,
            Collection<String> files,
            List<Finding> findings) {
        line("# Import");
        line("");
        line("| | |");
        line("|---|---|");
        line("| operations of the source | " + operations.size() + " |");
        line("| facts that agree | " + comparison.agreed() + " |");
        line("| facts that only the specs have | " + comparison.handMade() + " |");
        for (Difference.Decision decision : Difference.Decision.values()) {
            long count = differences.stream()
                    .filter(each -> each.decision() == decision)
                    .count();
            line("| differences " + decision.name().toLowerCase(Locale.ROOT) + " | " + count + " |");
        }
        line("| files changed | " + files.size() + " |");
        line("| flaws of the source | " + findings.size() + " |");
        line("");
        if (!differences.isEmpty()) {
            kinds(differences);
        }
        if (!files.isEmpty()) {
            line("Files: "
                    + String.join(", ", files.stream().map(MergeReport::code).toList()));
            line("");
        }
    }

    /** A table of differences by attribute: many of one attribute are a matter for a rule. */
    private void kinds(List<Difference> differences) {
        Map<String, Map<Difference.Kind, Integer>> counts = new TreeMap<>();
        for (Difference difference : differences) {
            counts.computeIfAbsent(difference.key().kind(), kind -> new EnumMap<>(Difference.Kind.class))
                    .merge(difference.kind(), 1, Integer::sum);
        }
        line("| attribute | additions | changes | conflicts | removals |");
        line("|---|---|---|---|---|");
        counts.forEach((kind, count) -> {
            StringBuilder row = new StringBuilder("| `" + kind + "` |");
            for (Difference.Kind each : Difference.Kind.values()) {
                row.append(' ').append(count.getOrDefault(each, 0)).append(" |");
            }
            line(row.toString());
        });
        line("");
    }

    private void upstream(List<ApiOperation> operations) {
        if (base.isEmpty()) {
            return;
        }
        line("## What changed upstream since the last import");
        line("");
        Map<FactKey, Set<String>> changed = new TreeMap<>();
        Set<FactKey> before = new TreeSet<>();
        base.keySet().forEach(key -> before.add(key.operation()));
        Set<FactKey> now = new LinkedHashSet<>();
        operations.forEach(each -> now.add(new FactKey(each.uri(), each.method(), "", "")));
        Set<FactKey> keys = new TreeSet<>(theirs.keySet());
        keys.addAll(base.keySet());
        for (FactKey key : keys) {
            boolean same = Objects.equals(
                    Optional.ofNullable(theirs.get(key)).map(Fact::value).orElse(null), base.get(key));
            if (!same && before.contains(key.operation()) && now.contains(key.operation())) {
                changed.computeIfAbsent(key.operation(), operation -> new LinkedHashSet<>())
                        .add(key.path().isEmpty() ? key.attribute() : key.path());
            }
        }
        List<String> lines = new ArrayList<>();
        for (FactKey operation : now) {
            if (!before.contains(operation)) {
                lines.add("- new: " + name(operation) + date(operation));
            }
        }
        changed.forEach((operation, places) -> {
            boolean deprecated = theirs.containsKey(operation.sibling("deprecated"))
                    && !base.containsKey(operation.sibling("deprecated"));
            lines.add("- " + (deprecated ? "deprecated: " : "changed: ") + name(operation) + date(operation) + ": "
                    + String.join(", ", places));
        });
        before.stream()
                .filter(operation -> !now.contains(operation))
                .forEach(operation ->
                        lines.add("- no longer there: " + code(operation.uri() + " " + operation.method())));
        lines.forEach(this::line);
        line(lines.isEmpty() ? "Nothing.\n" : "");
    }

    private String name(FactKey operation) {
        Fact title = theirs.get(operation.sibling("title"));
        return code(operation.uri() + " " + operation.method()) + (title == null ? "" : " " + title.value());
    }

    private String date(FactKey operation) {
        Optional<String> now =
                Optional.ofNullable(theirs.get(operation.sibling("updated"))).map(Fact::value);
        Optional<String> before = Optional.ofNullable(base.get(operation.sibling("updated")));
        return now.equals(before)
                ? now.map(date -> " (" + unquoted(date) + ")").orElse("")
                : " (" + before.map(date -> unquoted(date) + " → ").orElse("")
                        + now.map(MergeReport::unquoted).orElse("undated") + ")";
    }

    private static String unquoted(String text) {
        return text.replace("\"", "");
    }

    private void differences(String title, Difference.Decision decision, List<Difference> differences) {
        Map<String, List<Difference>> byReason = new LinkedHashMap<>();
        differences.stream().filter(each -> each.decision() == decision).forEach(each -> byReason.computeIfAbsent(
                        each.because().orElse(""), reason -> new ArrayList<>())
                .add(each));
        if (byReason.isEmpty()) {
            return;
        }
        line("## " + title);
        line("");
        byReason.forEach((reason, group) -> {
            if (!reason.isEmpty()) {
                line("### " + reason + " (" + group.size() + ")");
                line("");
            }
            group.forEach(each -> line("- " + describe(each)));
            line("");
        });
    }

    private static String describe(Difference difference) {
        StringBuilder line = new StringBuilder(code(difference.key().toString()));
        line.append(": ").append(difference.kind().key());
        difference.ours().ifPresent(fact -> line.append("; specs ").append(value(fact)));
        difference.theirs().ifPresent(fact -> line.append("; source ").append(code(fact.value())));
        difference
                .base()
                .filter(value -> !difference.theirs().map(Fact::value).equals(Optional.of(value)))
                .ifPresent(value -> line.append("; before ").append(code(value)));
        return line.toString();
    }

    private static String value(Fact fact) {
        SourceSpan place = fact.place();
        return code(fact.value()) + " at " + place.file() + ":" + place.line();
    }

    private static String code(String text) {
        return text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
    }

    private void findings(List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        line("## Flaws of the source");
        line("");
        findings.forEach(finding -> line("- " + finding));
    }
}
