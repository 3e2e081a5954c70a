package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parses a notification file. */
final class NotificationParser {
    static final String FOLDER = "notifications/";
    private static final Set<String> OWN_KEYS = Set.of(
            "id",
            "protocol",
            "eventTypes",
            "originalTypes",
            "recognizedBy",
            "plain",
            "resource",
            "body",
            "reply",
            "exactlyOneOf",
            "atLeastOneOf",
            "java",
            SuppressParser.KEY);
    private static final Set<String> KEYS =
            Stream.of(OWN_KEYS, DocumentationParser.KEYS).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> GROUPS = Set.of("exactlyOneOf", "atLeastOneOf");

    private final NodeReader reader;
    private final TypeIndex index;

    NotificationParser(NodeReader reader, TypeIndex index) {
        this.reader = reader;
        this.index = index;
    }

    Optional<NotificationSpec> parse(Mapping root) {
        root.allow(Set.of("notification"));
        return root.require("notification", "{id: TRANSACTION.SUCCESS, ...}")
                .flatMap(node -> reader.mapping(node, "the notification"))
                .flatMap(mapping -> {
                    SuppressParser.parse(root.entry("notification"), mapping);
                    return notification(mapping);
                });
    }

    private Optional<NotificationSpec> notification(Mapping mapping) {
        mapping.allow(KEYS);
        mapping.require("id", "TRANSACTION.SUCCESS");
        mapping.require("protocol", "v3");
        mapping.require("title", "支付成功通知");
        Optional<Protocol> protocol =
                mapping.choice("protocol", Code.UNKNOWN_VALUE, Map.of("v2", Protocol.V2, "v3", Protocol.V3));
        String fieldsKey = protocol.filter(Protocol.V2::equals).isPresent() ? "body" : "resource";
        String otherKey = fieldsKey.equals("body") ? "resource" : "body";
        if (mapping.has(otherKey)) {
            reader.problems()
                    .add(
                            Code.NOT_APPLICABLE,
                            mapping.spanOf(otherKey),
                            "this notification has its fields under `" + fieldsKey + "`",
                            "rename the key");
        }
        mapping.require(fieldsKey, "{...}");
        FieldParser fields = new FieldParser(reader, index, TypeIndex.parent(reader.file()));
        MessageParser.Message body = new MessageParser(reader, index, fields).message(mapping, fieldsKey);
        protocol.ifPresent(p -> identity(p, mapping, body));
        return protocol.map(p -> new NotificationSpec(
                mapping.span(),
                p,
                mapping.text("id").orElse(""),
                mapping.texts("eventTypes"),
                mapping.texts("originalTypes"),
                mapping.texts("recognizedBy"),
                new DocumentationParser(reader).parse(mapping),
                mapping.flag("plain"),
                body.shape(),
                mapping.text("java"),
                body.type(),
                reply(mapping, fields)));
    }

    /** Returns the reply, which is written like a v2 request: with the groups of its fields next to it. */
    private Optional<ObjectShape> reply(Mapping mapping, FieldParser fields) {
        if (!mapping.has("reply")) {
            GROUPS.forEach(key -> notApplicable(mapping, key, "`" + key + "` groups the fields of a `reply`"));
            return Optional.empty();
        }
        ObjectShape message = new MessageParser(reader, index, fields)
                .message(mapping, "reply")
                .shape();
        ReservedFields.check(message.fields(), "reply", reader.problems());
        List<FieldGroup> groups = new ArrayList<>(message.groups());
        groups.addAll(fields.shape(message.fields(), mapping).groups());
        return Optional.of(new ObjectShape(message.fields(), groups));
    }

    /** Checks how the notification is recognized: in v3 by its types, in v2 mostly by its fields. */
    private void identity(Protocol protocol, Mapping mapping, MessageParser.Message body) {
        if (protocol == Protocol.V3) {
            mapping.require("eventTypes", "[TRANSACTION.SUCCESS]");
            notApplicable(
                    mapping, "recognizedBy", "a v3 notification is recognized by `eventTypes` and `originalTypes`");
            notApplicable(mapping, "reply", "the reply to a v3 notification has no fields");
            return;
        }
        notApplicable(mapping, "originalTypes", "a v2 notification has no `original_type`");
        notApplicable(mapping, "plain", "a v2 notification says by its fields what is encrypted");
        if (!mapping.has("eventTypes")) {
            mapping.require("recognizedBy", "[transaction_id, out_trade_no]");
        }
        Set<String> names = body.shape().fields().stream().map(Field::name).collect(Collectors.toSet());
        for (String name : mapping.texts("recognizedBy")) {
            if (!names.contains(name)) {
                reader.problems()
                        .add(
                                Code.GROUP_MEMBER,
                                mapping.spanOf("recognizedBy"),
                                "`recognizedBy` names `" + name + "`, which is not a field of the body",
                                Suggestion.among(name, names));
            }
        }
    }

    private void notApplicable(Mapping mapping, String key, String why) {
        if (mapping.has(key)) {
            reader.problems().add(Code.NOT_APPLICABLE, mapping.spanOf(key), why, "remove `" + key + "`");
        }
    }
}
