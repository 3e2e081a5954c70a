package io.github.wxpaycodegen.importer.internal.draft;

import io.github.wxpaycodegen.generator.SpecCheck;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.SpecFile;
import io.github.wxpaycodegen.generator.read.SpecFiles;
import io.github.wxpaycodegen.generator.read.SpecReader;
import io.github.wxpaycodegen.generator.read.SpecReading;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.document.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Operations of a source as specs that the generator accepts. What it rejects, such as an example that does not fit
 * its own limits, is left out with a finding.
 */
public final class Drafts {
    private static final int ROUNDS = 8;
    /** A URI becomes a path below the directory of specs, so no segment may lead out of it. */
    private static final Pattern URI =
            Pattern.compile("(?!(.*/)?[.]{1,2}(/.*)?$)[a-z0-9]+(/[A-Za-z0-9_.~-]+|/[{][A-Za-z0-9_-]+[}])+/?");

    /** Files with other content have these names; a file must not become one through the last segment of a URI. */
    private static final Pattern RESERVED = Pattern.compile("(?i)/_(types|errors)$");

    private final List<SpecFile> context;
    private final PresentNames names;
    private final Findings findings;
    private final Map<String, List<ApiOperation>> byFile = new TreeMap<>();

    private Drafts(List<SpecFile> context, PresentNames names, Findings findings) {
        this.context = context;
        this.names = names;
        this.findings = findings;
    }

    /**
     * Returns the drafts of operations.
     *
     * @param specs the present specs: drafts may name their notifications
     * @param names the Java names of the present specs, which drafts of the same operations have too
     */
    public static DraftSet of(
            List<ApiOperation> operations, List<SpecFile> specs, PresentNames names, Findings findings) {
        List<SpecFile> context = specs.stream()
                .filter(file -> file.path().startsWith("notifications/") || SpecText.isShared(file.path()))
                .toList();
        Drafts drafts = new Drafts(context, names, findings);
        operations.forEach(drafts::add);
        return drafts.accepted();
    }

    private void add(ApiOperation operation) {
        if (!URI.matcher(operation.uri()).matches()
                || RESERVED.matcher(operation.uri()).find()) {
            findings.add(
                    operation.span(),
                    "`" + operation.uri() + "` is not a URI that can be the path of a file: not imported");
            return;
        }
        ApiOperation grouped = operation;
        for (Section section : Section.values()) {
            if (!operation.fields(section).isEmpty()) {
                grouped = grouped.with(section, IndexedFields.grouped(operation.fields(section)));
            }
        }
        byFile.computeIfAbsent(SpecText.path(operation.uri()), path -> new ArrayList<>())
                .add(grouped);
    }

    private DraftSet accepted() {
        for (int round = 0; ; round++) {
            List<SpecFile> files = files();
            SpecReading reading = read(files);
            List<Diagnostic> wrong = SpecCheck.check(reading);
            if (wrong.isEmpty()) {
                return new DraftSet(operations(), files, reading.readable());
            }
            boolean last = round >= ROUNDS;
            Map<String, List<Diagnostic>> byPath = wrong.stream()
                    .collect(Collectors.groupingBy(each -> each.span().file(), TreeMap::new, Collectors.toList()));
            boolean repaired = false;
            for (Map.Entry<String, List<Diagnostic>> entry : byPath.entrySet()) {
                repaired |= repair(entry.getKey(), entry.getValue(), files, last);
            }
            if (!repaired) {
                // What is wrong is in the present specs, which the generator reports itself.
                return new DraftSet(operations(), files, reading.readable());
            }
        }
    }

    private SpecReading read(List<SpecFile> files) {
        return SpecReader.read(SpecFiles.overlay(context, files));
    }

    private boolean repair(String path, List<Diagnostic> wrong, List<SpecFile> files, boolean last) {
        List<ApiOperation> operations = byFile.get(path);
        if (operations == null) {
            return false;
        }
        String text = files.stream()
                .filter(file -> file.path().equals(path))
                .map(file -> new String(file.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        Repair repair = new Repair(text, operations);
        boolean all = true;
        for (Diagnostic diagnostic : wrong) {
            boolean done = !last && repair.leaveOut(diagnostic);
            all &= done;
            if (done || last) {
                SourceSpan place = operations.get(0).span();
                findings.add(
                        repair.placeOf(diagnostic).orElse(place),
                        done ? repair.explain(diagnostic) : describe(diagnostic));
            }
        }
        if (last || (!all && repair.operations().equals(operations))) {
            findings.add(
                    operations.get(0).span(),
                    "not imported: the generator would not accept " + path + ": " + describe(wrong.get(0)));
            byFile.remove(path);
        } else {
            byFile.put(path, repair.operations());
        }
        return true;
    }

    private static String describe(Diagnostic diagnostic) {
        return diagnostic.code().id() + " " + diagnostic.message();
    }

    private List<ApiOperation> operations() {
        return byFile.values().stream().flatMap(List::stream).toList();
    }

    private List<SpecFile> files() {
        List<SpecFile> files = new ArrayList<>();
        byFile.forEach((path, operations) ->
                files.add(new SpecFile(path, text(operations).getBytes(StandardCharsets.UTF_8))));
        return files;
    }

    private String text(List<ApiOperation> operations) {
        String uri = operations.get(0).uri();
        List<ApiOperation> named = operations.stream()
                .map(operation -> names.ofOperation(uri, operation.method())
                        .map(name -> operation.with("java", name))
                        .orElse(operation))
                .toList();
        return SpecText.file(uri, names.javaPath(uri), names.ofEndpoint(uri), named);
    }

    /**
     * Drafts that the generator accepts.
     *
     * @param operations what they describe
     * @param files one for each URI
     * @param specs what the generator reads from them
     */
    public record DraftSet(List<ApiOperation> operations, List<SpecFile> files, Specs specs) {}
}
