package io.github.wxpaycodegen.importer.internal.merge;

import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.name.NameChecker;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.fact.Fact;
import io.github.wxpaycodegen.importer.internal.fact.FactKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Applies what was accepted, as far as the generator accepts the result, and writes the next record. */
public final class Merge {
    private final List<SpecFile> specs;
    private final Map<FactKey, Fact> ours;
    private final Map<FactKey, Fact> theirs;
    private final List<ApiOperation> operations;

    /**
     * Creates a merge.
     *
     * @param specs the present specs, without errors
     * @param operations the drafts of the source
     */
    public Merge(
            List<SpecFile> specs, Map<FactKey, Fact> ours, Map<FactKey, Fact> theirs, List<ApiOperation> operations) {
        this.specs = List.copyOf(specs);
        this.ours = ours;
        this.theirs = theirs;
        this.operations = List.copyOf(operations);
    }

    /**
     * Applies the accepted differences in memory. An edit that the generator rejects is undone with all edits of its
     * file, and its differences are open again.
     */
    public Outcome apply(List<Difference> differences) {
        Set<String> rejected = new HashSet<>();
        Map<String, String> reasons = new HashMap<>();
        while (true) {
            SpecEdits edits = new SpecEdits(specs, ours, theirs, operations);
            List<Difference> decided = new ArrayList<>();
            for (Difference difference : differences) {
                decided.add(
                        difference.decision() == Difference.Decision.ACCEPTED
                                ? applied(difference, edits, rejected, reasons)
                                : difference);
            }
            Map<String, String> files = edits.files();
            Map<String, String> wrong = files.isEmpty() ? new HashMap<>() : problems(files);
            wrong.keySet().retainAll(files.keySet());
            if (wrong.isEmpty()) {
                return new Outcome(decided, files);
            }
            rejected.addAll(wrong.keySet());
            reasons.putAll(wrong);
        }
    }

    private static Difference applied(
            Difference difference, SpecEdits edits, Set<String> rejected, Map<String, String> reasons) {
        String file = edits.fileOf(difference);
        Optional<String> failure = rejected.contains(file)
                ? Optional.of("the generator would not accept " + file + ": " + reasons.get(file))
                : edits.apply(difference);
        return failure.isPresent() ? difference.decided(Difference.Decision.OPEN, failure) : difference;
    }

    /** Returns the first problem of each file after the edits. */
    private Map<String, String> problems(Map<String, String> files) {
        List<SpecFile> changed = files.entrySet().stream()
                .map(entry -> new SpecFile(entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        SpecReading reading = SpecReader.read(SpecFiles.overlay(specs, changed));
        List<Diagnostic> wrong = new ArrayList<>(reading.diagnostics());
        if (wrong.isEmpty()) {
            wrong.addAll(NameChecker.check(reading.readable()));
        }
        Map<String, String> problems = new HashMap<>();
        for (Diagnostic diagnostic : wrong) {
            problems.putIfAbsent(
                    diagnostic.span().file(),
                    diagnostic.code().id() + " " + diagnostic.message() + " at line "
                            + diagnostic.span().line());
            // The edit may be at the other place of two that do not fit together.
            diagnostic.related().forEach(place -> problems.putIfAbsent(place.file(), diagnostic.message()));
        }
        return problems;
    }

    /**
     * Writes the record of what was decided.
     *
     * @throws IOException if it cannot be written
     */
    public void record(Path directory, ImportRecord before, List<Difference> differences, Predicate<String> covered)
            throws IOException {
        ImportRecord.write(directory, Comparison.next(theirs, before.facts(), differences, covered), before.facts());
    }

    /**
     * Result of applying.
     *
     * @param differences as they are decided now
     * @param files the text of the changed and the new files, by path
     */
    public record Outcome(List<Difference> differences, Map<String, String> files) {}
}
