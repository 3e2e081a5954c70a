package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.ErrorCatalog;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.name.EndpointNames;
import io.github.wxpaycodegen.generator.name.JavaNames;
import io.github.wxpaycodegen.generator.name.Products;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Which class stands for what. */
final class ClassNames {
    private final String basePackage;
    private final Products products;
    private final ErrorCatalog errors;
    private final Map<String, SharedType> types = new HashMap<>();
    private final Map<String, Endpoint> endpoints = new HashMap<>();
    private final Map<NotificationRef, NotificationSpec> notifications = new HashMap<>();

    ClassNames(String basePackage, Specs specs) {
        this.basePackage = basePackage;
        this.products = new Products(specs.productFolders());
        this.errors = specs.errors();
        specs.types().forEach(type -> types.put(type.id(), type));
        specs.endpoints().forEach(endpoint -> endpoints.put(endpoint.uri(), endpoint));
        specs.notifications().forEach(each -> notifications.put(new NotificationRef(each.protocol(), each.id()), each));
    }

    ClassName root() {
        return ClassName.get(basePackage, "WxPay");
    }

    /** The class with the advice for error codes that operations share; empty where there is none. */
    Optional<ClassName> commonErrors() {
        return hasAdvice(errors) ? Optional.of(ClassName.get(basePackage, "CommonErrors")) : Optional.empty();
    }

    private static boolean hasAdvice(ErrorCatalog errors) {
        return Stream.concat(errors.v2().stream(), errors.v3().stream())
                .anyMatch(error -> error.advice().isPresent());
    }

    /** Returns whether the response is a message that no other operation has. */
    static boolean hasResponseOfItsOwn(Operation operation) {
        return operation.response().type().isEmpty()
                && operation.response().kind() != ResponseKind.STREAM
                && operation.response().kind() != ResponseKind.REDIRECT;
    }

    SharedType type(String id) {
        return Objects.requireNonNull(types.get(id));
    }

    ClassName shared(SharedType type) {
        return ClassName.get(packageOf(type.folder()), type.name());
    }

    ClassName request(Endpoint endpoint, Operation operation) {
        return message(endpoint, operation, "Request");
    }

    /** What a call answers: a message, a file or a URL. */
    ClassName response(Endpoint endpoint, Operation operation) {
        return switch (operation.response().kind()) {
            case STREAM -> Runtime.DOWNLOADED_FILE;
            case REDIRECT -> ClassName.get(URI.class);
            default ->
                operation
                        .response()
                        .type()
                        .map(id -> shared(type(id)))
                        .orElseGet(() -> message(endpoint, operation, "Response"));
        };
    }

    ClassName notification(NotificationSpec notification) {
        return ClassName.get(
                packageOf(notification.folder()),
                notification.javaName().orElseGet(() -> JavaNames.notification(notification.id())));
    }

    /** The class of a notification; empty where it is not generated. */
    Optional<ClassName> notification(NotificationRef reference) {
        return Optional.ofNullable(notifications.get(reference)).map(this::notification);
    }

    /** What a notification says: its resource in v3, its body in v2. */
    ClassName content(NotificationSpec notification) {
        return notification.bodyType().map(id -> shared(type(id))).orElseGet(() -> {
            ClassName owner = notification(notification);
            return owner.peerClass(owner.simpleName() + contentKind(notification));
        });
    }

    /** The reply that the gateway waits for. */
    ClassName reply(NotificationSpec notification) {
        ClassName owner = notification(notification);
        return owner.peerClass(owner.simpleName() + "Reply");
    }

    static String contentKind(NotificationSpec notification) {
        return notification.protocol() == Protocol.V3 ? "Resource" : "Body";
    }

    /** The list of all notifications. */
    ClassName notificationIndex() {
        return ClassName.get(packageOf("notifications"), "NotificationIndex");
    }

    ClassName operations(Endpoint endpoint) {
        return ClassName.get(
                packageOf(endpoint.chain()), EndpointNames.place(endpoint.chain(), endpoint.javaName()) + "Operation");
    }

    /**
     * Returns the interface of a place in the chain.
     *
     * @param javaName the name that the spec of its operations gives its last segment
     */
    ClassName api(String path, Optional<String> javaName) {
        // The roots stand beside the class that leads to them.
        String packageName = path.contains("/") ? packageOf(path) : basePackage;
        return ClassName.get(packageName, EndpointNames.place(path, javaName) + "Api");
    }

    /** The interface of a URI; empty where it is not generated. */
    Optional<ClassName> api(String uri) {
        return Optional.ofNullable(endpoints.get(uri)).map(endpoint -> api(endpoint.chain(), endpoint.javaName()));
    }

    /** The endpoint of a URI; empty where it is not generated. */
    Optional<Endpoint> endpoint(String uri) {
        return Optional.ofNullable(endpoints.get(uri));
    }

    private ClassName message(Endpoint endpoint, Operation operation, String kind) {
        return ClassName.get(packageOf(endpoint.chain()), EndpointNames.messages(endpoint, operation) + kind);
    }

    private String packageOf(String path) {
        String product = products.packageOf(path);
        return product.isEmpty() ? basePackage : basePackage + "." + product;
    }
}
