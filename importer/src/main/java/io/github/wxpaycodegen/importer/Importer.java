package io.github.wxpaycodegen.importer;

import io.github.wxpaycodegen.generator.SpecCheck;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Finding;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.draft.Drafts;
import io.github.wxpaycodegen.importer.internal.draft.PresentNames;
import io.github.wxpaycodegen.importer.internal.fact.Fact;
import io.github.wxpaycodegen.importer.internal.fact.FactKey;
import io.github.wxpaycodegen.importer.internal.fact.Facts;
import io.github.wxpaycodegen.importer.internal.merge.Comparison;
import io.github.wxpaycodegen.importer.internal.merge.Difference;
import io.github.wxpaycodegen.importer.internal.merge.Glob;
import io.github.wxpaycodegen.importer.internal.merge.ImportRecord;
import io.github.wxpaycodegen.importer.internal.merge.Merge;
import io.github.wxpaycodegen.importer.internal.merge.MergeReport;
import io.github.wxpaycodegen.importer.internal.merge.Rules;
import io.github.wxpaycodegen.importer.internal.openapi.OpenApiReader;
import io.github.wxpaycodegen.importer.internal.page.PageReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Imports operations into specs. New operations are added, present ones are merged: nothing that is in a spec is
 * replaced or removed unless a rule or a name accepts it.
 */
public final class Importer {
    /** The file of the rules, in the directory of the record. */
    public static final String RULES = "rules.yaml";

    private static final Pattern SPEC = Pattern.compile("(v2|v3|brand|notifications)/.+[.]yaml");

    private Importer() {}

    /**
     * Compares a source with the specs, and, if the options say so, writes what is accepted.
     *
     * @throws IOException if a file cannot be read or written
     * @throws IllegalArgumentException if the source is not there, the present specs have errors, or a rule or
     *     pattern is malformed
     */
    public static ImportResult run(ImportOptions options) throws IOException {
        try {
            return new Run(options).run();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static final class Run {
        private final ImportOptions options;
        private final Findings findings = new Findings();

        Run(ImportOptions options) {
            this.options = options;
        }

        ImportResult run() throws IOException {
            List<SpecFile> specs = present();
            Specs read = check(specs);
            PresentNames names = new PresentNames(read);
            Map<FactKey, Fact> ours = Facts.of(read);
            Path rulesFile = options.recordDirectory().resolve(RULES);
            Rules rules = Rules.of(options.accepted(), options.refused(), rulesFile);
            ImportRecord record = ImportRecord.read(options.recordDirectory());
            Predicate<String> included = included();
            List<ApiOperation> operations = read(options.source()).stream()
                    .filter(operation -> included.test(operation.uri()))
                    .toList();
            Drafts.DraftSet drafts = Drafts.of(operations, specs, names, findings);
            Map<FactKey, Fact> theirs = facts(drafts);
            Comparison comparison = Comparison.of(ours, theirs, record.facts(), rules, included);
            Merge merge = new Merge(specs, names, ours, theirs, drafts.operations());
            Merge.Outcome outcome = merge.apply(comparison.differences());
            if (options.apply()) {
                write(outcome.files());
                merge.record(options.recordDirectory(), record, outcome.differences(), included);
            }
            List<Finding> flaws = findings.sorted();
            String report = MergeReport.of(
                    theirs,
                    record.facts(),
                    comparison,
                    outcome.differences(),
                    drafts.operations(),
                    outcome.files().keySet(),
                    flaws);
            return new ImportResult(
                    report,
                    operations.size(),
                    outcome.files().keySet().stream().sorted().toList(),
                    count(outcome, Difference.Decision.OPEN),
                    count(outcome, Difference.Decision.REFUSED) + count(outcome, Difference.Decision.STANDING),
                    flaws.size());
        }

        /** Drafts are read together with present notifications, which are not of the source. */
        private static Map<FactKey, Fact> facts(Drafts.DraftSet drafts) {
            Set<FactKey> described = drafts.operations().stream()
                    .map(operation -> new FactKey(operation.uri(), operation.method(), "", ""))
                    .collect(Collectors.toSet());
            Map<FactKey, Fact> facts = new LinkedHashMap<>(Facts.of(drafts.specs()));
            facts.keySet().removeIf(key -> !described.contains(key.operation()));
            return facts;
        }

        private static int count(Merge.Outcome outcome, Difference.Decision decision) {
            return (int) outcome.differences().stream()
                    .filter(difference -> difference.decision() == decision)
                    .count();
        }

        private List<SpecFile> present() throws IOException {
            if (!Files.isDirectory(options.specDirectory())) {
                return options.bundled();
            }
            List<SpecFile> own = SpecFiles.ofDirectory(options.specDirectory()).stream()
                    .filter(file -> SPEC.matcher(file.path()).matches())
                    .toList();
            return SpecFiles.overlay(options.bundled(), own);
        }

        private static Specs check(List<SpecFile> specs) {
            if (specs.isEmpty()) {
                return SpecReader.read(specs).readable();
            }
            SpecReading reading = SpecReader.read(specs);
            List<Diagnostic> wrong = SpecCheck.check(reading);
            if (!wrong.isEmpty()) {
                throw new IllegalArgumentException("the present specs have errors, so nothing was imported:\n"
                        + SpecReading.printer(specs).print(wrong));
            }
            return reading.readable();
        }

        private List<ApiOperation> read(Path source) throws IOException {
            if (!Files.isRegularFile(source) && !Files.isDirectory(source)) {
                throw new IllegalArgumentException("the source is not a file or a directory: " + source);
            }
            if (Files.isDirectory(source) || source.toString().endsWith(".md")) {
                List<ApiOperation> operations = PageReader.read(source, findings);
                if (operations.isEmpty() && findings.sorted().isEmpty()) {
                    throw new IllegalArgumentException("no page below the source declares an endpoint: " + source
                            + "; name a directory with `.md` pages, or an OpenAPI document");
                }
                return operations;
            }
            return OpenApiReader.read(source, findings);
        }

        private Predicate<String> included() {
            if (options.includes().isEmpty()) {
                return uri -> true;
            }
            List<Pattern> globs = options.includes().stream()
                    .map(glob -> Glob.compile(glob, '/'))
                    .toList();
            return uri -> globs.stream().anyMatch(glob -> glob.matcher(uri).matches());
        }

        private void write(Map<String, String> files) throws IOException {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = options.specDirectory().resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
    }
}
