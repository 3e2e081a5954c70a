package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.BodyKind;
import io.github.wxpaycodegen.generator.model.Effects;
import io.github.wxpaycodegen.generator.model.ErrorSpec;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FileKind;
import io.github.wxpaycodegen.generator.model.Host;
import io.github.wxpaycodegen.generator.model.HttpMethod;
import io.github.wxpaycodegen.generator.model.Lifecycle;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.Request;
import io.github.wxpaycodegen.generator.model.Response;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.Security;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Parses one method of an endpoint. */
final class OperationParser {
    private static final Set<String> OWN_KEYS = Set.of(
            "security",
            "nonceless",
            "requestUnsigned",
            "responseUnsigned",
            "closed",
            "deprecated",
            "replacedBy",
            "readOnly",
            "idempotent",
            "uncertain",
            "errors",
            "echoes",
            "rateLimit",
            "notifies",
            "workwxSigned",
            "settledBy",
            "hosts",
            "path",
            "query",
            "headers",
            "body",
            "request",
            "exactlyOneOf",
            "atLeastOneOf",
            "responseKind",
            "response",
            "errorFields",
            "fragment",
            "pages",
            "download",
            "file",
            "java",
            SuppressParser.KEY);
    static final Set<String> KEYS =
            Stream.of(OWN_KEYS, DocumentationParser.KEYS).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    private static final List<String> NOT_IN_PATH = List.of(
            "const",
            "default",
            "digest",
            "encoded",
            "encrypted",
            "fields",
            "fill",
            "indexed",
            "list",
            "signed",
            "spelling");
    private static final Pattern RATE_LIMIT = Pattern.compile("[1-9][0-9]*/(s|min|h|day)");
    private static final Map<String, BodyKind> BODIES =
            Map.of("xml", BodyKind.XML, "json", BodyKind.JSON, "multipart", BodyKind.MULTIPART);
    private static final Map<String, ResponseKind> RESPONSES = Map.of(
            "xml", ResponseKind.XML,
            "json", ResponseKind.JSON,
            "empty", ResponseKind.EMPTY,
            "accepted", ResponseKind.ACCEPTED,
            "stream", ResponseKind.STREAM,
            "redirect", ResponseKind.REDIRECT);
    private static final Map<String, FileKind> FILES = Map.of(
            "trade-bill", FileKind.TRADE_BILL,
            "fund-flow-bill", FileKind.FUND_FLOW_BILL,
            "profit-sharing-bill", FileKind.PROFIT_SHARING_BILL,
            "bill", FileKind.BILL,
            "receipt", FileKind.RECEIPT);

    private final NodeReader reader;
    private final FieldParser fields;
    private final MessageParser messages;
    private final DownloadParser downloads;
    private final PagesParser pages;
    private final DocumentationParser documentation;
    private final ErrorsParser errors;
    private final References references;
    private final boolean v2;

    OperationParser(NodeReader reader, TypeIndex index, References references, FieldParser fields, boolean v2) {
        this.reader = reader;
        this.fields = fields;
        this.messages = new MessageParser(reader, index, fields);
        this.downloads = new DownloadParser(reader, index);
        this.pages = new PagesParser(reader);
        this.documentation = new DocumentationParser(reader);
        this.errors = new ErrorsParser(reader, v2);
        this.references = references;
        this.v2 = v2;
    }

    Operation parse(HttpMethod method, Mapping mapping, SourceSpan span) {
        mapping.allow(KEYS);
        mapping.require("title", "撤销订单");
        if (method == HttpMethod.GET) {
            checkWithoutBody(mapping);
        }
        Request request = request(mapping);
        Response response = response(mapping);
        Operation operation = new Operation(
                span,
                method,
                documentation.parse(mapping),
                new Lifecycle(
                        mapping.text("deprecated"), mapping.flag("closed"), references.uri(mapping, "replacedBy")),
                hosts(mapping),
                security(mapping),
                request,
                response,
                effects(mapping),
                pages.parse(mapping, request, response),
                mapping.text("java"));
        downloads.check(operation, mapping);
        pages.check(operation, mapping);
        new EchoesCheck(reader).check(operation, mapping);
        check(operation, mapping);
        return operation;
    }

    /** A gateway ignores or refuses the body of a GET. */
    private void checkWithoutBody(Mapping mapping) {
        for (String key : List.of("request", "body")) {
            if (mapping.has(key)) {
                reader.problems()
                        .add(
                                Code.NOT_APPLICABLE,
                                mapping.spanOf(key),
                                "`" + key + "` does not apply to `get`, which has no body",
                                key.equals("request") ? "write these fields under `query`" : "omit it");
            }
        }
    }

    private static Security security(Mapping mapping) {
        return new Security(
                mapping.flag("security"),
                mapping.flag("nonceless"),
                mapping.flag("requestUnsigned"),
                mapping.flag("responseUnsigned"),
                mapping.texts("workwxSigned"));
    }

    private Request request(Mapping mapping) {
        List<Field> query = fieldsOf(mapping, "query");
        MessageParser.Message message = messages.message(mapping, "request");
        BodyKind body = mapping.choice("body", Code.UNKNOWN_VALUE, BODIES)
                .orElse(!mapping.has("request") ? BodyKind.NONE : v2 ? BodyKind.XML : BodyKind.JSON);
        ObjectShape grouped =
                grouped(body == BodyKind.NONE ? new ObjectShape(query, List.of()) : message.shape(), mapping);
        List<Field> path = fieldsOf(mapping, "path");
        mapping.get("path").filter(MappingNode.class::isInstance).ifPresent(this::checkPath);
        return new Request(
                path,
                query,
                fieldsOf(mapping, "headers"),
                body,
                body == BodyKind.NONE ? new ObjectShape(List.of(), grouped.groups()) : grouped,
                message.type());
    }

    /** A segment is an argument of the call, and part of a URL, which logs and proxies show. */
    private void checkPath(Node path) {
        // The entries have been read, and their errors reported, as those of all fields.
        NodeReader silent = new NodeReader(reader.file(), new Problems());
        silent.mapping(path, "`path`").ifPresent(segments -> segments.entries().forEach((name, entry) -> {
            silent.mapping(entry.value(), name)
                    .ifPresent(
                            segment -> NOT_IN_PATH.stream().filter(segment::has).forEach(key -> reader.problems()
                                    .add(
                                            Code.NOT_APPLICABLE,
                                            segment.spanOf(key),
                                            "`" + key + "` does not apply to the segment `" + name
                                                    + "`: the caller passes its text, which becomes part of the URL",
                                            "omit it, or write a constant segment into the `uri`")));
        }));
    }

    private Response response(Mapping mapping) {
        MessageParser.Message message = messages.message(mapping, "response");
        return new Response(
                mapping.choice("responseKind", Code.UNKNOWN_VALUE, RESPONSES)
                        .orElse(v2 ? ResponseKind.XML : ResponseKind.JSON),
                message.shape(),
                message.type(),
                fieldsOf(mapping, "errorFields"),
                downloads.parse(mapping, message.shape().fields()),
                mapping.text("fragment"),
                mapping.choice("file", Code.UNKNOWN_VALUE, FILES));
    }

    private Effects effects(Mapping mapping) {
        boolean readOnly = mapping.flag("readOnly");
        List<ErrorSpec> known = errors.parse(mapping);
        return new Effects(
                readOnly,
                readOnly || mapping.flag("idempotent"),
                errors.uncertain(mapping, known),
                known,
                mapping.texts("echoes"),
                rateLimit(mapping),
                notifies(mapping),
                references.uri(mapping, "settledBy"),
                mapping.get("settledBy").map(reader::span));
    }

    /** Returns the shape with the groups of the operation added to those of the shared object. */
    private ObjectShape grouped(ObjectShape message, Mapping mapping) {
        List<FieldGroup> groups = new ArrayList<>(message.groups());
        groups.addAll(fields.shape(message.fields(), mapping).groups());
        return new ObjectShape(message.fields(), groups);
    }

    private List<Field> fieldsOf(Mapping mapping, String key) {
        return mapping.get(key)
                .map(node -> fields.fields(node, "`" + key + "`"))
                .orElse(List.of());
    }

    private Optional<String> rateLimit(Mapping mapping) {
        Optional<String> limit = mapping.text("rateLimit");
        if (limit.filter(text -> !RATE_LIMIT.matcher(text).matches()).isPresent()) {
            mapping.malformed(
                    "rateLimit",
                    "is not a number of calls in a period",
                    "write it like 15/s, 600/min, 1000/h or 10000/day");
        }
        return limit;
    }

    private List<NotificationRef> notifies(Mapping mapping) {
        List<Node> ids =
                mapping.get("notifies").map(n -> reader.list(n, "`notifies`")).orElse(List.of());
        return ids.stream()
                .flatMap(id -> references.notification(id, v2 ? Protocol.V2 : Protocol.V3, reader).stream())
                .toList();
    }

    private List<Host> hosts(Mapping mapping) {
        List<Host> hosts = new ArrayList<>();
        for (Node node :
                mapping.get("hosts").map(n -> reader.list(n, "`hosts`")).orElse(List.of())) {
            reader.mapping(node, "a host").ifPresent(host -> {
                host.allow(Set.of("url", "alternative"));
                host.require("url", "https://fraud.mch.weixin.qq.com");
                host.text("url").ifPresent(url -> {
                    if (url.startsWith("https://")) {
                        hosts.add(new Host(url, host.flag("alternative")));
                    } else {
                        reader.problems()
                                .add(
                                        Code.UNKNOWN_VALUE,
                                        host.spanOf("url"),
                                        "a host must be an https URL",
                                        "write https://...");
                    }
                });
            });
        }
        return hosts;
    }

    private void check(Operation operation, Mapping mapping) {
        if (operation.response().kind() == ResponseKind.STREAM && mapping.has("response")) {
            reader.problems()
                    .add(
                            Code.STREAM_WITH_FIELDS,
                            mapping.spanOf("response"),
                            "a stream has no response fields",
                            "put the response of a failed download under `errorFields`");
        }
        if (operation.response().fragment().isPresent() && operation.response().kind() != ResponseKind.REDIRECT) {
            reader.problems()
                    .add(
                            Code.NOT_APPLICABLE,
                            mapping.spanOf("fragment"),
                            "`fragment` applies to redirects only",
                            "add `responseKind: redirect`, or remove it");
        }
        workwxSigned(operation, mapping);
        if (v2) {
            ReservedFields.check(operation.request().shape().fields(), "request", reader.problems());
        }
        for (Field field : operation.request().shape().fields()) {
            if (field.type() == FieldType.Scalar.FILE && operation.request().body() != BodyKind.MULTIPART) {
                reader.problems()
                        .add(
                                Code.NOT_APPLICABLE,
                                field.span(),
                                "a file requires a multipart body",
                                "add `body: multipart`");
            }
        }
    }

    private void workwxSigned(Operation operation, Mapping mapping) {
        if (operation.security().workwxSigned().isEmpty()) {
            return;
        }
        if (!v2) {
            reader.problems()
                    .add(
                            Code.NOT_APPLICABLE,
                            mapping.spanOf("workwxSigned"),
                            "`workwxSigned` applies to v2 only",
                            "remove it");
        }
        Set<String> names = new HashSet<>(Set.of("nonce_str"));
        operation.request().shape().fields().forEach(field -> names.add(field.name()));
        for (String name : operation.security().workwxSigned()) {
            if (!names.contains(name)) {
                reader.problems()
                        .add(
                                Code.GROUP_MEMBER,
                                mapping.spanOf("workwxSigned"),
                                "`workwxSigned` names `" + name + "`, which is not a field of the request",
                                Suggestion.among(name, names));
            }
        }
    }
}
