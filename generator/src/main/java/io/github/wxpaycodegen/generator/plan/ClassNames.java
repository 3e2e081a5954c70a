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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Maps items of the specs to their classes. */
final class ClassNames {
    private final String basePackage;
    private final Products products;
    private final ErrorCatalog errors;
    private final Map<String, SharedType> types = new HashMap<>();
    private final Map<String, Endpoint> endpoints = new HashMap<>();
    private final Map<String, Endpoint> byChain = new HashMap<>();
    private final Map<NotificationRef, NotificationSpec> notifications = new HashMap<>();

    /** The interfaces of places, of which each is the enclosing one of many. */
    private final Map<String, ClassName> places = new HashMap<>();

    ClassNames(String basePackage, Specs specs) {
        this(basePackage, specs, specs);
    }

    /**
     * Creates the names of the classes of a client.
     *
     * @param all all specs that were read, so that a place has the same name in every selection of them
     */
    ClassNames(String basePackage, Specs specs, Specs all) {
        this.basePackage = basePackage;
        this.products = new Products(specs.productFolders());
        this.errors = specs.errors();
        specs.types().forEach(type -> types.put(type.id(), type));
        specs.endpoints().forEach(endpoint -> endpoints.put(endpoint.uri(), endpoint));
        all.endpoints().forEach(endpoint -> byChain.putIfAbsent(endpoint.chain(), endpoint));
        specs.notifications().forEach(each -> notifications.put(new NotificationRef(each.protocol(), each.id()), each));
    }

    ClassName root() {
        return ClassName.get(basePackage, "WxPay");
    }

    /** Returns the class with the advice for error codes that operations share; empty if there is none. */
    Optional<ClassName> commonErrors() {
        return hasAdvice(errors) ? Optional.of(ClassName.get(basePackage, "CommonErrors")) : Optional.empty();
    }

    private static boolean hasAdvice(ErrorCatalog errors) {
        return Stream.concat(errors.v2().stream(), errors.v3().stream())
                .anyMatch(error -> error.advice().isPresent());
    }

    /** Returns whether the request has fields. All requests without fields share one class. */
    static boolean hasRequestOfItsOwn(Operation operation) {
        return !operation.request().given().isEmpty();
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

    /** Returns the class of a shared type, which may be one of the runtime. */
    ClassName shared(SharedType type) {
        return Envelope.type(type).orElseGet(() -> ClassName.get(packageOf(type.folder()), type.name()));
    }

    ClassName request(Endpoint endpoint, Operation operation) {
        return hasRequestOfItsOwn(operation) ? message(endpoint, operation, "Request") : Runtime.EMPTY_REQUEST;
    }

    /** Returns the type of a call's result: a message, a file or a URL. */
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

    /** Returns the class of a notification; empty if it is not generated. */
    Optional<ClassName> notification(NotificationRef reference) {
        return Optional.ofNullable(notifications.get(reference)).map(this::notification);
    }

    /** Returns the class of a notification's content: its resource in v3, its body in v2. */
    ClassName content(NotificationSpec notification) {
        return notification.bodyType().map(id -> shared(type(id))).orElseGet(() -> {
            ClassName owner = notification(notification);
            return owner.peerClass(owner.simpleName() + contentKind(notification));
        });
    }

    /** Returns the class of the reply that the gateway expects. */
    ClassName reply(NotificationSpec notification) {
        ClassName owner = notification(notification);
        return owner.peerClass(owner.simpleName() + "Reply");
    }

    static String contentKind(NotificationSpec notification) {
        return notification.protocol() == Protocol.V3 ? "Resource" : "Body";
    }

    /** Returns the class that lists all notifications. */
    ClassName notificationIndex() {
        return ClassName.get(packageOf("notifications"), "NotificationIndex");
    }

    /**
     * Returns the interface of a place in the chain. Interfaces of roots and products have files of their own; all
     * others are nested in the interface of the previous step. The name follows from the path alone, so that additions
     * elsewhere do not change it.
     */
    ClassName place(String path) {
        ClassName known = places.get(path);
        return known == null ? place(EndpointNames.steps(path)) : known;
    }

    private ClassName place(List<String> steps) {
        String path = String.join("/", steps);
        ClassName known = places.get(path);
        if (known == null) {
            known = place(path, steps);
            places.put(path, known);
        }
        return known;
    }

    private ClassName place(String path, List<String> steps) {
        String name = EndpointNames.place(path, javaName(path));
        if (products.isProduct(path)) {
            // The roots are in the package of the class whose methods return them.
            return ClassName.get(steps.size() == 1 ? basePackage : packageOf(path), name + "Api");
        }
        ClassName enclosing = place(steps.subList(0, steps.size() - 1));
        // Java forbids a nested class with the name of an enclosing class, at any depth.
        while (enclosing.simpleNames().contains(name)) {
            name = enclosing.simpleName() + name;
        }
        return enclosing.nestedClass(name);
    }

    /** Returns the method of its parent that returns a place in the chain. */
    String step(String path) {
        return JavaNames.segment(javaName(path).orElseGet(() -> EndpointNames.lastSegment(path)));
    }

    /** Returns the name that the spec of its operations gives the last segment of a path. */
    private Optional<String> javaName(String path) {
        return Optional.ofNullable(byChain.get(path)).flatMap(Endpoint::javaName);
    }

    /** The interface of a URI; empty where it is not generated. */
    Optional<ClassName> api(String uri) {
        return Optional.ofNullable(endpoints.get(uri)).map(endpoint -> place(endpoint.chain()));
    }

    /** Returns the endpoint of a URI; empty if it is not generated. */
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
