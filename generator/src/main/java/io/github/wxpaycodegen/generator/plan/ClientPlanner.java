package io.github.wxpaycodegen.generator.plan;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.Settlement;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Plans a client: all classes to emit, with everything that the emitters need. */
public final class ClientPlanner {
    private final Specs specs;
    private final ClassNames names;
    private final MessagePlanner messages;
    private final Set<String> sent;
    private final List<JavaType> types = new ArrayList<>();
    /** By URI: an endpoint is a deep record, which takes long to hash. */
    private final Map<String, List<JavaOperation>> planned = new HashMap<>();

    private ClientPlanner(Specs specs, Specs all, String basePackage) {
        this.specs = specs;
        this.names = new ClassNames(basePackage, specs, all);
        this.messages = new MessagePlanner(names);
        this.sent = SentTypes.of(all);
    }

    /**
     * Returns the plan of a client, which depends on the arguments alone.
     *
     * @param specs the specs of the client
     * @param all all specs that were read: a type that any of them sends is the same class in every selection
     */
    public static JavaClient plan(Specs specs, Specs all, String basePackage) {
        return new ClientPlanner(specs, all, basePackage).plan();
    }

    private JavaClient plan() {
        specs.types().stream()
                .filter(type -> Envelope.type(type).isEmpty())
                .filter(type -> !MessagePlanner.isPlain(type))
                .forEach(this::sharedType);
        specs.endpoints().forEach(this::endpoint);
        List<JavaNotification> notifications =
                specs.notifications().stream().map(this::notification).toList();
        return new JavaClient(
                names.root(),
                names.commonErrors(),
                names.notificationIndex(),
                specs.errors(),
                types,
                specs.endpoints().stream()
                        .flatMap(endpoint -> operations(endpoint).stream())
                        .toList(),
                NodeTree.of(specs, names, this::operations),
                notifications);
    }

    private List<JavaOperation> operations(Endpoint endpoint) {
        return Objects.requireNonNull(planned.get(endpoint.uri()));
    }

    private void sharedType(SharedType type) {
        ClassName name = names.shared(type);
        String origin = type.span().file();
        Heading heading = Heading.of(type.title(), type.description());
        if (type.shape() instanceof TypeShape.OfEnum e) {
            types.add(JavaEnum.of(name, origin, heading, e.shape()));
        } else if (type.shape() instanceof TypeShape.OfObject object) {
            types.add(messages.part(name, origin, heading, sent.contains(type.id()), object.shape()));
        }
    }

    private void endpoint(Endpoint endpoint) {
        String origin = endpoint.span().file();
        List<JavaOperation> operations = new ArrayList<>();
        for (Operation operation : endpoint.operations()) {
            ClassName response = names.response(endpoint, operation);
            JavaMessage request = messages.request(
                    names.request(endpoint, operation),
                    origin,
                    Heading.of("Request of ", endpoint, operation),
                    endpoint.protocol(),
                    operation);
            if (ClassNames.hasRequestOfItsOwn(operation)) {
                types.add(request);
            }
            if (ClassNames.hasResponseOfItsOwn(operation)) {
                types.add(messages.part(
                        response,
                        origin,
                        Heading.of("Response of ", endpoint, operation),
                        false,
                        operation.response().shape()));
            }
            List<JavaField> responseFields =
                    messages.fields(response, operation.response().shape());
            operations.add(new JavaOperation(
                    endpoint,
                    operation,
                    request.name(),
                    response,
                    names.place(endpoint.chain()),
                    RequestForms.of(request.fields(), request.groups()),
                    responseFields,
                    operation.pages().map(pages -> JavaPages.of(pages, request.fields(), responseFields)),
                    operation.lifecycle().replacedBy().flatMap(names::api),
                    operation.effects().settledBy().map(uri -> new JavaSettlement(uri, query(operation, uri))),
                    notifications(operation)));
        }
        planned.put(endpoint.uri(), operations);
    }

    private Optional<JavaSettlement.Query> query(Operation write, String uri) {
        return names.endpoint(uri).flatMap(endpoint -> endpoint.operations().stream()
                .filter(operation -> operation.effects().readOnly()
                        && operation.response().kind() != ResponseKind.STREAM
                        && operation.response().kind() != ResponseKind.REDIRECT)
                .findFirst()
                .map(operation -> new JavaSettlement.Query(
                        operation.method(),
                        names.api(uri).orElseThrow(),
                        Settlement.of(write, operation, names::type))));
    }

    private Map<NotificationRef, ClassName> notifications(Operation operation) {
        Map<NotificationRef, ClassName> generated = new HashMap<>();
        for (NotificationRef reference : operation.effects().notifies()) {
            names.notification(reference).ifPresent(name -> generated.put(reference, name));
        }
        return generated;
    }

    private JavaNotification notification(NotificationSpec notification) {
        String origin = notification.span().file();
        ClassName content = names.content(notification);
        if (notification.bodyType().isEmpty()) {
            Heading heading = Heading.of(
                    "Content of ", notification, notification.documentation().description());
            types.add(messages.part(content, origin, heading, false, notification.body()));
        }
        Optional<ClassName> reply = notification.reply().map(shape -> {
            ClassName name = names.reply(notification);
            Heading heading = Heading.of("Reply to ", notification, Optional.empty());
            types.add(messages.reply(name, origin, heading, shape));
            return name;
        });
        return new JavaNotification(notification, names.notification(notification), content, reply);
    }
}
