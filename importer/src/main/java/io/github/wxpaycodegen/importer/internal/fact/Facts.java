package io.github.wxpaycodegen.importer.internal.fact;

import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
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
import io.github.wxpaycodegen.importer.internal.document.Section;
import io.github.wxpaycodegen.importer.internal.yaml.FlowText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Collects the facts of specs. Shared types are written out where they are used, and the groups of indexed fields are
 * transparent, so that equal facts mean that the same requests and responses are described.
 */
public final class Facts {
    private final Map<String, SharedType> types = new HashMap<>();
    private final Map<FactKey, Fact> facts = new LinkedHashMap<>();

    private Facts(Specs specs) {
        specs.types().forEach(type -> types.put(type.id(), type));
    }

    /** Returns the facts of all operations and notifications, in the order of the specs. */
    public static Map<FactKey, Fact> of(Specs specs) {
        Facts facts = new Facts(specs);
        specs.endpoints().forEach(endpoint -> endpoint.operations()
                .forEach(operation -> facts.operation(endpoint.uri(), operation, endpoint.protocol())));
        specs.notifications().forEach(facts::notification);
        return facts.facts;
    }

    private void operation(String uri, Operation operation, Protocol protocol) {
        FactKey name = new FactKey(uri, operation.method().name().toLowerCase(Locale.ROOT), "", "");
        OperationValues.of(operation, protocol)
                .forEach((attribute, value) -> put(name.sibling(attribute), value, operation.span()));
        fields(name, Section.PATH, operation.request().path());
        fields(name, Section.QUERY, operation.request().query());
        fields(name, Section.HEADERS, operation.request().headers());
        // The shape has the fields of a shared object too.
        fields(name, Section.REQUEST, operation.request().shape().fields());
        fields(name, Section.RESPONSE, operation.response().shape().fields());
        fields(name, Section.ERROR_FIELDS, operation.response().errorFields());
        groups(name, operation.request().shape().groups(), operation.span());
    }

    private void notification(NotificationSpec notification) {
        FactKey name = new FactKey(notification.path(), Section.NOTIFICATION, "", "");
        OperationValues.of(notification)
                .forEach((attribute, value) -> put(name.sibling(attribute), value, notification.span()));
        boolean v2 = notification.protocol() == Protocol.V2;
        fields(name, v2 ? Section.BODY : Section.RESOURCE, notification.body().fields());
        notification.reply().ifPresent(reply -> {
            fields(name, Section.REPLY, reply.fields());
            groups(name, reply.groups(), notification.span());
        });
    }

    private void fields(FactKey operation, Section section, List<Field> fields) {
        fields.forEach(field -> field(operation, section.key(), field));
    }

    private void field(FactKey operation, String parent, Field field) {
        boolean indexed = field.indexed();
        String path = parent + "." + field.name();
        FactKey name = new FactKey(operation.uri(), operation.method(), path, "");
        FieldValues.of(field).forEach((attribute, value) -> {
            boolean implied = attribute.equals("required") && parent.equals(Section.PATH.key());
            if (!implied) {
                put(name.sibling(attribute), value, field.span());
            }
        });
        FieldType type = field.type();
        if (type instanceof FieldType.InlineObject inline) {
            object(name, indexed ? parent : path, field, inline.shape(), field.span());
        } else if (type instanceof FieldType.InlineEnum inline) {
            enumeration(name, field, inline.shape(), field.span());
        } else if (type instanceof FieldType.Reference reference) {
            SharedType shared = types.get(reference.typeId());
            if (shared != null && shared.shape() instanceof TypeShape.OfObject shape) {
                object(name, indexed ? parent : path, field, shape.shape(), shared.span());
            } else if (shared != null && shared.shape() instanceof TypeShape.OfEnum shape) {
                enumeration(name, field, shape.shape(), shared.span());
            }
        } else {
            type(name, ((FieldType.Scalar) type).name().toLowerCase(Locale.ROOT).replace('_', '-'), field);
        }
    }

    private void object(FactKey name, String path, Field field, ObjectShape shape, SourceSpan place) {
        if (!field.indexed()) {
            type(name, "object", field);
        }
        groups(name, shape.groups(), place);
        shape.fields().forEach(inner -> field(name, path, inner));
    }

    private void enumeration(FactKey name, Field field, EnumShape shape, SourceSpan place) {
        type(name, shape.integers() ? "integer" : "string", field);
        for (EnumValue value : shape.values()) {
            put(name.sibling("enum[" + value.value() + "]"), "true", place);
            value.title()
                    .ifPresent(title ->
                            put(name.sibling("enumTitle[" + value.value() + "]"), FlowText.of(title), value.span()));
            value.deprecated()
                    .ifPresent(reason -> put(
                            name.sibling("enumDeprecated[" + value.value() + "]"), FlowText.of(reason), value.span()));
        }
    }

    private void type(FactKey name, String type, Field field) {
        put(name.sibling("type"), field.list() ? type + "[]" : type, field.span());
    }

    private void groups(FactKey name, List<FieldGroup> groups, SourceSpan place) {
        for (FieldGroup.Kind kind : FieldGroup.Kind.values()) {
            List<List<String>> names = groups.stream()
                    .filter(group -> group.kind() == kind)
                    .map(FieldGroup::names)
                    .toList();
            if (!names.isEmpty()) {
                String key = kind == FieldGroup.Kind.EXACTLY_ONE_OF ? "exactlyOneOf" : "atLeastOneOf";
                put(name.sibling(key), FlowText.of(names), place);
            }
        }
    }

    private void put(FactKey key, String value, SourceSpan place) {
        facts.putIfAbsent(key, new Fact(value, place));
    }
}
