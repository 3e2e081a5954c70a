package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.NotificationSpec;
import io.github.wxpaycodegen.generator.spec.SharedType;
import io.github.wxpaycodegen.generator.spec.Specs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a set of spec files into one checked model, or tells everything that is wrong with them. */
public final class SpecReader {
    private final Problems problems = new Problems();
    private final TypeIndex index = new TypeIndex();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<SharedType> types = new ArrayList<>();
    private final List<NotificationSpec> notifications = new ArrayList<>();

    private SpecReader() {}

    /** Reads the files; their order does not matter. */
    public static SpecReading read(List<SpecFile> files) {
        return new SpecReader().readAll(files);
    }

    private SpecReading readAll(List<SpecFile> files) {
        if (files.isEmpty()) {
            problems.add(
                    Code.NO_SPECS,
                    new SourceSpan("", 1, 1, 1),
                    "there are no specs",
                    "give a directory with .yaml files");
        }
        Map<SpecFile, Mapping> roots = roots(files);
        roots.forEach((file, root) -> {
            if (isTypes(file)) {
                new TypesParser(root.reader(), index).declare(root);
            }
        });
        // Types come first: a message may be one of them.
        roots.forEach((file, root) -> {
            if (isTypes(file)) {
                types(root);
            }
        });
        roots.forEach((file, root) -> {
            if (!isTypes(file)) {
                parse(file, root);
            }
        });
        endpoints.sort(Comparator.comparing(Endpoint::uri));
        types.sort(Comparator.comparing(SharedType::folder).thenComparing(SharedType::name));
        notifications.sort(Comparator.comparing((NotificationSpec n) -> n.span().file()));
        Specs specs = new Specs(endpoints, types, notifications);
        new SpecChecker(problems).check(specs);
        List<Diagnostic> found = problems.sorted();
        return new SpecReading(found.isEmpty() ? Optional.of(specs) : Optional.empty(), found);
    }

    private Map<SpecFile, Mapping> roots(List<SpecFile> files) {
        Map<SpecFile, Mapping> roots = new LinkedHashMap<>();
        files.stream().sorted(Comparator.comparing(SpecFile::path)).forEach(file -> {
            NodeReader reader = new NodeReader(file.path(), problems);
            YamlFile.read(file, problems)
                    .flatMap(node -> reader.mapping(node, "a spec"))
                    .ifPresent(root -> roots.put(file, root));
        });
        return roots;
    }

    private void types(Mapping root) {
        for (SharedType type : new TypesParser(root.reader(), index).parse(root)) {
            types.add(type);
            index.define(type);
        }
    }

    private void parse(SpecFile file, Mapping root) {
        if (file.path().startsWith(NotificationParser.FOLDER)) {
            new NotificationParser(root.reader(), index).parse(root).ifPresent(notifications::add);
        } else {
            new EndpointParser(root.reader(), index).parse(root).ifPresent(endpoints::add);
        }
    }

    private static boolean isTypes(SpecFile file) {
        return file.path().equals(TypesParser.FILE) || file.path().endsWith("/" + TypesParser.FILE);
    }
}
