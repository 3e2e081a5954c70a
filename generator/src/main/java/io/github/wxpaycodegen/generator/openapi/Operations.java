package io.github.wxpaycodegen.generator.openapi;

import io.github.wxpaycodegen.generator.model.BodyKind;
import io.github.wxpaycodegen.generator.model.Download;
import io.github.wxpaycodegen.generator.model.Effects;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.ErrorSpec;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.Host;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.PageKind;
import io.github.wxpaycodegen.generator.model.Pages;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.Request;
import io.github.wxpaycodegen.generator.model.Response;
import io.github.wxpaycodegen.generator.model.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Describes operations, and adds their messages to the components. */
final class Operations {
    static final String ERROR = "Error";
    static final String V3_SECURITY = "wechatpay";
    static final String CERTIFICATE_SECURITY = "clientCertificate";
    /** The place of a signature of v2: a field of the body or of the query. */
    static final Node SIGN_FIELD = Node.of("in", "field").with("name", "sign");

    private final Set<String> productFolders;
    private final OpenApiVersion version;
    private final Schemas schemas;
    private final Map<String, Object> components;

    Operations(Set<String> productFolders, OpenApiVersion version, Schemas schemas, Map<String, Object> components) {
        this.productFolders = productFolders;
        this.version = version;
        this.schemas = schemas;
        this.components = components;
    }

    static String tag(Set<String> productFolders, Endpoint endpoint) {
        String[] segments = endpoint.uri().split("/");
        String tag = segments[0] + "/" + segments[1];
        for (int i = 2; i < segments.length && productFolders.contains(tag) && !segments[i].startsWith("{"); i++) {
            tag += "/" + segments[i];
        }
        return tag;
    }

    /** Returns the schema of an error of v3. */
    static Node error() {
        Node text = Node.of("type", "string");
        return Node.of("type", "object")
                .with("required", List.of("code", "message"))
                .with(
                        "properties",
                        Node.of("code", text).with("message", text).with("detail", Node.of("type", "object")));
    }

    /** Returns content of one media type. */
    static Node content(String mediaType, Node schema) {
        return Node.of("content", Node.of(mediaType, Node.of("schema", schema)));
    }

    Node describe(Endpoint endpoint, Operation operation) {
        String id = id(endpoint, operation);
        boolean v3 = endpoint.protocol() == Protocol.V3;
        return Node.of("operationId", id)
                .with("tags", List.of(tag(productFolders, endpoint)))
                .withAll(Documents.of(operation.documentation()))
                .flag("deprecated", operation.lifecycle().isDeprecated())
                .with(
                        "servers",
                        operation.hosts().stream()
                                .map(host -> Node.of("url", host.url()))
                                .toList())
                .with("parameters", parameters(operation.request()))
                .with("requestBody", body(id, operation.request(), v3))
                .with("responses", responses(id, operation, v3))
                .with("security", security(operation.security(), v3))
                .with("x-wxpay-uri", endpoint.uri())
                .with("x-wxpay-protocol", v3 ? "v3" : "v2")
                .with(
                        "x-wxpay-alternative-hosts",
                        operation.hosts().stream()
                                .filter(Host::alternative)
                                .map(Host::url)
                                .toList())
                .withAll(proofs(operation, v3))
                .withAll(lifecycle(operation))
                .withAll(effects(operation.effects()))
                .withAll(file(operation.response()))
                .with("x-wxpay-pages", operation.pages().map(Operations::pages));
    }

    private static String id(Endpoint endpoint, Operation operation) {
        String uri = endpoint.uri().replace("{", "").replace("}", "").replace('/', '.');
        return uri + "." + operation.method().name().toLowerCase(Locale.ROOT);
    }

    private List<Node> parameters(Request request) {
        List<Node> parameters = new ArrayList<>();
        request.path().forEach(field -> parameters.add(parameter("path", field)));
        request.query().forEach(field -> parameters.add(parameter("query", field)));
        request.headers().forEach(field -> parameters.add(parameter("header", field)));
        return parameters;
    }

    private Node parameter(String place, Field field) {
        return Node.of("name", field.name())
                .with("in", place)
                .with("description", field.docs().title())
                .flag("required", field.required() || place.equals("path"))
                .flag("deprecated", field.docs().deprecated().isPresent())
                .with("schema", schemas.field(field));
    }

    private Optional<Node> body(String id, Request request, boolean v3) {
        if (request.body() == BodyKind.NONE) {
            return Optional.empty();
        }
        Node schema = request.body() == BodyKind.MULTIPART && v3
                ? multipart(request.shape())
                : message(id + ".request", request.type(), request.shape());
        String mediaType =
                switch (request.body()) {
                    case XML -> "application/xml";
                    case JSON -> "application/json";
                    default -> "multipart/form-data";
                };
        return Optional.of(content(mediaType, schema).with("required", true));
    }

    /** An upload of v3 has the file, and all other fields as JSON in the part {@code meta}, which is what is signed. */
    private Node multipart(ObjectShape shape) {
        List<Field> files = shape.fields().stream()
                .filter(field -> field.type() == FieldType.Scalar.FILE)
                .toList();
        List<Field> others =
                shape.fields().stream().filter(field -> !files.contains(field)).toList();
        Node properties = Node.of("meta", schemas.object(new ObjectShape(others, shape.groups())));
        files.forEach(file -> properties.with(file.name(), schemas.field(file)));
        return Node.of("type", "object")
                .with("required", properties.toMap().keySet())
                .with("properties", properties);
    }

    /** Returns a reference to a message, which becomes a component unless it is a shared type. */
    private Node message(String name, Optional<String> type, ObjectShape shape) {
        return type.map(shared -> Schemas.reference(Schemas.component(shared))).orElseGet(() -> {
            components.put(name, schemas.object(shape).toMap());
            return Schemas.reference(name);
        });
    }

    private Node responses(String id, Operation operation, boolean v3) {
        Response response = operation.response();
        Node responses =
                switch (response.kind()) {
                    case XML -> success(id, response, "application/xml");
                    case JSON -> success(id, response, "application/json");
                    case EMPTY -> Node.of("204", Node.of("description", "Success."));
                    case ACCEPTED ->
                        Node.of("202", Node.of("description", "The request was taken, and is carried out later."));
                    case STREAM ->
                        Node.of(
                                "200",
                                Node.of("description", "The file.")
                                        .withAll(content("application/octet-stream", schemas.file())));
                    case REDIRECT -> Node.of("200", Node.of("description", "A page for the user's browser."));
                };
        if (v3) {
            responses.with(
                    "default",
                    Node.of("description", "An error.").withAll(content("application/json", Schemas.reference(ERROR))));
        }
        return responses;
    }

    private Node success(String id, Response response, String mediaType) {
        return Node.of(
                "200",
                Node.of("description", "Success, or an error that the fields report.")
                        .withAll(content(mediaType, message(id + ".response", response.type(), response.shape()))));
    }

    /** The signature of v2 is a field of the body, for which OpenAPI has no scheme. */
    private List<Node> security(Security security, boolean v3) {
        Node all = new Node();
        if (v3 && !security.requestUnsigned()) {
            all.toMap().put(V3_SECURITY, List.of());
        }
        if (security.clientCertificate() && version.isAtLeast(OpenApiVersion.V3_1)) {
            all.toMap().put(CERTIFICATE_SECURITY, List.of());
        }
        return all.isEmpty() ? List.of() : List.of(all);
    }

    private static Node proofs(Operation operation, boolean v3) {
        Security security = operation.security();
        Node proofs = new Node();
        if (!security.requestUnsigned()) {
            proofs.with("x-wxpay-request-signature", v3 ? header("Authorization") : SIGN_FIELD);
        }
        if (!security.responseUnsigned() && !operation.isStream() && !operation.isRedirect()) {
            proofs.with("x-wxpay-response-signature", v3 ? header("Wechatpay-Signature") : SIGN_FIELD);
        }
        return proofs.flag("x-wxpay-client-certificate", security.clientCertificate())
                .flag("x-wxpay-without-nonce", security.nonceless())
                .flag("x-wxpay-unsigned-request", security.requestUnsigned())
                .flag("x-wxpay-unsigned-response", security.responseUnsigned())
                .with("x-wxpay-workwx-signed", security.workwxSigned());
    }

    /** Returns the place of a signature of v3. */
    static Node header(String name) {
        return Node.of("in", "header").with("name", name);
    }

    private static Node lifecycle(Operation operation) {
        return new Node()
                .flag("x-wxpay-closed", operation.lifecycle().closed())
                .with("x-wxpay-deprecation-reason", operation.lifecycle().deprecated())
                .with("x-wxpay-replaced-by", operation.lifecycle().replacedBy());
    }

    private static Node effects(Effects effects) {
        return new Node()
                .flag("x-wxpay-read-only", effects.readOnly())
                .flag("x-wxpay-idempotent", effects.idempotent())
                .with("x-wxpay-uncertain-errors", effects.uncertain())
                .with(
                        "x-wxpay-errors",
                        effects.errors().stream().map(Operations::error).toList())
                .with("x-wxpay-echoes", effects.echoes())
                .with("x-wxpay-rate-limit", effects.rateLimit())
                .with(
                        "x-wxpay-notifies",
                        effects.notifies().stream().map(NotificationRef::id).toList())
                .with("x-wxpay-settled-by", effects.settledBy());
    }

    private static Node error(ErrorSpec error) {
        return Node.of("code", error.code())
                .with("status", error.status())
                .with("title", error.title())
                .with("advice", error.advice())
                .flag("uncertain", error.uncertain());
    }

    private static Node file(Response response) {
        return new Node()
                .with("x-wxpay-file", response.file().map(kind -> kind.name().toLowerCase(Locale.ROOT)))
                .with("x-wxpay-fragment", response.fragment())
                .with("x-wxpay-download", response.download().map(Operations::download));
    }

    private static Node pages(Pages pages) {
        return Node.of("by", pages.by().name().toLowerCase(Locale.ROOT))
                .with("at", pages.at())
                .with("first", pages.by() == PageKind.TOKEN ? OptionalLong.empty() : OptionalLong.of(pages.first()))
                .with("size", pages.size())
                .with("items", pages.items())
                .with("total", pages.total())
                .with("next", pages.next());
    }

    private static Node download(Download download) {
        return Node.of("url", download.url())
                .with("hash-type", download.hashType())
                .with("hash-value", download.hashValue())
                .with("state", download.state())
                .with("waiting", download.waiting());
    }
}
