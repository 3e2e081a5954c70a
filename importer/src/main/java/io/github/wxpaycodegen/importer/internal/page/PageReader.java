package io.github.wxpaycodegen.importer.internal.page;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Root;
import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.document.Section;
import io.github.wxpaycodegen.importer.internal.document.V2Signature;
import io.github.wxpaycodegen.importer.internal.page.TsType.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads documentation pages in Markdown that declare an endpoint in TypeScript: namespaces spell the URI, and those
 * called {@code PostHttpMethod} have the request, its configuration and the response.
 */
public final class PageReader {
    private static final Pattern FRONT_MATTER = Pattern.compile("\\A---\\R(.*?)\\R---\\R", Pattern.DOTALL);
    private static final Pattern CODE = Pattern.compile(
            "^```(?:js|ts|javascript|typescript)\\b[^\\n]*\\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\((https?://[^)\\s]+)\\)");
    private static final Pattern METHOD = Pattern.compile("(Get|Post|Put|Patch|Delete)HttpMethod");
    private static final Set<String> RUNTIME_HEADERS =
            Set.of("wechatpay-serial", "authorization", "accept", "content-type");
    /** Settings of the HTTP client of the pages that say nothing about the endpoint. */
    private static final Set<String> CLIENT_SETTINGS = Set.of(
            "data",
            "transformRequest",
            "transformResponse",
            "maxRedirects",
            "timeout",
            "withCredentials",
            "paramsSerializer",
            "validateStatus",
            "maxBodyLength",
            "maxContentLength");

    private final String file;
    private final String text;
    private final Findings findings;

    private PageReader(String file, String text, Findings findings) {
        this.file = file;
        this.text = text.replace("\r\n", "\n");
        this.findings = findings;
    }

    /**
     * Returns the operations of a page, or of all pages below a directory, in the order of their paths.
     *
     * @throws IOException if a page cannot be read
     */
    public static List<ApiOperation> read(Path source, Findings findings) throws IOException {
        List<ApiOperation> operations = new ArrayList<>();
        if (Files.isRegularFile(source)) {
            return new PageReader(source.getFileName().toString(), Files.readString(source), findings).operations(true);
        }
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path page : paths.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                String name = source.relativize(page).toString().replace('\\', '/');
                operations.addAll(new PageReader(name, Files.readString(page), findings).operations(false));
            }
        }
        return operations;
    }

    private List<ApiOperation> operations(boolean alone) {
        Matcher code = CODE.matcher(text);
        List<ApiOperation> operations = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        while (code.find()) {
            int line = (int) text.substring(0, code.start(1)).lines().count() + 1;
            List<Declaration> declarations = DeclarationParser.parse(Lexer.tokens(file, code.group(1), line), findings);
            for (Declaration declaration : declarations) {
                List<String> namespace = declaration.namespace();
                boolean message = !namespace.isEmpty()
                        && METHOD.matcher(namespace.get(namespace.size() - 1)).matches();
                if (message && seen.add(String.join(".", namespace))) {
                    operation(namespace, declarations, declaration.span()).ifPresent(operations::add);
                }
            }
        }
        if (operations.isEmpty() && (alone || text.contains("HttpMethod"))) {
            findings.add(new SourceSpan(file, 1, 1, 1), "the page declares no endpoint");
        }
        return operations;
    }

    private Optional<ApiOperation> operation(List<String> namespace, List<Declaration> declarations, SourceSpan span) {
        int root = namespace.indexOf("OpenAPI") + 1;
        List<String> segments = namespace.subList(root, namespace.size() - 1);
        if (root == 0 || segments.size() < 2) {
            findings.add(span, "the namespace " + String.join(".", namespace) + " does not spell a URI: not imported");
            return Optional.empty();
        }
        String path =
                String.join("/", segments.stream().map(PageReader::segment).toList());
        String uri = Root.of(path).isPresent() ? path : Root.V2.segment() + "/" + path;
        Matcher verb = METHOD.matcher(namespace.get(namespace.size() - 1));
        String method = verb.matches() ? verb.group(1).toLowerCase(Locale.ROOT) : "";
        boolean v3 = !uri.startsWith("v2/");
        TypeResolver types = new TypeResolver(declarations, v3, findings);
        Map<String, Object> attributes = about(uri);
        Map<Section, List<ApiField>> messages = new EnumMap<>(Section.class);
        declared("RequestConfig", namespace, declarations)
                .ifPresent(config -> config(config, uri, types, attributes, messages));
        path(uri, span, messages);
        request(namespace, declarations, v3, types, attributes, messages);
        declared("WellformedResponse", namespace, declarations)
                .ifPresent(response -> response(response, v3, types, attributes, messages));
        return Optional.of(V2Signature.omitted(new ApiOperation(span, uri, method, attributes, messages)));
    }

    /**
     * Returns a segment of the URI: {@code _out_trade_no_} is a template, {@code OutTradeNo} is {@code out-trade-no}.
     */
    private static String segment(String name) {
        if (name.length() > 2 && name.startsWith("_") && name.endsWith("_")) {
            return "{" + name.substring(1, name.length() - 1) + "}";
        }
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> about(String uri) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        Matcher front = FRONT_MATTER.matcher(text);
        String head = front.find() ? front.group(1) : "";
        String title = frontMatter(head, "title");
        if (title.isEmpty()) {
            findings.add(new SourceSpan(file, 1, 1, 1), "a page without a title: its title is its URI");
        }
        attributes.put("title", title.isEmpty() ? uri : title);
        String description = frontMatter(head, "description");
        if (!description.isEmpty()) {
            attributes.put("description", description);
        }
        int code = text.indexOf("\n```");
        Matcher links = LINK.matcher(code < 0 ? text : text.substring(0, code));
        List<Object> pages = new ArrayList<>();
        while (links.find()) {
            if (!pages.contains(links.group(1))) {
                pages.add(links.group(1));
            }
        }
        if (!pages.isEmpty()) {
            attributes.put("docs", pages.size() == 1 ? pages.get(0) : pages);
        }
        return attributes;
    }

    private static String frontMatter(String head, String key) {
        return head.lines()
                .filter(line -> line.startsWith(key + ":"))
                .map(line -> line.substring(key.length() + 1).strip().replaceAll("^(['\"])(.*)\\1$", "$2"))
                .findFirst()
                .orElse("");
    }

    private static Optional<Declaration> declared(String name, List<String> namespace, List<Declaration> declarations) {
        return declarations.stream()
                .filter(each -> each.name().equals(name) && each.namespace().equals(namespace))
                .findFirst();
    }

    private void config(
            Declaration config,
            String uri,
            TypeResolver types,
            Map<String, Object> attributes,
            Map<Section, List<ApiField>> messages) {
        List<ApiField> path = new ArrayList<>();
        for (Member member : types.members(config)) {
            ApiField field = CLIENT_SETTINGS.contains(member.name())
                    ? new ApiField(member.name(), Map.of(), List.of())
                    : types.field(member, config.namespace());
            Optional<Object> literal =
                    member.type() instanceof TsType.Literal value ? Optional.of(value.value()) : Optional.empty();
            switch (member.name()) {
                case "params" -> messages.put(Section.QUERY, field.fields());
                case "headers" -> headers(field, messages);
                case "security" -> {
                    if (literal.filter(Boolean.TRUE::equals).isPresent()) {
                        attributes.put("security", true);
                    }
                }
                case "baseURL" ->
                    literal.ifPresent(url -> attributes.put(
                            "hosts", List.of(Map.of("url", url.toString().replaceFirst("/+$", "")))));
                case "responseType" -> {
                    if (literal.filter(Set.of("stream", "arraybuffer", "blob")::contains)
                            .isPresent()) {
                        attributes.put("responseKind", "stream");
                    }
                }
                default -> {
                    if (uri.contains("{" + member.name() + "}")) {
                        path.add(field.with("required", true));
                    } else if (!CLIENT_SETTINGS.contains(member.name())) {
                        findings.add(member.span(), "`" + member.name() + "` of the configuration was not imported");
                    }
                }
            }
        }
        if (!path.isEmpty()) {
            messages.put(Section.PATH, path);
        }
    }

    private static void headers(ApiField headers, Map<Section, List<ApiField>> messages) {
        List<ApiField> own = headers.fields().stream()
                .filter(field -> !RUNTIME_HEADERS.contains(field.name().toLowerCase(Locale.ROOT)))
                .toList();
        if (!own.isEmpty()) {
            messages.put(Section.HEADERS, own);
        }
    }

    /** Declares the template segments in their order; those that the page forgot are strings. */
    private void path(String uri, SourceSpan span, Map<Section, List<ApiField>> messages) {
        List<ApiField> declared = messages.getOrDefault(Section.PATH, List.of());
        List<ApiField> fields = new ArrayList<>();
        Matcher templates = Pattern.compile("\\{([^}]+)}").matcher(uri);
        while (templates.find()) {
            String name = templates.group(1);
            Optional<ApiField> field =
                    declared.stream().filter(each -> each.name().equals(name)).findFirst();
            if (field.isEmpty()) {
                findings.add(span, "the segment {" + name + "} is not declared: imported as a string");
            }
            fields.add(
                    field.orElseGet(() -> new ApiField(name, Map.of("type", "string", "required", true), List.of())));
        }
        if (!fields.isEmpty()) {
            messages.put(Section.PATH, fields);
        }
    }

    private void request(
            List<String> namespace,
            List<Declaration> declarations,
            boolean v3,
            TypeResolver types,
            Map<String, Object> attributes,
            Map<Section, List<ApiField>> messages) {
        for (String name : List.of("XmlDataRequest", "JsonDataRequest", "BinaryDataRequest")) {
            Optional<Declaration> request = declared(name, namespace, declarations);
            if (request.isEmpty()) {
                continue;
            }
            List<ApiField> fields = new ArrayList<>(types.fields(request.get()));
            if (name.startsWith("Binary")) {
                attributes.put("body", "multipart");
                if (fields.isEmpty()) {
                    findings.add(request.get().span(), "the upload declares no fields: imported with the file alone");
                    fields.add(new ApiField("file", Map.of("type", "file", "required", true), List.of()));
                }
            } else if (v3 != name.startsWith("Json")) {
                findings.add(request.get().span(), "`" + name + "` does not fit the protocol, whose body was imported");
            }
            if (!fields.isEmpty()) {
                messages.put(Section.REQUEST, fields);
            }
        }
    }

    private void response(
            Declaration response,
            boolean v3,
            TypeResolver types,
            Map<String, Object> attributes,
            Map<Section, List<ApiField>> messages) {
        boolean stream = response.parents().stream()
                .anyMatch(parent ->
                        parent instanceof TsType.Named named && named.name().endsWith("Stream"));
        List<ApiField> fields = stream ? List.of() : types.fields(response);
        if (stream || attributes.containsKey("responseKind")) {
            attributes.put("responseKind", "stream");
        } else if (!fields.isEmpty()) {
            messages.put(Section.RESPONSE, fields);
        } else if (v3) {
            attributes.put("responseKind", "empty");
        }
    }
}
