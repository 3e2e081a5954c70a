package io.github.wxpaycodegen.generator;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Limits specs to the endpoints and notifications that the options select, and the shared types that these need. The
 * query that settles an operation is included with it, because a client that loses the response of a write needs the
 * query.
 */
final class Selection {
    private static final String GLOBS =
            "write it like the URI, without a slash in front; `*` stays within a segment, `**` does not";

    private final Map<String, SharedType> types = new HashMap<>();
    private final Set<String> needed = new TreeSet<>();

    private Selection(Specs specs) {
        specs.types().forEach(type -> types.put(type.id(), type));
    }

    static Specs of(Specs specs, GeneratorOptions options) {
        return of(specs, options.includes(), options.excludes());
    }

    static Specs of(Specs specs, List<String> included, List<String> excluded) {
        List<Pattern> includes = included.stream().map(Selection::pattern).toList();
        List<Pattern> excludes = excluded.stream().map(Selection::pattern).toList();
        Set<String> uris = chosen(specs, includes, excludes);
        List<Endpoint> chosen = specs.endpoints().stream()
                .filter(endpoint -> uris.contains(endpoint.uri()))
                .toList();
        List<NotificationSpec> notifications = specs.notifications().stream()
                .filter(n -> isChosen(n.path(), includes, excludes))
                .toList();
        return narrowed(specs, chosen, notifications);
    }

    /** Returns endpoints and notifications, with the shared types that they need. */
    static Specs narrowed(Specs specs, List<Endpoint> chosen, List<NotificationSpec> notifications) {
        Selection selection = new Selection(specs);
        chosen.forEach(endpoint -> endpoint.operations().forEach(operation -> {
            operation.response().type().ifPresent(selection.needed::add);
            selection.need(new ObjectShape(operation.request().given(), List.of()));
            selection.need(new ObjectShape(operation.request().path(), List.of()));
            selection.need(operation.response().shape());
        }));
        notifications.forEach(notification -> {
            notification.bodyType().ifPresent(selection.needed::add);
            selection.need(notification.body());
            notification.reply().ifPresent(selection::need);
        });
        List<SharedType> shared = specs.types().stream()
                .filter(type -> selection.needed.contains(type.id()))
                .toList();
        return new Specs(chosen, shared, notifications, specs.folderTitles(), specs.productFolders(), specs.errors());
    }

    /** Returns the URIs that the options select, and those of the queries that settle them. */
    private static Set<String> chosen(Specs specs, List<Pattern> includes, List<Pattern> excludes) {
        Map<String, Endpoint> endpoints =
                specs.endpoints().stream().collect(Collectors.toMap(Endpoint::uri, endpoint -> endpoint));
        Set<String> chosen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        endpoints.keySet().stream()
                .filter(uri -> isChosen(uri, includes, excludes))
                .forEach(open::add);
        while (!open.isEmpty()) {
            String uri = open.remove();
            // A query may share its URI with a write, which has its own query.
            if (!matches(excludes, uri) && endpoints.containsKey(uri) && chosen.add(uri)) {
                endpoints
                        .get(uri)
                        .operations()
                        .forEach(operation -> operation.effects().settledBy().ifPresent(open::add));
            }
        }
        return chosen;
    }

    /** Returns the files of the endpoints and notifications that were not selected. */
    static List<String> leftOut(Specs all, Specs chosen) {
        Set<String> kept = files(chosen).collect(Collectors.toSet());
        return files(all).filter(file -> !kept.contains(file)).toList();
    }

    private static Stream<String> files(Specs specs) {
        return Stream.concat(
                specs.endpoints().stream().map(endpoint -> endpoint.span().file()),
                specs.notifications().stream()
                        .map(notification -> notification.span().file()));
    }

    private static boolean isChosen(String path, List<Pattern> includes, List<Pattern> excludes) {
        return (includes.isEmpty() || matches(includes, path)) && !matches(excludes, path);
    }

    /** Reports includes that match no endpoint and no notification: they are misspelled, or the spec was removed. */
    static List<Diagnostic> idleIncludes(Specs specs, List<String> includes) {
        return idle(specs, includes)
                .map(glob -> Diagnostic.of(
                        Code.NOTHING_INCLUDED,
                        new SourceSpan("includes", 1, 1, 1),
                        "the include " + nothing(glob),
                        GLOBS))
                .toList();
    }

    /** Returns a warning for each exclude that matches no endpoint and no notification. */
    static List<String> idleExcludes(Specs specs, List<String> excludes) {
        return idle(specs, excludes)
                .map(glob -> "the exclude " + nothing(glob) + ": " + GLOBS)
                .toList();
    }

    /** Returns a warning for each selected operation whose query the excludes omit. */
    static List<String> lostQueries(Specs specs, Specs chosen) {
        Set<String> described = specs.endpoints().stream().map(Endpoint::uri).collect(Collectors.toSet());
        Set<String> kept = chosen.endpoints().stream().map(Endpoint::uri).collect(Collectors.toSet());
        return chosen.endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream()
                        .flatMap(operation -> operation
                                .effects()
                                .settledBy()
                                .filter(query -> described.contains(query) && !kept.contains(query))
                                .map(query -> "the excludes omit `" + query + "`, by which settle() finds out whether `"
                                        + operation.method() + " " + endpoint.uri()
                                        + "` took effect: write them so that they do not match it")
                                .stream()))
                .toList();
    }

    private static Stream<String> idle(Specs specs, List<String> globs) {
        return globs.stream().filter(glob -> paths(specs).noneMatch(path -> matches(List.of(pattern(glob)), path)));
    }

    private static String nothing(String glob) {
        return "`" + glob + "` matches no endpoint and no notification";
    }

    private static Stream<String> paths(Specs specs) {
        return Stream.concat(
                specs.endpoints().stream().map(Endpoint::uri),
                specs.notifications().stream().map(NotificationSpec::path));
    }

    private void need(ObjectShape shape) {
        for (Field field : shape.fields()) {
            if (field.type() instanceof FieldType.InlineObject inline) {
                need(inline.shape());
            } else if (field.type() instanceof FieldType.Reference reference && needed.add(reference.typeId())) {
                if (Objects.requireNonNull(types.get(reference.typeId())).shape()
                        instanceof TypeShape.OfObject object) {
                    need(object.shape());
                }
            }
        }
    }

    private static boolean matches(List<Pattern> globs, String uri) {
        return globs.stream().anyMatch(glob -> glob.matcher(uri).matches());
    }

    /** Returns the pattern of a glob: {@code *} is any text within a segment, {@code **} any number of segments. */
    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            if (glob.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (glob.charAt(i) == '*') {
                regex.append("[^/]*");
            } else {
                regex.append(Pattern.quote(glob.substring(i, i + 1)));
            }
        }
        return Pattern.compile(regex.toString());
    }
}
