package io.github.wxpaycodegen.generator.inventory;

import io.github.wxpaycodegen.generator.inventory.Message.FieldLine;
import io.github.wxpaycodegen.generator.spec.BodyKind;
import io.github.wxpaycodegen.generator.spec.ConstantValue;
import io.github.wxpaycodegen.generator.spec.DocsPage;
import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.EnumShape;
import io.github.wxpaycodegen.generator.spec.EnumValue;
import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.FieldType;
import io.github.wxpaycodegen.generator.spec.FieldType.Scalar;
import io.github.wxpaycodegen.generator.spec.NotificationSpec;
import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.generator.spec.Protocol;
import io.github.wxpaycodegen.generator.spec.SharedType;
import io.github.wxpaycodegen.generator.spec.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.spec.Specs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The specs in the terms of the inventory: shared types taken apart, groups that are not on the wire left out. */
final class SpecMessages {
    private final Map<String, SharedType> types = new HashMap<>();

    private SpecMessages(Specs specs) {
        specs.types().forEach(type -> types.put(type.id(), type));
    }

    static List<Message> operations(Specs specs) {
        SpecMessages messages = new SpecMessages(specs);
        List<Message> all = new ArrayList<>();
        for (Endpoint endpoint : specs.endpoints()) {
            endpoint.operations().forEach(operation -> all.add(messages.operation(endpoint, operation)));
        }
        return all;
    }

    static List<Message> notifications(Specs specs) {
        SpecMessages messages = new SpecMessages(specs);
        return specs.notifications().stream().map(messages::notification).toList();
    }

    private Message operation(Endpoint endpoint, Operation operation) {
        Message message = new Message(operation.method() + " /" + endpoint.uri());
        message.header("title", operation.title());
        docs(message, operation.documentation().pages());
        message.header("path", endpoint.wirePath());
        message.header("security", operation.security());
        message.header("nonceless", operation.nonceless());
        message.header("responseUnsigned", operation.responseUnsigned());
        operation
                .hosts()
                .forEach(host -> message.header("host", host.url() + (host.alternative() ? " alternative" : "")));
        if (operation.body() != BodyKind.NONE) {
            message.header("body", operation.body().name().toLowerCase(Locale.ROOT));
        }
        message.header("response", operation.responseKind().name().toLowerCase(Locale.ROOT));
        operation.fragment().ifPresent(fragment -> message.header("fragment", fragment));
        fields(operation.pathParams(), "path", message);
        fields(operation.query(), "query", message);
        fields(operation.headers(), "header", message);
        if (endpoint.protocol() == Protocol.V3 && operation.body() == BodyKind.MULTIPART) {
            upload(operation.request().fields(), message);
        } else {
            fields(operation.request().fields(), "request", message);
        }
        fields(operation.response().fields(), "response", message);
        fields(operation.errorFields(), "error", message);
        return message;
    }

    /** The fields of an upload beside the file are one JSON document in the part {@code meta}. */
    private void upload(List<Field> fields, Message message) {
        fields(fields.stream().filter(f -> f.type() == Scalar.FILE).toList(), "request", message);
        message.fields().add(new FieldLine("request.meta", Map.of("type", "string", "required", "yes")));
        fields(fields.stream().filter(f -> f.type() != Scalar.FILE).toList(), "request.meta", message);
    }

    private Message notification(NotificationSpec notification) {
        Message message =
                new Message(notification.protocol().name().toLowerCase(Locale.ROOT) + " " + notification.id());
        message.header("title", notification.title());
        docs(message, notification.documentation().pages());
        if (!notification.eventTypes().isEmpty()) {
            message.header("eventTypes", String.join(" ", notification.eventTypes()));
        }
        if (!notification.originalTypes().isEmpty()) {
            message.header("originalTypes", String.join(" ", notification.originalTypes()));
        }
        message.header("plain", notification.plain());
        notification.reply().ifPresent(reply -> fields(reply.fields(), "reply", message));
        fields(notification.body().fields(), notification.protocol() == Protocol.V2 ? "body" : "resource", message);
        return message;
    }

    private static void docs(Message message, List<DocsPage> docs) {
        if (!docs.isEmpty()) {
            message.header("docs", docs.stream().map(DocsPage::url).collect(Collectors.joining(" ")));
        }
    }

    private void fields(List<Field> fields, String at, Message message) {
        for (Field field : fields) {
            if (field.indexed()) {
                fields(children(field), at, message);
                continue;
            }
            String place = at + "." + field.name();
            message.fields().add(new FieldLine(place, aspects(field)));
            fields(children(field), place, message);
        }
    }

    private List<Field> children(Field field) {
        if (field.type() instanceof FieldType.InlineObject inline) {
            return inline.shape().fields();
        }
        return shared(field)
                .map(shape -> shape instanceof TypeShape.OfObject o ? o.shape().fields() : List.<Field>of())
                .orElse(List.of());
    }

    private Map<String, String> aspects(Field field) {
        Map<String, String> aspects = new LinkedHashMap<>();
        aspects.put("type", type(field));
        if (field.required()) {
            aspects.put("required", "yes");
        }
        field.encrypted()
                .ifPresent(e -> aspects.put(
                        "encrypted", e.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        field.encoded().ifPresent(e -> aspects.put("encoded", e.name().toLowerCase(Locale.ROOT)));
        field.signed().ifPresent(signed -> aspects.put("signed", signed));
        field.limits().maxLength().ifPresent(max -> aspects.put("maxLength", Integer.toString(max)));
        if (field.encoded().isPresent() && field.list()) {
            aspects.put("root", "array:" + base(field));
        }
        enumShape(field)
                .map(shape -> shape.values().stream().map(EnumValue::value).toList())
                .or(() -> field.constant().map(SpecMessages::text).map(List::of))
                .ifPresent(values -> aspects.put("enum", InventoryFile.values(values)));
        return aspects;
    }

    private String type(Field field) {
        boolean document = field.encoded().isPresent() || field.encrypted().isPresent() && !field.list();
        return document ? "string" : base(field) + (field.list() ? "[]" : "");
    }

    private String base(Field field) {
        Optional<EnumShape> enumShape = enumShape(field);
        if (enumShape.isPresent()) {
            return enumShape.get().integers() ? "integer" : "string";
        }
        if (field.type() instanceof Scalar scalar) {
            return scalar == Scalar.FILE
                    ? "object"
                    : scalar.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        return "object";
    }

    private Optional<EnumShape> enumShape(Field field) {
        if (field.type() instanceof FieldType.InlineEnum inline) {
            return Optional.of(inline.shape());
        }
        return shared(field).flatMap(s -> s instanceof TypeShape.OfEnum e ? Optional.of(e.shape()) : Optional.empty());
    }

    private Optional<TypeShape> shared(Field field) {
        return field.type() instanceof FieldType.Reference reference
                ? Optional.of(types.get(reference.typeId()).shape())
                : Optional.empty();
    }

    private static String text(ConstantValue constant) {
        return constant instanceof ConstantValue.Text text
                ? text.value()
                : Long.toString(((ConstantValue.Integer) constant).value());
    }
}
