package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.diagnostic.Suppression;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.ErrorCatalog;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.read.CompiledSpec.Content;
import io.github.wxpaycodegen.generator.read.CompiledSpec.EndpointContent;
import io.github.wxpaycodegen.generator.read.CompiledSpec.ErrorsContent;
import io.github.wxpaycodegen.generator.read.CompiledSpec.NotificationContent;
import io.github.wxpaycodegen.generator.read.CompiledSpec.TypesContent;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Reads a set of spec files into one checked model, or reports all errors in them. Files are read on all processors, and
 * the YAML of each is dropped once it has been parsed. Files that have been compiled are parsed again only if another file
 * changes what they mean.
 */
public final class SpecReader {
    private final Problems problems = new Problems();
    private final TypeIndex index = new TypeIndex();
    private final References references = new References();
    private final Set<String> unchanged;

    private SpecReader(Set<String> unchanged) {
        this.unchanged = unchanged;
    }

    /** Reads the files; their order does not matter. */
    public static SpecReading read(List<SpecFile> files) {
        SpecReader reader = new SpecReader(UnchangedSpecs.among(files));
        return reader.reading(reader.parts(files));
    }

    /**
     * Returns the result of parsing each file, sorted by path.
     *
     * @throws IllegalArgumentException if the specs have errors
     */
    static List<CompiledSpec> compile(List<SpecFile> files) {
        SpecReader reader = new SpecReader(Set.of());
        List<Part> parts = reader.parts(files);
        SpecReading reading = reader.reading(parts);
        if (reading.specs().isEmpty()) {
            throw new IllegalArgumentException(SpecReading.printer(files).print(reading.diagnostics()));
        }
        return parts.stream()
                .map(part -> part.compile(reading.suppressions()))
                .sorted(Comparator.comparing(CompiledSpec::path))
                .toList();
    }

    /**
     * A file that has been read.
     *
     * @param types looks up the types of this file
     */
    private record Part(SpecFile file, Content content, TypeIndex types) {
        CompiledSpec compile(List<Suppression> all) {
            List<Suppression> own = all.stream()
                    .filter(each -> each.span().file().equals(file.path()))
                    .sorted(Comparator.comparingInt(
                                    (Suppression each) -> each.span().line())
                            .thenComparingInt(each -> each.span().column()))
                    .toList();
            CRC32 crc = new CRC32();
            crc.update(file.content());
            return new CompiledSpec(file.path(), file.digest(), crc.getValue(), content, types.used(), own);
        }
    }

    /** Parses the root of a file. */
    private interface Parser {
        Optional<? extends Content> parse(Mapping root, TypeIndex types);
    }

    /** Returns what the files contain, in the order in which they are read. */
    private List<Part> parts(List<SpecFile> files) {
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
        List<Part> parts = new ArrayList<>(types(ofKind.apply(Kind.TYPES)));
        parts.addAll(errors(ofKind.apply(Kind.ERRORS)));
        parts.addAll(each(ofKind.apply(Kind.NOTIFICATION), spec -> true, (root, types) -> new NotificationParser(
                        root.reader(), types)
                .parse(root)
                .map(NotificationContent::new)));
        parts.addAll(endpoints(ofKind.apply(Kind.ENDPOINT)));
        problems.checkLater();
        return parts;
    }

    /** A project's own file extends the bundled one. */
    private List<Part> errors(List<SpecFile> files) {
        List<Part> parts = new ArrayList<>();
        for (SpecFile file : files) {
            ErrorCatalog bundled =
                    file.replaced().stream().flatMap(this::errors).findFirst().orElse(ErrorCatalog.EMPTY);
            Parser parser =
                    (root, types) -> new ErrorCatalogParser(bundled).parse(root).map(ErrorsContent::new);
            parts.addAll(each(List.of(file), spec -> true, parser));
        }
        return parts;
    }

    private Stream<ErrorCatalog> errors(SpecFile file) {
        return errors(List.of(file)).stream()
                .flatMap(part ->
                        part.content() instanceof ErrorsContent content ? Stream.of(content.errors()) : Stream.of());
    }

    private List<Part> endpoints(List<SpecFile> files) {
        Parser parser = (root, types) ->
                new EndpointParser(root.reader(), types, references).parse(root).map(EndpointContent::new);
        List<Part> read = each(
                files,
                spec -> spec.content() instanceof EndpointContent content
                        && references.findNotifications(content.endpoint()),
                parser);
        // Only now are all URIs known. A file that has just been parsed checks its URIs itself.
        return read.parallelStream()
                .flatMap(part -> isCompiled(part)
                                && part.content() instanceof EndpointContent content
                                && !references.findUris(content.endpoint())
                        ? parse(part.file(), parser).stream()
                        : Stream.of(part))
                .toList();
    }

    private SpecReading reading(List<Part> parts) {
        List<SharedType> types = new ArrayList<>();
        SortedMap<String, String> folderTitles = new TreeMap<>();
        Set<String> productFolders = new TreeSet<>();
        ErrorCatalog errors = ErrorCatalog.EMPTY;
        List<NotificationSpec> notifications = new ArrayList<>();
        List<Endpoint> endpoints = new ArrayList<>();
        for (Part part : parts) {
            if (part.content() instanceof TypesContent content) {
                String folder = TypeIndex.parent(part.file().path());
                content.title().ifPresent(title -> folderTitles.put(folder, title));
                if (content.products()) {
                    productFolders.add(folder);
                }
                types.addAll(content.types());
            } else if (part.content() instanceof ErrorsContent content) {
                errors = errors.and(content.errors());
            } else if (part.content() instanceof NotificationContent content) {
                notifications.add(content.notification());
            } else if (part.content() instanceof EndpointContent content) {
                endpoints.add(content.endpoint());
            }
        }
        SharedErrors shared = new SharedErrors(errors);
        Specs specs = new Specs(
                sorted(endpoints.stream().map(shared::addTo).toList(), Comparator.comparing(Endpoint::uri)),
                sorted(types, Comparator.comparing(SharedType::folder).thenComparing(SharedType::name)),
                sorted(notifications, Comparator.comparing(n -> n.span().file())),
                folderTitles,
                productFolders,
                errors);
        new SpecChecker(problems).check(specs);
        List<Diagnostic> found = problems.sorted();
        return new SpecReading(
                found.isEmpty() ? Optional.of(specs) : Optional.empty(), specs, found, problems.suppressions());
    }

    private static <T> List<T> sorted(List<T> values, Comparator<T> order) {
        return values.stream().sorted(order).toList();
    }

    /**
     * Reads each file on any thread; the results are in the order of the files.
     *
     * @param holds tells whether a compiled file that sees the same types need not be parsed
     */
    private List<Part> each(List<SpecFile> files, Predicate<CompiledSpec> holds, Parser parser) {
        return files.parallelStream()
                .flatMap(file -> {
                    Optional<CompiledSpec> compiled = compiled(file).filter(holds);
                    return (compiled.isPresent() ? Optional.of(part(file, compiled.get())) : parse(file, parser))
                            .stream();
                })
                .toList();
    }

    private Optional<CompiledSpec> compiled(SpecFile file) {
        return file.compiled().filter(spec -> unchanged.contains(file.path()));
    }

    /** Adds to this reading what parsing the file would add. */
    private Part part(SpecFile file, CompiledSpec compiled) {
        references.declare(compiled);
        compiled.suppressions().forEach(problems::suppress);
        return new Part(file, compiled.content(), index);
    }

    private boolean isCompiled(Part part) {
        return compiled(part.file())
                .filter(spec -> spec.content() == part.content())
                .isPresent();
    }

    private Optional<Part> parse(SpecFile file, Parser parser) {
        TypeIndex types = index.forFile();
        return root(file).flatMap(root -> parser.parse(root, types)).map(content -> new Part(file, content, types));
    }

    private Optional<Mapping> root(SpecFile file) {
        NodeReader reader = new NodeReader(file.path(), problems);
        Optional<Mapping> root = YamlFile.read(file, problems).flatMap(node -> reader.mapping(node, "a spec"));
        root.ifPresent(references::declare);
        return root;
    }

    /** Reads the shared types: first all names, since types refer to each other. */
    private List<Part> types(List<SpecFile> files) {
        Map<SpecFile, Mapping> roots = files.parallelStream()
                .filter(file -> compiled(file).isEmpty())
                .flatMap(file -> root(file).map(root -> Map.entry(file, root)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        roots.values().forEach(root -> new TypesParser(root.reader(), index).declare(root));
        for (SpecFile file : files) {
            compiled(file)
                    .map(CompiledSpec::content)
                    .map(TypesContent.class::cast)
                    .ifPresent(content -> content.types().forEach(type -> index.declare(type.folder(), type.name())));
        }
        List<Part> parts = new ArrayList<>();
        for (SpecFile file : files) {
            Mapping root = roots.get(file);
            if (root != null) {
                TypeIndex types = index.forFile();
                parts.add(new Part(file, new TypesParser(root.reader(), types).parse(root), types));
            } else {
                compiled(file).ifPresent(spec -> parts.add(part(file, spec)));
            }
        }
        for (Part part : parts) {
            ((TypesContent) part.content()).types().forEach(index::define);
        }
        return parts;
    }

    /** Kinds of files, in the order in which they are read. */
    private enum Kind {
        TYPES,
        ERRORS,
        NOTIFICATION,
        ENDPOINT;

        static Kind of(SpecFile file) {
            if (TypesParser.isTypes(file.path())) {
                return TYPES;
            }
            if (SpecFiles.isErrors(file.path())) {
                return ERRORS;
            }
            return file.path().startsWith(NotificationParser.FOLDER) ? NOTIFICATION : ENDPOINT;
        }
    }
}
