package io.github.wxpaycodegen.generator.inventory;

import io.github.wxpaycodegen.generator.model.BodyKind;
import io.github.wxpaycodegen.generator.model.DocsPage;
import io.github.wxpaycodegen.generator.model.Documentation;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Host;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Facts of a whole operation or notification, in the terms of the inventory. */
final class Heads {
    private Heads() {}

    /** By the names of messages. */
    static Map<String, Map<String, String>> of(Specs specs) {
        Map<String, Map<String, String>> heads = new LinkedHashMap<>();
        for (Endpoint endpoint : specs.endpoints()) {
            endpoint.operations()
                    .forEach(operation ->
                            heads.put(Declarations.name(endpoint, operation), operation(endpoint, operation)));
        }
        specs.notifications().forEach(n -> heads.put(Declarations.name(n), notification(n)));
        return heads;
    }

    private static Map<String, String> operation(Endpoint endpoint, Operation operation) {
        Map<String, String> head = documentation(operation.documentation());
        head.put("path", endpoint.wirePath());
        flag(head, "security", operation.security().clientCertificate());
        flag(head, "nonceless", operation.security().nonceless());
        flag(head, "responseUnsigned", operation.security().responseUnsigned());
        for (Host host : operation.hosts()) {
            head.put("host", host.url() + (host.alternative() ? " alternative" : ""));
        }
        if (operation.request().body() != BodyKind.NONE) {
            head.put("body", operation.request().body().name().toLowerCase(Locale.ROOT));
        }
        head.put("response", operation.response().kind().name().toLowerCase(Locale.ROOT));
        operation.response().fragment().ifPresent(fragment -> head.put("fragment", fragment));
        return head;
    }

    private static Map<String, String> notification(NotificationSpec notification) {
        Map<String, String> head = documentation(notification.documentation());
        texts(head, "eventTypes", notification.eventTypes());
        texts(head, "originalTypes", notification.originalTypes());
        flag(head, "plain", notification.plain());
        return head;
    }

    private static Map<String, String> documentation(Documentation documentation) {
        Map<String, String> head = new LinkedHashMap<>();
        head.put("title", documentation.title());
        texts(head, "docs", documentation.pages().stream().map(DocsPage::url).toList());
        return head;
    }

    private static void texts(Map<String, String> head, String key, List<String> values) {
        if (!values.isEmpty()) {
            head.put(key, values.stream().collect(Collectors.joining(" ")));
        }
    }

    private static void flag(Map<String, String> head, String key, boolean on) {
        if (on) {
            head.put(key, "true");
        }
    }
}
