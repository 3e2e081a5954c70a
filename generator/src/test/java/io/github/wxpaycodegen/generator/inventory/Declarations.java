package io.github.wxpaycodegen.generator.inventory;

import io.github.wxpaycodegen.generator.inventory.Evidence.Place;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All fields that the specs declare, each with the places where it stands. */
final class Declarations {
    private final Map<String, SharedType> types = new HashMap<>();
    private final Map<String, Declaration> declarations = new LinkedHashMap<>();
    private final Deque<String> within = new ArrayDeque<>();

    private Declarations(Specs specs) {
        specs.types().forEach(type -> types.put(type.id(), type));
    }

    static Collection<Declaration> of(Specs specs) {
        Declarations all = new Declarations(specs);
        for (Endpoint endpoint : specs.endpoints()) {
            endpoint.operations().forEach(operation -> all.operation(endpoint, operation));
        }
        specs.notifications().forEach(all::notification);
        return all.declarations.values();
    }

    static String name(Endpoint endpoint, Operation operation) {
        return operation.method() + " /" + endpoint.uri();
    }

    static String name(NotificationSpec notification) {
        return "NOTIFY " + (notification.protocol() == Protocol.V2 ? "v2 " : "v3 ") + notification.id();
    }

    private void operation(Endpoint endpoint, Operation operation) {
        String name = name(endpoint, operation);
        List<FieldGroup> groups = operation.request().shape().groups();
        fields(operation.request().path(), groups, name + " path", new Place(name, "request.path"));
        fields(operation.request().query(), groups, name + " query", new Place(name, "request.query"));
        fields(operation.request().headers(), List.of(), name + " headers", new Place(name, "request.header"));
        message(
                operation.request().shape(),
                operation.request().type(),
                name + " request",
                new Place(name, "request.body"));
        message(
                operation.response().shape(),
                operation.response().type(),
                name + " response",
                new Place(name, "response"));
        fields(operation.response().errorFields(), List.of(), name + " error", new Place(name, "error"));
    }

    private void notification(NotificationSpec notification) {
        String name = name(notification);
        message(notification.body(), notification.bodyType(), name, new Place(name, "resource"));
        notification
                .reply()
                .ifPresent(reply -> fields(reply.fields(), reply.groups(), name + " reply", new Place(name, "reply")));
    }

    private void message(ObjectShape shape, Optional<String> type, String owner, Place at) {
        fields(shape.fields(), shape.groups(), type.orElse(owner), at);
    }

    private void fields(List<Field> fields, List<FieldGroup> groups, String owner, Place at) {
        for (Field field : fields) {
            String id = owner + "." + field.name();
            if (field.indexed()) {
                ObjectShape shape = ((FieldType.InlineObject) field.type()).shape();
                fields(shape.fields(), shape.groups(), id, at);
                continue;
            }
            Place place = new Place(at.message(), at.path() + "." + field.name());
            boolean grouped = groups.stream().anyMatch(group -> group.names().contains(field.name()));
            declarations
                    .computeIfAbsent(id, i -> new Declaration(i, field, shape(field), grouped))
                    .places()
                    .add(place);
            children(field, id, place);
        }
    }

    private void children(Field field, String id, Place place) {
        if (field.type() instanceof FieldType.InlineObject inline) {
            fields(inline.shape().fields(), inline.shape().groups(), id, place);
        } else if (field.type() instanceof FieldType.Reference reference
                && types.get(reference.typeId()).shape() instanceof TypeShape.OfObject object
                && !within.contains(reference.typeId())) {
            within.push(reference.typeId());
            fields(object.shape().fields(), object.shape().groups(), reference.typeId(), place);
            within.pop();
        }
    }

    private Optional<TypeShape> shape(Field field) {
        return field.type() instanceof FieldType.Reference reference
                ? Optional.of(types.get(reference.typeId()).shape())
                : Optional.empty();
    }
}
