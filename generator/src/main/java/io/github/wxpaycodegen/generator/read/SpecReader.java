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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a set of spec files into one checked model, or reports all errors in them. Files are read on all processors, and
 * the YAML of each is dropped once it has been parsed.
 */
public final class SpecReader {
    private final Problems problems = new Problems();
    private final TypeIndex index = new TypeIndex();
    private final References references = new References();
    private final SortedMap<String, String> folderTitles = new TreeMap<>();
    private final Set<String> productFolders = new TreeSet<>();

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
        Map<Kind, List<SpecFile>> byKind = files.stream()
                .sorted(Comparator.comparing(SpecFile::path))
                .collect(Collectors.groupingBy(Kind::of, () -> new EnumMap<>(Kind.class), Collectors.toList()));
        Function<Kind, List<SpecFile>> ofKind = kind -> byKind.getOrDefault(kind, List.of());
        // A message may be a shared type, and an operation may name a notification.
        List<SharedType> types = types(ofKind.apply(Kind.TYPES));
        ErrorCatalogParser errors = new ErrorCatalogParser();
        ofKind.apply(Kind.ERRORS).forEach(file -> root(file).ifPresent(errors::parse));
        List<NotificationSpec> notifications =
                each(ofKind.apply(Kind.NOTIFICATION), root -> new NotificationParser(root.reader(), index).parse(root));
        List<Endpoint> endpoints = each(
                ofKind.apply(Kind.ENDPOINT), root -> new EndpointParser(root.reader(), index, references).parse(root));
        problems.checkLater();
        SharedErrors shared = new SharedErrors(errors.catalog());
        Specs specs = new Specs(
                sorted(endpoints.stream().map(shared::addTo).toList(), Comparator.comparing(Endpoint::uri)),
                sorted(types, Comparator.comparing(SharedType::folder).thenComparing(SharedType::name)),
                sorted(notifications, Comparator.comparing(n -> n.span().file())),
                folderTitles,
                productFolders,
                errors.catalog());
        new SpecChecker(problems).check(specs);
        List<Diagnostic> found = problems.sorted();
        return new SpecReading(
                found.isEmpty() ? Optional.of(specs) : Optional.empty(), specs, found, problems.suppressions());
    }

    private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
        return values.stream().sorted(order).toList();
    }

    /** Reads each file on any thread; the results are in the order of the files. */
    private <T> List<T> each(List<SpecFile> files, Function<Mapping, Optional<T>> parser) {
        return files.parallelStream()
                .flatMap(file -> root(file).flatMap(parser).stream())
                .toList();
    }

    private Optional<Mapping> root(SpecFile file) {
        NodeReader reader = new NodeReader(file.path(), problems);
        Optional<Mapping> root = YamlFile.read(file, problems).flatMap(node -> reader.mapping(node, "a spec"));
        root.ifPresent(references::declare);
        return root;
    }

    /** Reads the shared types: first all names, since types refer to each other. */
    private List<SharedType> types(List<SpecFile> files) {
        List<Mapping> roots = each(files, Optional::of);
        roots.forEach(root -> new TypesParser(root.reader(), index).declare(root));
        List<SharedType> types = new ArrayList<>();
        for (Mapping root : roots) {
            TypesParser parser = new TypesParser(root.reader(), index);
            String folder = TypeIndex.parent(root.reader().file());
            parser.title(root).ifPresent(title -> folderTitles.put(folder, title));
            if (parser.isDivided(root)) {
                productFolders.add(folder);
            }
            types.addAll(parser.parse(root));
        }
        types.forEach(index::define);
        return types;
    }

    /** Kinds of files, in the order in which they are read. */
    private enum Kind {
        TYPES,
        ERRORS,
        NOTIFICATION,
        ENDPOINT;

        static Kind of(SpecFile file) {
            String name = file.path().substring(file.path().lastIndexOf('/') + 1);
            if (name.equals(TypesParser.FILE)) {
                return TYPES;
            } else if (name.equals(ErrorCatalogParser.FILE)) {
                return ERRORS;
            }
            return file.path().startsWith(NotificationParser.FOLDER) ? NOTIFICATION : ENDPOINT;
        }
    }
}
