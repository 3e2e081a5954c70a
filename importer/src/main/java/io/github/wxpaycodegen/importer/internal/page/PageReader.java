package io.github.wxpaycodegen.importer.internal.page;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Root;
import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.document.Section;
import io.github.wxpaycodegen.importer.internal.document.V2Signature;
import io.github.wxpaycodegen.importer.internal.page.TsType.Member;
import io.github.wxpaycodegen.importer.internal.yaml.Located;
import io.github.wxpaycodegen.importer.internal.yaml.YamlText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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
    /** The longest page has a hundredth of it. */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private static final String FRONT_MATTER = "---\n";
    private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]\\n]*]\\((https?://[^)\\s]+)\\)");
    private static final Pattern NOTIFICATION = Pattern.compile("(?i)notif|webhook|callback|event_?type|回调|通知");
    private static final Pattern HEADING = Pattern.compile("(?m)^# +(.+)$");
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
        this.text = text.replace("\r\n", "\n").replace('\r', '\n');
        this.findings = findings;
    }

    /**
     * Returns the operations of a page, or of all pages below a directory, in the order of their paths.
     *
     * @throws IOException if a page cannot be read
     */
    public static List<ApiOperation> read(Path source, Findings findings) throws IOException {
        if (Files.isRegularFile(source)) {
            return page(source.getFileName().toString(), source, findings, true);
        }
        List<ApiOperation> operations = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path page : paths.filter(path -> path.toString().endsWith(".md"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()) {
                String name = source.relativize(page).toString().replace('\\', '/');
                operations.addAll(page(name, page, findings, false));
            }
        }
        return operations;
    }

    private static List<ApiOperation> page(String name, Path page, Findings findings, boolean alone)
            throws IOException {
        SourceSpan start = new SourceSpan(name, 1, 1, 1);
        if (Files.size(page) > MAX_BYTES) {
            findings.add(start, "the page has more than " + MAX_BYTES + " bytes: not imported");
            return List.of();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(page)))
                    .toString();
            // Some editors write a mark before the text, which has no place of its own.
            String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return new PageReader(name, unmarked, findings).operations(alone);
        } catch (CharacterCodingException e) {
            findings.add(start, "the page is not UTF-8: not imported");
            return List.of();
        }
    }

    private List<ApiOperation> operations(boolean alone) {
        List<ApiOperation> operations = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        boolean declares = false;
        for (CodeBlocks.Block block : CodeBlocks.of(text)) {
            List<Declaration> declarations =
                    DeclarationParser.parse(Lexer.tokens(file, block.code(), block.line()), findings);
            declares |= !declarations.isEmpty();
            for (Declaration declaration : declarations) {
                List<String> namespace = declaration.namespace();
                boolean message = !namespace.isEmpty()
                        && METHOD.matcher(namespace.get(namespace.size() - 1)).matches();
                if (message && seen.add(String.join(".", namespace))) {
                    operation(namespace, declarations, declaration.span()).ifPresent(operations::add);
                }
            }
        }
        SourceSpan start = new SourceSpan(file, 1, 1, 1);
        if (operations.isEmpty() && (alone || declares || text.contains("HttpMethod"))) {
            findings.add(
                    start,
                    NOTIFICATION.matcher(file + "\n" + title()).find()
                            ? "the page declares no endpoint. Notifications cannot be imported from pages;"
                                    + " write the spec by hand"
                            : "the page declares no endpoint");
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
        Optional<Declaration> response = declared("WellformedResponse", namespace, declarations);
        response.ifPresent(found -> response(found, v3, types, attributes, messages));
        if (response.isEmpty()) {
            findings.add(span, "no `WellformedResponse` is declared: imported without a response");
            if (v3) {
                attributes.putIfAbsent("responseKind", "empty");
            }
        }
        if (types.isExhausted()) {
            findings.add(span, "the types are too large, or composed of themselves: imported in part");
        }
        return Optional.of(V2Signature.omitted(new ApiOperation(span, uri, method, attributes, messages)));
    }

    /**
     * Returns a segment of the URI: {@code _out_trade_no_} is a template, {@code OutTradeNo} is {@code out-trade-no}.
     */
    private static String segment(String name) {
        boolean template = name.length() > 2
                && ((name.startsWith("_") && name.endsWith("_")) || (name.startsWith("$") && name.endsWith("$")));
        if (template) {
            return "{" + name.substring(1, name.length() - 1) + "}";
        }
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private Map<String, Object> about(String uri) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        Map<String, String> head = frontMatter();
        String title = head.getOrDefault("title", "");
        if (title.isEmpty()) {
            findings.add(new SourceSpan(file, 1, 1, 1), "a page without a title: its title is its URI");
        }
        attributes.put("title", title.isEmpty() ? uri : title);
        String description = head.getOrDefault("description", "");
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

    /** Returns the title of the front matter, or else the first heading; empty without either. */
    private String title() {
        String title = frontMatter().getOrDefault("title", "");
        Matcher heading = HEADING.matcher(text);
        return title.isEmpty() && heading.find() ? heading.group(1) : title;
    }

    /** Returns the texts between the two lines of dashes at the beginning. */
    private Map<String, String> frontMatter() {
        int end = text.indexOf("\n---", FRONT_MATTER.length() - 1);
        if (!text.startsWith(FRONT_MATTER) || end < FRONT_MATTER.length()) {
            return Map.of();
        }
        // The dashes become a line break, so that findings have the line of the page.
        String head = "\n" + text.substring(FRONT_MATTER.length(), end + 1);
        Map<String, String> texts = new HashMap<>();
        Optional<Located> yaml = YamlText.parse(file, head, findings);
        if (yaml.isPresent()) {
            yaml.get()
                    .entries()
                    .forEach((key, entry) -> entry.value().text().ifPresent(value -> texts.put(key, value.strip())));
        } else {
            // It is reported; a colon within a title is no reason to lose the title.
            head.lines().filter(line -> line.indexOf(':') > 0).forEach(line -> {
                int colon = line.indexOf(':');
                String key = line.substring(0, colon);
                String value = YamlText.parse(file, line, new Findings())
                        .flatMap(only -> only.text(key))
                        .orElse(line.substring(colon + 1));
                texts.putIfAbsent(key, value.strip());
            });
        }
        return texts;
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
        for (TypeResolver.ScopedMember scoped : types.members(config)) {
            Member member = scoped.member();
            ApiField field = CLIENT_SETTINGS.contains(member.name())
                    ? new ApiField(member.name(), Map.of(), List.of())
                    : types.field(scoped);
            Optional<Object> literal =
                    member.type() instanceof TsType.Literal value ? Optional.of(value.value()) : Optional.empty();
            switch (member.name()) {
                case "params" -> messages.put(Section.QUERY, fieldsOf(field, member));
                case "headers" -> headers(fieldsOf(field, member), messages);
                case "security" -> {
                    if (literal.filter(Boolean.TRUE::equals).isPresent()) {
                        attributes.put("security", true);
                    } else if (literal.isEmpty()) {
                        findings.add(member.span(), "`security` is neither true nor false: ignored");
                    }
                }
                case "baseURL" -> {
                    List<Object> hosts = texts(field).stream()
                            .map(url -> (Object) Map.of("url", url.replaceFirst("/+$", "")))
                            .toList();
                    if (hosts.isEmpty()) {
                        findings.add(member.span(), "`baseURL` is not a URL: ignored");
                    } else {
                        attributes.put("hosts", hosts);
                    }
                }
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

    private List<ApiField> fieldsOf(ApiField field, Member member) {
        boolean object = field.attributes().containsKey("fields") || field.isObject();
        if (!object || field.attributes().containsKey("list")) {
            findings.add(member.span(), "`" + member.name() + "` must be an object: its content was not imported");
            return List.of();
        }
        return field.fields();
    }

    /** Returns the texts that a field may have. */
    private static List<String> texts(ApiField field) {
        return field.attributes().get("enum") instanceof List<?> values
                ? values.stream().map(Object::toString).toList()
                : List.of();
    }

    private static void headers(List<ApiField> headers, Map<Section, List<ApiField>> messages) {
        List<ApiField> own = headers.stream()
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
        Optional<String> imported = Optional.empty();
        List<String> names = v3
                ? List.of("JsonDataRequest", "XmlDataRequest", "BinaryDataRequest")
                : List.of("XmlDataRequest", "JsonDataRequest", "BinaryDataRequest");
        for (String name : names) {
            Optional<Declaration> request = declared(name, namespace, declarations);
            if (request.isEmpty()) {
                continue;
            }
            SourceSpan span = request.get().span();
            if (imported.isPresent()) {
                findings.add(span, "`" + name + "` was not imported: only `" + imported.get() + "`");
                continue;
            }
            imported = Optional.of(name);
            List<ApiField> fields = new ArrayList<>(types.fields(request.get()));
            if (name.startsWith("Binary")) {
                attributes.put("body", "multipart");
                if (fields.isEmpty()) {
                    findings.add(span, "the upload declares no fields: imported with the file alone");
                    fields.add(new ApiField("file", Map.of("type", "file", "required", true), List.of()));
                }
            } else if (fields.isEmpty() && !isEmptyObject(request.get())) {
                findings.add(span, "`" + name + "` must be an object: its content was not imported");
            }
            if (!v3 && name.startsWith("Json")) {
                attributes.put("body", "json");
            } else if (v3 && name.startsWith("Xml")) {
                findings.add(span, "`" + name + "` does not fit the protocol, whose body was imported");
            }
            if (!fields.isEmpty()) {
                messages.put(Section.REQUEST, fields);
            }
        }
    }

    private static boolean isEmptyObject(Declaration declaration) {
        return declaration.type() instanceof TsType.ObjectOf object
                && object.members().isEmpty();
    }

    private void response(
            Declaration response,
            boolean v3,
            TypeResolver types,
            Map<String, Object> attributes,
            Map<Section, List<ApiField>> messages) {
        boolean stream = Stream.concat(response.parents().stream(), Stream.of(response.type()))
                .anyMatch(type -> type instanceof TsType.Named named
                        && (named.name().endsWith("Stream")
                                || Set.of("Buffer", "Blob", "Readable").contains(named.name())));
        List<ApiField> fields = stream ? List.of() : types.fields(response);
        if (stream || attributes.containsKey("responseKind")) {
            attributes.put("responseKind", "stream");
        } else if (!fields.isEmpty()) {
            messages.put(Section.RESPONSE, fields);
        } else if (!isEmptyObject(response)) {
            findings.add(response.span(), "the response must be an object: its content was not imported");
        } else if (v3) {
            attributes.put("responseKind", "empty");
        }
    }
}
