package io.github.wxpaycodegen.generator.emit;

import com.palantir.javapoet.ClassName;
import io.github.wxpaycodegen.generator.model.DocsPage;
import io.github.wxpaycodegen.generator.model.Documentation;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.ErrorCatalog;
import io.github.wxpaycodegen.generator.model.ErrorSpec;
import io.github.wxpaycodegen.generator.model.MerchantRole;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.plan.CallLines;
import io.github.wxpaycodegen.generator.plan.JavaClient;
import io.github.wxpaycodegen.generator.plan.JavaNode;
import io.github.wxpaycodegen.generator.plan.JavaNotification;
import io.github.wxpaycodegen.generator.plan.JavaOperation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** Emits the indexes of all operations, notifications and shared errors, which tools read. */
final class IndexEmitter {
    private static final String FOLDER = "META-INF/wxpay/";

    private final JavaClient client;
    private final CallLines lines;

    /** The titles of the segments to each operation, by URI. */
    private final Map<String, List<Json>> segments = new HashMap<>();

    IndexEmitter(JavaClient client) {
        this.client = client;
        this.lines = new CallLines(client.nodes());
        client.nodes().forEach(node -> segments(node, "", List.of()));
    }

    private void segments(JavaNode node, String parent, List<Json> above) {
        List<Json> titled = new ArrayList<>(above);
        String segment = parent.isEmpty() ? node.path() : node.path().substring(parent.length() + 1);
        node.ownTitle()
                .ifPresent(
                        title -> titled.add(new Json().text("segment", segment).text("title", title)));
        node.operations().forEach(operation -> segments.put(operation.endpoint().uri(), titled));
        node.children().forEach(child -> segments(child, node.path(), titled));
    }

    SourceFile operations() {
        return file(
                "operations.json",
                () -> lines(client.operations().stream().map(this::describe).toList()));
    }

    SourceFile notifications() {
        return file("notifications.json", () -> {
            Map<NotificationRef, List<String>> senders = senders();
            return lines(client.notifications().stream()
                    .map(each -> describe(each, senders))
                    .toList());
        });
    }

    SourceFile errors() {
        ErrorCatalog errors = client.errors();
        List<Json> requestIds = errors.requestIds().stream()
                .map(error -> new Json()
                        .text("number", error.number())
                        .text("product", error.product())
                        .text("title", error.title())
                        .text("advice", error.advice()))
                .toList();
        return file(
                "errors.json",
                () -> "{\n\"v2\": " + lines(describe(errors.v2())).stripTrailing()
                        + ",\n\"v3\": " + lines(describe(errors.v3())).stripTrailing()
                        + ",\n\"requestIds\": " + lines(requestIds).stripTrailing() + "\n}\n");
    }

    private Json describe(JavaOperation planned) {
        Endpoint endpoint = planned.endpoint();
        Operation operation = planned.spec();
        Json json = new Json()
                .text("id", "/" + endpoint.uri())
                .text("method", operation.method().name())
                .text("path", endpoint.wirePath())
                .text("protocol", name(endpoint.protocol()))
                .raw("security", operation.security().clientCertificate())
                .text("request", planned.request().reflectionName())
                .text("response", planned.response().reflectionName())
                .text("java", lines.of(planned));
        documentation(json, operation.documentation())
                .objects("segments", segments.getOrDefault(endpoint.uri(), List.of()))
                .flag("closed", operation.lifecycle().closed())
                .flag("deprecated", operation.lifecycle().isDeprecated())
                .text("deprecationReason", operation.lifecycle().deprecated())
                .text("replacedBy", operation.lifecycle().replacedBy().map(uri -> "/" + uri))
                .text("settledBy", operation.effects().settledBy().map(uri -> "/" + uri))
                .text("rateLimit", operation.effects().rateLimit())
                .objects("errors", describe(operation.effects().errors()));
        // With those that have no advice, and with the sign of all that are not listed.
        if (!operation.effects().uncertain().isEmpty()) {
            json.texts("uncertainErrors", operation.effects().uncertain());
        }
        if (!operation.effects().echoes().isEmpty()) {
            json.texts("echoes", operation.effects().echoes());
        }
        return json.objects(
                "notifies",
                operation.effects().notifies().stream()
                        .map(each -> new Json()
                                .text("protocol", name(each.protocol()))
                                .text("id", each.id()))
                        .toList());
    }

    private static Json describe(JavaNotification planned, Map<NotificationRef, List<String>> senders) {
        NotificationSpec notification = planned.spec();
        Json json = new Json()
                .text("id", notification.id())
                .text("protocol", name(notification.protocol()))
                .texts("eventTypes", notification.eventTypes())
                .texts("originalTypes", notification.originalTypes())
                .text("class", planned.name().reflectionName())
                .text("content", planned.content().reflectionName())
                .text("reply", planned.reply().map(ClassName::reflectionName));
        documentation(json, notification.documentation());
        List<String> sentBy = senders.get(new NotificationRef(notification.protocol(), notification.id()));
        return sentBy == null ? json : json.texts("sentBy", sentBy);
    }

    /** Returns for each notification the operations that cause it, {@code POST /v3/pay/transactions/jsapi}. */
    private Map<NotificationRef, List<String>> senders() {
        Map<NotificationRef, List<String>> senders = new HashMap<>();
        for (JavaOperation operation : client.operations()) {
            String sender = operation.spec().method().name() + " /"
                    + operation.endpoint().uri();
            operation.spec().effects().notifies().forEach(each -> senders.computeIfAbsent(
                            each, key -> new ArrayList<>())
                    .add(sender));
        }
        return senders;
    }

    private static Json documentation(Json json, Documentation documentation) {
        json.text("title", documentation.title()).text("product", documentation.product());
        if (!documentation.roles().isEmpty()) {
            json.texts(
                    "roles",
                    documentation.roles().stream().map(MerchantRole::key).toList());
        }
        return json.text("updated", documentation.updated().map(Object::toString))
                .objects(
                        "docs",
                        documentation.pages().stream().map(IndexEmitter::page).toList());
    }

    private static Json page(DocsPage page) {
        return new Json().text("url", page.url()).text("role", page.role().map(MerchantRole::key));
    }

    private static List<Json> describe(List<ErrorSpec> errors) {
        return errors.stream()
                .map(error -> {
                    Json json = new Json().text("code", error.code());
                    error.status().ifPresent(status -> json.raw("status", status));
                    return json.text("title", error.title())
                            .text("advice", error.advice())
                            .flag("uncertain", error.uncertain());
                })
                .toList();
    }

    private static String name(Protocol protocol) {
        return protocol.name().toLowerCase(Locale.ROOT);
    }

    private static String lines(List<Json> objects) {
        StringJoiner all = new StringJoiner(",\n", "[\n", "\n]\n");
        objects.forEach(object -> all.add("  " + object));
        return objects.isEmpty() ? "[]\n" : all.toString();
    }

    private static SourceFile file(String name, Supplier<String> content) {
        return new SourceFile(SourceFile.Kind.RESOURCE, FOLDER + name, content);
    }
}
