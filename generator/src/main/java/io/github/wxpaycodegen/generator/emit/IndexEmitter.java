package io.github.wxpaycodegen.generator.emit;

import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.NotificationSpec;
import io.github.wxpaycodegen.generator.spec.Operation;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Emits the indexes of all operations and notifications, for tools. */
final class IndexEmitter {
    private static final String FOLDER = "META-INF/wxpay/";

    private final ClassNames names;

    IndexEmitter(ClassNames names) {
        this.names = names;
    }

    SourceFile operations(List<Endpoint> endpoints) {
        StringJoiner operations = new StringJoiner(",\n", "[\n", "\n]\n");
        for (Endpoint endpoint : endpoints) {
            for (Operation operation : endpoint.operations()) {
                operations.add(describe(endpoint, operation));
            }
        }
        return new SourceFile(SourceFile.Kind.RESOURCE, FOLDER + "operations.json", operations.toString());
    }

    SourceFile notifications(List<NotificationSpec> notifications) {
        StringJoiner all = new StringJoiner(",\n", "[\n", "\n]\n");
        notifications.forEach(each -> all.add(describe(each)));
        return new SourceFile(SourceFile.Kind.RESOURCE, FOLDER + "notifications.json", all.toString());
    }

    private String describe(NotificationSpec notification) {
        return "  {\"id\": " + quote(notification.id())
                + ", \"protocol\": " + quote(notification.protocol().name().toLowerCase(Locale.ROOT))
                + ", \"eventTypes\": " + quote(notification.eventTypes())
                + ", \"originalTypes\": " + quote(notification.originalTypes())
                + ", \"class\": " + quote(names.notification(notification).reflectionName())
                + ", \"content\": " + quote(names.content(notification).reflectionName())
                + notification
                        .reply()
                        .map(reply -> ", \"reply\": "
                                + quote(names.reply(notification).reflectionName()))
                        .orElse("")
                + "}";
    }

    private static String quote(List<String> texts) {
        return texts.stream().map(IndexEmitter::quote).collect(Collectors.joining(", ", "[", "]"));
    }

    private String describe(Endpoint endpoint, Operation operation) {
        return "  {\"id\": " + quote("/" + endpoint.uri())
                + ", \"method\": " + quote(operation.method().name())
                + ", \"path\": " + quote(endpoint.wirePath())
                + ", \"protocol\": " + quote(endpoint.protocol().name().toLowerCase(Locale.ROOT))
                + ", \"security\": " + operation.security()
                + ", \"request\": " + quote(names.request(endpoint, operation).reflectionName())
                + ", \"response\": " + quote(names.response(endpoint, operation).reflectionName()) + "}";
    }

    /** URIs and class names have nothing that JSON would escape; the reader sees to that. */
    private static String quote(String text) {
        return '"' + text + '"';
    }
}
