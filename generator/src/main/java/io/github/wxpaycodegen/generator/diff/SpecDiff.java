package io.github.wxpaycodegen.generator.diff;

import io.github.wxpaycodegen.generator.SpecCheck;
import io.github.wxpaycodegen.generator.SupportCheck;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.plan.ClientPlanner;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Differences between two sets of specs, and between the clients that are generated from them.
 *
 * @param changes sorted by subject and impact
 * @param titles the official titles of the subjects that have one
 */
public record SpecDiff(List<Change> changes, Map<String, String> titles) {
    private static final String PACKAGE = "client";

    public SpecDiff {
        changes = List.copyOf(changes);
        titles = Map.copyOf(titles);
    }

    /**
     * Compares two sets of specs.
     *
     * @throws IllegalArgumentException if one of them has errors; the message lists them
     */
    public static SpecDiff between(List<SpecFile> before, List<SpecFile> after) {
        Specs old = specs(before, "old");
        Specs now = specs(after, "new");
        Set<Change> changes = new TreeSet<>(ModelComparison.compare(old, now));
        changes.addAll(ApiComparison.compare(
                ApiSurface.of(ClientPlanner.plan(old, old, PACKAGE)),
                ApiSurface.of(ClientPlanner.plan(now, now, PACKAGE))));
        Map<String, String> titles = new TreeMap<>();
        titles(old, titles);
        titles(now, titles);
        return new SpecDiff(List.copyOf(changes), titles);
    }

    /** Returns the impacts of all changes. */
    public Set<Impact> impacts() {
        Set<Impact> impacts = EnumSet.noneOf(Impact.class);
        changes.forEach(change -> impacts.add(change.impact()));
        return impacts;
    }

    /** Returns the changes by subject, both in order. */
    public Map<String, List<Change>> bySubject() {
        return changes.stream().collect(Collectors.groupingBy(Change::subject, TreeMap::new, Collectors.toList()));
    }

    private static Specs specs(List<SpecFile> files, String which) {
        SpecReading reading = SpecReader.read(files);
        List<Diagnostic> errors = SpecCheck.check(reading);
        if (errors.isEmpty()) {
            errors = SupportCheck.check(reading.specs().orElseThrow());
        }
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("the " + which + " specs have errors:\n"
                    + SpecReading.printer(files).print(errors));
        }
        return reading.specs().orElseThrow();
    }

    private static void titles(Specs specs, Map<String, String> titles) {
        for (Endpoint endpoint : specs.endpoints()) {
            titles.put(
                    subject(endpoint.span().file()),
                    endpoint.operations().stream().map(Operation::title).collect(Collectors.joining("; ")));
        }
        for (NotificationSpec notification : specs.notifications()) {
            titles.put(notification.path(), notification.title());
        }
    }

    /** Returns the subject of a file: its path without the extension. */
    static String subject(String file) {
        return file.replaceFirst("\\.yaml$", "");
    }
}
