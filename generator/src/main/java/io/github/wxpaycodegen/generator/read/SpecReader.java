package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a set of spec files into one checked model, or reports all errors in them. */
public final class SpecReader {
    private final Problems problems = new Problems();
    private final TypeIndex index = new TypeIndex();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<SharedType> types = new ArrayList<>();
    private final List<NotificationSpec> notifications = new ArrayList<>();
    private final References references = new References();
    private final SortedMap<String, String> folderTitles = new TreeMap<>();
    private final Set<String> productFolders = new TreeSet<>();
    private final ErrorCatalogParser errors = new ErrorCatalogParser();

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
                    "use a directory with .yaml files");
        }
        Map<SpecFile, Mapping> roots = roots(files);
        roots.values().forEach(references::declare);
        roots.forEach((file, root) -> {
            if (isTypes(file)) {
                new TypesParser(root.reader(), index).declare(root);
            }
        });
        // Types come first, because a message may refer to one.
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
        problems.checkLater();
        Specs specs = new Specs(endpoints, types, notifications, folderTitles, productFolders, errors.catalog());
        new SpecChecker(problems).check(specs);
        List<Diagnostic> found = problems.sorted();
        return new SpecReading(found.isEmpty() ? Optional.of(specs) : Optional.empty(), specs, found);
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
        TypesParser parser = new TypesParser(root.reader(), index);
        parser.title(root)
                .ifPresent(
                        title -> folderTitles.put(TypeIndex.parent(root.reader().file()), title));
        if (parser.isDivided(root)) {
            productFolders.add(TypeIndex.parent(root.reader().file()));
        }
        for (SharedType type : parser.parse(root)) {
            types.add(type);
            index.define(type);
        }
    }

    private void parse(SpecFile file, Mapping root) {
        if (isNamed(file, ErrorCatalogParser.FILE)) {
            errors.parse(root);
        } else if (file.path().startsWith(NotificationParser.FOLDER)) {
            new NotificationParser(root.reader(), index).parse(root).ifPresent(notifications::add);
        } else {
            new EndpointParser(root.reader(), index, references).parse(root).ifPresent(endpoints::add);
        }
    }

    private static boolean isTypes(SpecFile file) {
        return isNamed(file, TypesParser.FILE);
    }

    private static boolean isNamed(SpecFile file, String name) {
        return file.path().equals(name) || file.path().endsWith("/" + name);
    }
}
