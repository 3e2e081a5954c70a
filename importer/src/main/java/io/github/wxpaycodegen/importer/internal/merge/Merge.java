package io.github.wxpaycodegen.importer.internal.merge;

import io.github.wxpaycodegen.generator.SpecCheck;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.draft.PresentNames;
import io.github.wxpaycodegen.importer.internal.draft.SpecText;
import io.github.wxpaycodegen.importer.internal.fact.Fact;
import io.github.wxpaycodegen.importer.internal.fact.FactKey;
import io.github.wxpaycodegen.importer.internal.fact.Facts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Applies what was accepted, as far as the generator accepts the result and the result says what was accepted and
 * nothing else, and writes the next record.
 */
public final class Merge {
    private final List<SpecFile> specs;
    private final PresentNames names;
    private final Map<FactKey, Fact> ours;
    private final Map<FactKey, Fact> theirs;
    private final List<ApiOperation> operations;
    /** Why an edit is not made, by file, and by difference. */
    private final Map<String, String> rejectedFiles = new HashMap<>();

    private final Map<FactKey, String> rejectedKeys = new HashMap<>();

    /**
     * Creates a merge.
     *
     * @param specs the present specs, without errors
     * @param names their Java names
     * @param operations the drafts of the source
     */
    public Merge(
            List<SpecFile> specs,
            PresentNames names,
            Map<FactKey, Fact> ours,
            Map<FactKey, Fact> theirs,
            List<ApiOperation> operations) {
        this.specs = List.copyOf(specs);
        this.names = names;
        this.ours = ours;
        this.theirs = theirs;
        this.operations = List.copyOf(operations);
    }

    /**
     * Applies the accepted differences in memory. If the result is wrong, the edits of the file at fault are undone,
     * and their differences are open again. The files of the outcome are those of a result without errors.
     */
    public Outcome apply(List<Difference> differences) {
        while (true) {
            int rejected = rejectedFiles.size() + rejectedKeys.size();
            List<Difference> accepted = differences.stream()
                    .filter(each -> each.decision() == Difference.Decision.ACCEPTED)
                    .filter(each -> !rejectedKeys.containsKey(each.key()))
                    .toList();
            SpecEdits edits = new SpecEdits(specs, names, ours, new SharedTypes(ours, theirs, accepted), operations);
            Expectation expectation = new Expectation(ours, theirs);
            List<Difference> applied = new ArrayList<>();
            List<Difference> decided = new ArrayList<>();
            for (Difference difference : differences) {
                Difference result =
                        difference.decision() == Difference.Decision.ACCEPTED ? applied(difference, edits) : difference;
                decided.add(result);
                if (result.decision() == Difference.Decision.ACCEPTED) {
                    applied.add(result);
                    expectation.add(result, edits.alsoChanged(result));
                }
            }
            Map<String, String> files = edits.files();
            if (files.isEmpty() || isRight(files, applied, expectation)) {
                return new Outcome(decided, files);
            }
            if (rejectedFiles.size() + rejectedKeys.size() == rejected) {
                throw new IllegalStateException("the merge does not come to an end: " + files.keySet());
            }
        }
    }

    private Difference applied(Difference difference, SpecEdits edits) {
        String file = edits.fileOf(difference);
        Optional<String> failure = Optional.ofNullable(rejectedKeys.get(difference.key()))
                .or(() -> Optional.ofNullable(rejectedFiles.get(file)))
                .or(() -> edits.apply(difference));
        return failure.isPresent() ? difference.decided(Difference.Decision.OPEN, failure) : difference;
    }

    /** Returns true if the result has no errors and is as expected. Otherwise, rejects at least one edit. */
    private boolean isRight(Map<String, String> files, List<Difference> applied, Expectation expectation) {
        List<SpecFile> changed = files.entrySet().stream()
                .map(entry -> new SpecFile(entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
        SpecReading reading = SpecReader.read(SpecFiles.overlay(specs, changed));
        List<Diagnostic> errors = SpecCheck.check(reading);
        if (!errors.isEmpty()) {
            rejectErrors(errors, files.keySet());
            return false;
        }
        Map<FactKey, Fact> result = Facts.of(reading.readable());
        List<FactKey> unmet = expectation.unmet(result);
        if (unmet.isEmpty()) {
            return true;
        }
        rejectUnmet(unmet, result, applied, files.keySet());
        return false;
    }

    /** Rejects the edited files that have errors; if other files have them, the edits of shared types. */
    private void rejectErrors(List<Diagnostic> errors, Set<String> edited) {
        Map<String, String> problems = new HashMap<>();
        for (Diagnostic error : errors) {
            // The edit may be at the other place of two that do not fit together.
            Stream.concat(Stream.of(error.span()), error.related().stream())
                    .map(SourceSpan::file)
                    .filter(edited::contains)
                    .forEach(file -> problems.putIfAbsent(file, describe(error)));
        }
        if (problems.isEmpty()) {
            culprits(edited).forEach(file -> problems.put(file, describe(errors.get(0))));
        }
        problems.forEach(
                (file, problem) -> rejectedFiles.put(file, "the generator would not accept " + file + ": " + problem));
    }

    /** Returns the edited files that affect others: those of shared types, or else all. */
    private static Set<String> culprits(Set<String> edited) {
        Set<String> shared = edited.stream().filter(SpecText::isShared).collect(Collectors.toSet());
        return shared.isEmpty() ? edited : shared;
    }

    private static String describe(Diagnostic error) {
        SourceSpan span = error.span();
        return error.code().id() + " " + error.message() + " at " + span.file() + ":" + span.line();
    }

    private void rejectUnmet(
            List<FactKey> unmet, Map<FactKey, Fact> result, List<Difference> applied, Set<String> edited) {
        int rejected = rejectedFiles.size() + rejectedKeys.size();
        for (FactKey key : unmet) {
            List<Difference> own = applied.stream()
                    .filter(difference -> difference.covers(key))
                    .toList();
            own.forEach(difference -> rejectedKeys.put(
                    difference.key(),
                    "the edited spec would not say what was accepted, at `" + key + "`: edit it by hand"));
            if (own.isEmpty()) {
                Stream.of(ours.get(key), result.get(key))
                        .flatMap(Stream::ofNullable)
                        .map(fact -> fact.place().file())
                        .filter(edited::contains)
                        .forEach(file -> rejectedFiles.put(file, sideEffect(key)));
            }
        }
        if (rejectedFiles.size() + rejectedKeys.size() == rejected) {
            // A fact outside of the edited files may be an effect of any edit, also of those rejected above. The others
            // are rejected only if that did not help.
            FactKey key = unmet.get(0);
            culprits(edited).forEach(file -> rejectedFiles.put(file, sideEffect(key)));
        }
    }

    private static String sideEffect(FactKey key) {
        return "the edit would also change `" + key + "`, which is not accepted: edit it by hand";
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
