package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.HttpMethod;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses an endpoint file: a URI and its operations. */
final class EndpointParser {
    private static final Pattern URI = Pattern.compile("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+|/\\{[a-z][a-z0-9_]*})+/?");
    private static final Pattern TEMPLATE = Pattern.compile("\\{([^}]+)}");
    /** Keys that belong in a separate file, with the name of that file. */
    private static final Map<String, String> SHARED =
            Map.of("types", TypesParser.FILE, "errors", ErrorCatalogParser.FILE);

    private static final String SLASH = "_slash.yaml";

    private final NodeReader reader;
    private final TypeIndex index;
    private final References references;

    EndpointParser(NodeReader reader, TypeIndex index, References references) {
        this.reader = reader;
        this.index = index;
        this.references = references;
    }

    Optional<Endpoint> parse(Mapping root) {
        if (!root.has("uri") && isShared(root)) {
            return Optional.empty();
        }
        root.allow(keys());
        Optional<String> uri = root.require("uri", "v2/pay/reverse").flatMap(n -> reader.text(n, "`uri`"));
        if (uri.isEmpty() || !checkUri(uri.get(), root)) {
            return Optional.empty();
        }
        List<Operation> operations = new ArrayList<>();
        for (HttpMethod method : HttpMethod.values()) {
            String key = method.name().toLowerCase(Locale.ROOT);
            root.get(key)
                    .flatMap(node -> reader.mapping(node, "the operation `" + key + "`"))
                    .ifPresent(mapping -> operations.add(operation(uri.get(), method, mapping, root)));
        }
        if (operations.isEmpty()) {
            root.require("post", "...");
        }
        Optional<String> javaPath = root.text("javaPath");
        javaPath.ifPresent(path -> checkJavaPath(uri.get(), path, root));
        checkPages(operations, root);
        return Optional.of(new Endpoint(root.spanOf("uri"), uri.get(), javaPath, root.text("java"), operations));
    }

    /** Reports content that belongs in a file with another name; returns true if there is any. */
    private boolean isShared(Mapping root) {
        for (Map.Entry<String, String> shared : SHARED.entrySet()) {
            if (root.has(shared.getKey())) {
                String name = reader.file().substring(reader.file().lastIndexOf('/') + 1);
                reader.problems()
                        .add(
                                Code.WRONG_PLACE,
                                root.spanOf(shared.getKey()),
                                "shared " + shared.getKey() + " belong in `" + shared.getValue() + "`, not in `" + name
                                        + "`",
                                "rename the file to " + shared.getValue());
                return true;
            }
        }
        return false;
    }

    private Operation operation(String uri, HttpMethod method, Mapping mapping, Mapping root) {
        String folder = TypeIndex.parent(reader.file());
        boolean v2 = Root.of(uri).filter(Root.V2::equals).isPresent();
        Operation operation = new OperationParser(reader, index, references, new FieldParser(reader, index, folder), v2)
                .parse(method, mapping, root.spanOf(method.name().toLowerCase(Locale.ROOT)));
        checkPathParams(uri, operation, mapping);
        SuppressParser.parse(root.entry(method.name().toLowerCase(Locale.ROOT)), mapping);
        return operation;
    }

    /** Both would have a method {@code list} with a lambda, which Java cannot tell apart. */
    private void checkPages(List<Operation> operations, Mapping root) {
        List<Operation> paged = operations.stream()
                .filter(operation -> operation.pages().isPresent())
                .toList();
        if (paged.size() > 1) {
            String method = paged.get(1).method().name().toLowerCase(Locale.ROOT);
            reader.problems()
                    .add(
                            Code.NOT_APPLICABLE,
                            root.spanOf(method),
                            "two operations of one URI have `pages`",
                            "keep one: both would have the method `list`");
        }
    }

    private boolean checkUri(String uri, Mapping root) {
        if (!URI.matcher(uri).matches()) {
            reader.problems()
                    .add(
                            Code.WRONG_PLACE,
                            root.spanOf("uri"),
                            "`" + uri + "` is not a URI of WeChat Pay",
                            "it begins with " + roots()
                                    + ", has no leading slash, and template segments like {transaction_id}");
            return false;
        }
        if (Root.of(uri).isEmpty()) {
            String first = uri.substring(0, uri.indexOf('/'));
            reader.problems()
                    .add(
                            Code.WRONG_PLACE,
                            root.spanOf("uri"),
                            "`" + uri + "` begins with `" + first + "`, which is not a root",
                            "begin it with " + roots());
            return false;
        }
        String place = uri.endsWith("/") ? uri + SLASH : uri + ".yaml";
        if (!place.equals(reader.file())) {
            reader.problems()
                    .add(
                            Code.WRONG_PLACE,
                            root.spanOf("uri"),
                            "the file of `" + uri + "` is " + place,
                            "move the file there, or fix the URI");
        }
        return true;
    }

    /** Returns the roots for messages: {@code v2/, v3/ or brand/}. */
    private static String roots() {
        List<String> roots =
                Root.segments().stream().map(segment -> segment + "/").toList();
        int last = roots.size() - 1;
        return String.join(", ", roots.subList(0, last)) + " or " + roots.get(last);
    }

    /** Checks that a Java path only renames literal segments; templates must remain in place. */
    private void checkJavaPath(String uri, String javaPath, Mapping root) {
        String[] segments = uri.split("/");
        String[] names = javaPath.split("/");
        boolean alike = segments.length == names.length;
        for (int i = 0; alike && i < names.length; i++) {
            alike = (i == 0 || segments[i].startsWith("{")) ? names[i].equals(segments[i]) : !names[i].startsWith("{");
        }
        if (!alike) {
            reader.problems()
                    .add(
                            Code.WRONG_PLACE,
                            root.spanOf("javaPath"),
                            "`javaPath` does not follow the URI segment by segment",
                            "write the URI, and change the names of literal segments only");
        }
    }

    private void checkPathParams(String uri, Operation operation, Mapping mapping) {
        Set<String> segments = new TreeSet<>();
        Matcher matcher = TEMPLATE.matcher(uri);
        while (matcher.find()) {
            segments.add(matcher.group(1));
        }
        Set<String> declared = new TreeSet<>();
        for (Field param : operation.request().path()) {
            declared.add(param.name());
            if (!segments.contains(param.name())) {
                reader.problems()
                        .add(
                                Code.PATH_PARAMETER,
                                param.span(),
                                "the path parameter `" + param.name() + "` is not a segment of the URI",
                                Suggestion.among(param.name(), segments));
            }
        }
        segments.removeAll(declared);
        for (String missing : segments) {
            reader.problems()
                    .add(
                            Code.PATH_PARAMETER,
                            mapping.spanOf("path"),
                            "the segment {" + missing + "} of the URI is not declared under `path`",
                            "add `path: {" + missing + ": {type: string}}`");
        }
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>(Set.of("uri", "java", "javaPath"));
        for (HttpMethod method : HttpMethod.values()) {
            keys.add(method.name().toLowerCase(Locale.ROOT));
        }
        return keys;
    }
}
