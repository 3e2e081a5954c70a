package io.github.wxpaycodegen.generator.openapi;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Exports specs as an OpenAPI document: each operation with its parameters, messages and errors, each shared type, and each
 * notification as a webhook.
 *
 * <p>A client that another tool generates from it does not sign, verify, encrypt or decrypt: the extensions only state where
 * that is needed.
 */
public final class OpenApi {
    private static final String HOST = "https://api.mch.weixin.qq.com";
    private static final String V3_SCHEME = "WECHATPAY2-SHA256-RSA2048";

    private final Specs specs;
    private final OpenApiVersion version;
    private final Schemas schemas;
    private final Map<String, Object> components = new TreeMap<>();
    private final Operations operations;

    private OpenApi(Specs specs, OpenApiVersion version) {
        this.specs = specs;
        this.version = version;
        this.schemas = new Schemas(version);
        this.operations = new Operations(specs.productFolders(), version, schemas, components);
    }

    /**
     * Returns the document of specs.
     *
     * @param documentVersion the version that the document states of the API, such as that of the specs
     */
    public static OpenApiDocument export(Specs specs, OpenApiVersion version, String documentVersion) {
        return export(specs, version, "WeChat Pay", documentVersion);
    }

    /**
     * Returns the document of specs.
     *
     * @param title the name of the API
     * @param documentVersion the version that the document states of the API, such as that of the specs
     */
    public static OpenApiDocument export(Specs specs, OpenApiVersion version, String title, String documentVersion) {
        return new OpenApiDocument(
                new OpenApi(specs, version).document(title, documentVersion).toMap());
    }

    /** Returns the product of an endpoint: {@code v3/pay}, or below a folder that is divided, {@code v3/marketing/favor}. */
    public static String product(Specs specs, Endpoint endpoint) {
        return Operations.tag(specs.productFolders(), endpoint);
    }

    private Node document(String title, String documentVersion) {
        specs.types()
                .forEach(type -> components.put(
                        Schemas.component(type.id()), schemas.shared(type).toMap()));
        components.put(Operations.ERROR, Operations.error().toMap());
        Map<String, Object> paths = paths();
        Map<String, Object> webhooks = webhooks();
        return Node.of("openapi", version.text())
                .with(
                        "info",
                        Node.of("title", title)
                                .with("description", "The operations of WeChat Pay, exported from wxpay-codegen specs.")
                                .with("version", documentVersion))
                .with("servers", List.of(Node.of("url", HOST)))
                .with("tags", tags())
                .with("paths", paths.isEmpty() ? Optional.empty() : paths)
                .with(version.isAtLeast(OpenApiVersion.V3_1) ? "webhooks" : "x-webhooks", webhooks)
                .with("components", Node.of("schemas", components).with("securitySchemes", securitySchemes()));
    }

    private Node securitySchemes() {
        Node schemes = Node.of(
                Operations.V3_SECURITY,
                Node.of("type", "http")
                        .with("scheme", V3_SCHEME)
                        .with(
                                "description",
                                "Signature by the merchant's private key over method, URL, time, nonce, body."));
        return version.isAtLeast(OpenApiVersion.V3_1)
                ? schemes.with(
                        Operations.CERTIFICATE_SECURITY,
                        Node.of("type", "mutualTLS").with("description", "The merchant's API certificate."))
                : schemes;
    }

    private List<Node> tags() {
        Map<String, Node> tags = new TreeMap<>();
        for (Endpoint endpoint : specs.endpoints()) {
            String tag = product(specs, endpoint);
            tags.computeIfAbsent(tag, name -> Node.of("name", name)
                    .with(
                            "description",
                            Optional.ofNullable(specs.folderTitles().get(name))));
        }
        return List.copyOf(tags.values());
    }

    private Map<String, Object> paths() {
        Map<String, Object> paths = new LinkedHashMap<>();
        Map<String, String> shapes = new LinkedHashMap<>();
        for (Endpoint endpoint : specs.endpoints()) {
            String path = endpoint.wirePath();
            String shape = path.replaceAll("\\{[^}]*}", "{}");
            if (shapes.putIfAbsent(shape, endpoint.uri()) != null) {
                // OpenAPI distinguishes paths by their literals alone. A fragment is not sent.
                path += "#" + path.replaceAll("[^{]*\\{([^}]*)}[^{]*", "$1");
            }
            Node item = new Node();
            for (Operation operation : endpoint.operations()) {
                item.with(operation.method().name().toLowerCase(Locale.ROOT), operations.describe(endpoint, operation));
            }
            paths.put(path, item.toMap());
        }
        return paths;
    }

    private Map<String, Object> webhooks() {
        Map<String, Object> webhooks = new LinkedHashMap<>();
        for (NotificationSpec notification : specs.notifications()) {
            String name = notification.path().substring(notification.path().indexOf('/') + 1);
            webhooks.put(name, Node.of("post", webhook(name, notification)).toMap());
        }
        return webhooks;
    }

    private Node webhook(String name, NotificationSpec notification) {
        boolean v3 = notification.protocol() == Protocol.V3;
        Node body = notification
                .bodyType()
                .map(type -> Schemas.reference(Schemas.component(type)))
                .orElseGet(() -> schemas.object(notification.body()));
        Node content = v3 ? envelope(notification, body) : body;
        Node reply = notification.reply().map(schemas::object).orElseGet(Node::new);
        return Node.of("operationId", "notifications." + name.replace('/', '.'))
                .withAll(Documents.of(notification.documentation()))
                .with("requestBody", Operations.content(v3 ? "application/json" : "application/xml", content))
                .with(
                        "responses",
                        Node.of(
                                "200",
                                Node.of("description", "Received.")
                                        .with(
                                                "content",
                                                reply.isEmpty()
                                                        ? new Node()
                                                        : Node.of("application/json", Node.of("schema", reply)))))
                .with("x-wxpay-protocol", v3 ? "v3" : "v2")
                .with("x-wxpay-request-signature", signature(notification))
                .with("x-wxpay-notification", notification.id())
                .with("x-wxpay-event-types", notification.eventTypes())
                .with("x-wxpay-original-types", notification.originalTypes())
                .with("x-wxpay-recognized-by", notification.recognizedBy());
    }

    /** Returns the place of the signature; empty for a v2 message that proves itself by an encrypted document. */
    private static Optional<Node> signature(NotificationSpec notification) {
        if (notification.protocol() == Protocol.V3) {
            return Optional.of(Operations.header("Wechatpay-Signature"));
        }
        return notification.document().isPresent() ? Optional.empty() : Optional.of(Operations.SIGN_FIELD);
    }

    /** Returns the message of v3, whose resource is encrypted unless it is plain. */
    private static Node envelope(NotificationSpec notification, Node resource) {
        Node text = Node.of("type", "string");
        Node encrypted = Node.of("type", "object")
                .with(
                        "properties",
                        Node.of("original_type", text)
                                .with("algorithm", text)
                                .with("ciphertext", text)
                                .with("associated_data", text)
                                .with("nonce", text))
                .with("x-wxpay-encrypted", "AES_GCM")
                .with("x-wxpay-content", resource);
        return Node.of("type", "object")
                .with(
                        "properties",
                        Node.of("id", text)
                                .with("create_time", Node.of("type", "string").with("format", "date-time"))
                                .with("event_type", text)
                                .with("resource_type", text)
                                .with("summary", text)
                                .with("resource", notification.plain() ? resource : encrypted));
    }
}
