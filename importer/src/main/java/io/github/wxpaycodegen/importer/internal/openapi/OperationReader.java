package io.github.wxpaycodegen.importer.internal.openapi;

import io.github.wxpaycodegen.importer.internal.document.ApiField;
import io.github.wxpaycodegen.importer.internal.document.ApiOperation;
import io.github.wxpaycodegen.importer.internal.document.Findings;
import io.github.wxpaycodegen.importer.internal.document.Section;
import io.github.wxpaycodegen.importer.internal.document.V2Signature;
import io.github.wxpaycodegen.importer.internal.yaml.Located;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an operation: its parameters, its body and its response. */
final class OperationReader {
    /** Headers that the runtime sets. */
    private static final Set<String> RUNTIME_HEADERS =
            Set.of("wechatpay-serial", "authorization", "accept", "content-type", "user-agent", "content-length");

    private static final List<String> SUCCESSES = List.of("200", "201", "202", "203", "2XX", "2xx");
    private static final Set<String> KEYS = Set.of(
            "tags",
            "summary",
            "description",
            "externalDocs",
            "operationId",
            "consumes",
            "produces",
            "parameters",
            "requestBody",
            "responses",
            "schemes",
            "deprecated",
            "security",
            "servers",
            "callbacks");
    private static final String V2 = "v2/";

    private final SourceTree tree;
    private final Findings findings;
    private final SchemaReader schemas;
    private final Contents contents;

    OperationReader(SourceTree tree, boolean exported, Findings findings) {
        this.tree = tree;
        this.findings = findings;
        this.schemas = new SchemaReader(tree, exported, findings);
        this.contents = new Contents(tree, findings);
    }

    Optional<ApiOperation> read(WirePath path, String method, Located item, Located.Entry entry) {
        Located node = entry.value();
        if (!node.isMapping()) {
            findings.add(node.span(), "an operation must be a mapping: not imported");
            return Optional.empty();
        }
        node.entries().forEach((key, value) -> {
            if (!KEYS.contains(key) && !key.startsWith("x-")) {
                findings.add(value.key(), Words.unknownKey(key, KEYS));
            }
        });
        String uri = node.text("x-wxpay-uri").orElse(path.uri());
        Map<String, Object> attributes = new OperationFacts(findings).read(node, uri, path.host());
        Map<Section, List<ApiField>> messages = new EnumMap<>(Section.class);
        Map<String, Object> request = new LinkedHashMap<>();
        parameters(parameters(item, node), uri, node, messages, request);
        node.get("requestBody").flatMap(tree::resolve).ifPresent(body -> body(body, uri, messages, request));
        attributes.putAll(request);
        response(node, uri, messages, attributes);
        ApiOperation operation = new ApiOperation(entry.key(), uri, method, attributes, messages);
        return Optional.of(node.get("x-wxpay-uri").isPresent() ? operation : V2Signature.omitted(operation));
    }

    /** Returns the parameters of a path and of an operation, whose own ones replace those of the path. */
    private List<Located> parameters(Located item, Located node) {
        Map<String, Located> parameters = new LinkedHashMap<>();
        for (Located holder : List.of(item, node)) {
            Set<String> own = new HashSet<>();
            for (Located entry : holder.get("parameters").map(Located::elements).orElse(List.of())) {
                Optional<Located> parameter = tree.resolve(entry);
                if (parameter.isEmpty()) {
                    continue;
                }
                String place = parameter.get().text("in").orElse("");
                String name =
                        place.equals("body") ? "" : parameter.get().text("name").orElse("");
                if (!place.equals("body") && name.isEmpty()) {
                    findings.add(entry.span(), "a parameter without `name` was ignored");
                } else if (own.add(place + " " + name)) {
                    parameters.put(place + " " + name, parameter.get());
                } else {
                    findings.add(
                            entry.span(),
                            "the parameter `" + name + "` in `" + place
                                    + "` occurs twice: only the first was imported");
                }
            }
        }
        return List.copyOf(parameters.values());
    }

    private void parameters(
            List<Located> parameters,
            String uri,
            Located operation,
            Map<Section, List<ApiField>> messages,
            Map<String, Object> request) {
        List<ApiField> form = new ArrayList<>();
        for (Located parameter : parameters) {
            String name = parameter.text("name").orElse("");
            String place = parameter.text("in").orElse("");
            boolean required = parameter.flag("required");
            switch (place) {
                case "body" ->
                    parameter.get("schema").ifPresent(schema -> message(schema, Section.REQUEST, messages, request));
                case "formData" -> form.addAll(formField(name, required, parameter, uri));
                case "path" -> add(Section.PATH, parameter(name, true, parameter), messages);
                case "query" -> add(Section.QUERY, parameter(name, required, parameter), messages);
                case "header" -> {
                    if (!RUNTIME_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                        add(Section.HEADERS, parameter(name, required, parameter), messages);
                    }
                }
                default -> findings.add(parameter.span(), "a parameter in `" + place + "` was ignored");
            }
        }
        boolean json = operation.texts("consumes").contains("application/json");
        if (!form.isEmpty()) {
            messages.put(Section.REQUEST, form);
            boolean upload = form.stream()
                            .anyMatch(field -> "file".equals(field.attributes().get("type")))
                    || operation.texts("consumes").stream().anyMatch(Contents::isMultipart);
            if (upload) {
                request.put("body", "multipart");
            } else {
                findings.add(operation.span(), "a form without a file: imported as the usual body of the protocol");
            }
        } else if (uri.startsWith(V2) && json && messages.containsKey(Section.REQUEST)) {
            request.put("body", "json");
        }
        if (!operation.get("x-wxpay-uri").isPresent()) {
            declarePath(uri, operation, messages);
        }
    }

    /** Declares the segments that the document forgot, and drops those that the URI does not have. */
    private void declarePath(String uri, Located operation, Map<Section, List<ApiField>> messages) {
        List<ApiField> declared = messages.getOrDefault(Section.PATH, List.of());
        List<ApiField> fields = new ArrayList<>();
        for (String segment : uri.split("/", -1)) {
            if (!segment.matches("\\{[^}]+}")) {
                continue;
            }
            String name = segment.substring(1, segment.length() - 1);
            Optional<ApiField> field =
                    declared.stream().filter(each -> each.name().equals(name)).findFirst();
            if (field.isEmpty()) {
                findings.add(operation.span(), "the segment {" + name + "} is not declared: imported as a string");
            }
            fields.add(
                    field.orElseGet(() -> new ApiField(name, Map.of("type", "string", "required", true), List.of())));
        }
        for (ApiField field : declared) {
            if (!fields.contains(field)) {
                findings.add(operation.span(), "the URI has no segment {" + field.name() + "}: not imported");
            }
        }
        if (!fields.isEmpty()) {
            messages.put(Section.PATH, fields);
        } else {
            messages.remove(Section.PATH);
        }
    }

    /** Returns a parameter: of OpenAPI 3 by its schema, of Swagger by itself. */
    private ApiField parameter(String name, boolean required, Located parameter) {
        Optional<Located> schema = parameter.get("schema");
        if (schema.isEmpty() && parameter.get("content").isPresent()) {
            findings.add(parameter.span(), "`content` of the parameter `" + name + "`: imported as a string");
            return new ApiField(name, Map.of("type", "string", "required", required), List.of());
        } else if (schema.isEmpty()) {
            return schemas.field(name, required, parameter);
        }
        ApiField field = schemas.field(name, required, schema.get());
        boolean titled = field.attributes().containsKey("title");
        return titled
                ? field
                : parameter
                        .text("description")
                        .map(text -> field.with("title", Words.titled(text).title()))
                        .orElse(field);
    }

    /** Returns a part of an upload. In v3, the part {@code meta} is a JSON document whose fields the client sends. */
    private List<ApiField> formField(String name, boolean required, Located parameter, String uri) {
        Optional<Located> schema = parameter.get("schema").or(() -> parameter.get("x-json"));
        if (name.equals("meta") && !uri.startsWith(V2)) {
            if (schema.isPresent()) {
                return schemas.fields(schema.get());
            }
            findings.add(parameter.span(), "the content of `meta` is not declared: imported without it");
            return List.of();
        }
        return List.of(parameter(name, required, parameter));
    }

    private void body(Located body, String uri, Map<Section, List<ApiField>> messages, Map<String, Object> request) {
        Optional<Contents.Content> chosen = contents.choose(body, "body");
        if (chosen.isEmpty()) {
            findings.add(body.span(), "a request body without a schema: not imported");
            return;
        }
        Contents.Content content = chosen.get();
        boolean v2 = uri.startsWith(V2);
        if (content.isMultipart() && !v2) {
            upload(content.schema(), messages, request);
        } else {
            message(content.schema(), Section.REQUEST, messages, request);
        }
        if (content.isMultipart()) {
            request.put("body", "multipart");
        } else if (v2 && content.isJson()) {
            request.put("body", "json");
        } else if (!(v2 ? content.isXml() : content.isJson())) {
            findings.add(
                    content.place(), "a body as `" + content.type() + "`: imported as the usual body of the protocol");
        }
    }

    private void upload(Located schema, Map<Section, List<ApiField>> messages, Map<String, Object> request) {
        List<ApiField> fields = new ArrayList<>();
        tree.resolve(schema).flatMap(each -> each.get("properties")).ifPresent(parts -> parts.entries()
                .forEach((name, part) -> {
                    if (name.equals("meta")) {
                        ApiField meta = schemas.message(part.value());
                        fields.addAll(meta.fields());
                        groups(meta, request);
                    } else {
                        fields.add(schemas.field(name, true, part.value()));
                    }
                }));
        messages.put(Section.REQUEST, fields);
    }

    private void message(
            Located schema, Section section, Map<Section, List<ApiField>> messages, Map<String, Object> request) {
        ApiField message = schemas.message(schema);
        messages.put(section, message.fields());
        groups(message, request);
    }

    static void groups(ApiField message, Map<String, Object> request) {
        for (String key : List.of("exactlyOneOf", "atLeastOneOf")) {
            Object groups = message.attributes().get(key);
            if (groups != null) {
                request.put(key, groups);
            }
        }
    }

    private static void add(Section section, ApiField field, Map<Section, List<ApiField>> messages) {
        messages.computeIfAbsent(section, key -> new ArrayList<>()).add(field);
    }

    private void response(
            Located operation, String uri, Map<Section, List<ApiField>> messages, Map<String, Object> attributes) {
        if (attributes.containsKey("responseKind")) {
            return;
        }
        Map<String, Located.Entry> responses =
                operation.get("responses").map(Located::entries).orElse(Map.of());
        Optional<Located> success = success(responses).flatMap(tree::resolve);
        Optional<Contents.Content> content = success.flatMap(response -> contents.choose(response, "response"));
        Optional<Located> schema =
                success.flatMap(response -> response.get("schema")).or(() -> content.map(Contents.Content::schema));
        if (schema.isPresent() && !isFile(schema.get())) {
            messages.put(Section.RESPONSE, schemas.fields(schema.get()));
            boolean json = content.map(Contents.Content::isJson)
                    .orElseGet(() -> operation.texts("produces").contains("application/json"));
            if (uri.startsWith(V2) && json) {
                attributes.put("responseKind", "json");
            }
        } else if (schema.isPresent() || isFile(operation, success)) {
            attributes.put("responseKind", "stream");
        } else if (!uri.startsWith(V2)) {
            boolean accepted = responses.containsKey("202")
                    && SUCCESSES.stream().filter(responses::containsKey).count() == 1
                    && !responses.containsKey("204");
            if (!accepted && !responses.containsKey("204")) {
                findings.add(operation.span(), "the response has no schema: imported as empty");
            }
            attributes.put("responseKind", accepted ? "accepted" : "empty");
        } else {
            findings.add(operation.span(), "the response has no schema: imported without fields");
        }
    }

    /** Returns the response of a success; the default one is that of errors, unless there is no other. */
    private Optional<Located> success(Map<String, Located.Entry> responses) {
        Optional<Located> success = Optional.empty();
        for (String status : SUCCESSES) {
            Located.Entry response = responses.get(status);
            if (response != null && success.isPresent()) {
                findings.add(response.key(), "the response of the status " + status + " was not imported");
            }
            success = success.or(() -> Optional.ofNullable(response).map(Located.Entry::value));
        }
        Located.Entry other = responses.get("default");
        if (success.isPresent() || other == null || responses.containsKey("204")) {
            return success;
        }
        boolean alone = responses.keySet().stream().allMatch(key -> key.equals("default") || key.startsWith("x-"));
        findings.add(
                other.key(),
                alone
                        ? "the `default` response was imported as the response"
                        : "the `default` response was not imported: beside other statuses, it is that of errors");
        return alone ? Optional.of(other.value()) : Optional.empty();
    }

    private boolean isFile(Located schema) {
        return tree.resolve(schema)
                .filter(each -> each.text("type").filter("file"::equals).isPresent()
                        || each.text("format").filter("binary"::equals).isPresent()
                        || each.text("contentMediaType")
                                .filter("application/octet-stream"::equals)
                                .isPresent())
                .isPresent();
    }

    private static boolean isFile(Located operation, Optional<Located> response) {
        List<String> types = new ArrayList<>(operation.texts("produces"));
        response.flatMap(each -> each.get("content"))
                .ifPresent(content -> types.addAll(content.entries().keySet()));
        return types.stream().anyMatch(type -> !type.contains("json") && !type.contains("xml"));
    }
}
