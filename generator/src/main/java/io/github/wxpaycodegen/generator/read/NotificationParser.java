package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.spec.NotificationSpec;
import io.github.wxpaycodegen.generator.spec.Protocol;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a notification file. */
final class NotificationParser {
    static final String FOLDER = "notifications/";
    private static final Set<String> KEYS = Set.of(
            "id",
            "protocol",
            "eventTypes",
            "originalTypes",
            "title",
            "description",
            "docs",
            "plain",
            "resource",
            "body",
            "java");

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
                .flatMap(this::notification);
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
        return protocol.map(p -> new NotificationSpec(
                mapping.span(),
                p,
                mapping.text("id").orElse(""),
                mapping.texts("eventTypes"),
                mapping.texts("originalTypes"),
                mapping.text("title").orElse(""),
                mapping.text("description"),
                mapping.oneOrMore("docs"),
                mapping.flag("plain"),
                body.shape(),
                mapping.text("java"),
                body.type()));
    }
}
