package io.github.wxpaycodegen.importer.internal.fact;

import io.github.wxpaycodegen.generator.model.BodyKind;
import io.github.wxpaycodegen.generator.model.DocsPage;
import io.github.wxpaycodegen.generator.model.Documentation;
import io.github.wxpaycodegen.generator.model.Download;
import io.github.wxpaycodegen.generator.model.Effects;
import io.github.wxpaycodegen.generator.model.ErrorSpec;
import io.github.wxpaycodegen.generator.model.Host;
import io.github.wxpaycodegen.generator.model.MerchantRole;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.PageKind;
import io.github.wxpaycodegen.generator.model.Pages;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.Response;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.Security;
import io.github.wxpaycodegen.importer.internal.yaml.FlowText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The attributes of an operation or a notification, by their keys in specs. */
final class OperationValues {
    private final Map<String, String> values = new LinkedHashMap<>();

    private OperationValues() {}

    static Map<String, String> of(Operation operation, Protocol protocol) {
        OperationValues values = new OperationValues();
        values.documentation(operation.documentation());
        values.put(
                "hosts", operation.hosts().stream().map(OperationValues::host).toList());
        values.security(operation.security());
        values.effects(operation.effects());
        values.flag("closed", operation.lifecycle().closed());
        values.text("deprecated", operation.lifecycle().deprecated());
        values.text("replacedBy", operation.lifecycle().replacedBy());
        BodyKind usualBody = protocol == Protocol.V2 ? BodyKind.XML : BodyKind.JSON;
        BodyKind body = operation.request().body();
        if (body != BodyKind.NONE && body != usualBody) {
            values.put("body", key(body));
        }
        values.response(operation.response(), protocol);
        operation.pages().ifPresent(pages -> values.put("pages", pages(pages)));
        return values.values;
    }

    static Map<String, String> of(NotificationSpec notification) {
        OperationValues values = new OperationValues();
        values.put("id", notification.id());
        values.put("protocol", key(notification.protocol()));
        values.documentation(notification.documentation());
        values.put("eventTypes", notification.eventTypes());
        values.put("originalTypes", notification.originalTypes());
        values.put("recognizedBy", notification.recognizedBy());
        values.flag("plain", notification.plain());
        return values.values;
    }

    private void documentation(Documentation docs) {
        put("title", docs.title());
        text("description", docs.description());
        text("product", docs.product());
        put("roles", docs.roles().stream().map(MerchantRole::key).toList());
        docs.updated().ifPresent(date -> put("updated", date.toString()));
        put("docs", docs.pages().stream().map(OperationValues::page).toList());
    }

    private static Object page(DocsPage page) {
        return page.role()
                .<Object>map(role -> ordered("url", page.url(), "role", role.key()))
                .orElse(page.url());
    }

    private static Object host(Host host) {
        return host.alternative() ? ordered("url", host.url(), "alternative", true) : ordered("url", host.url());
    }

    private void security(Security security) {
        values.put("security", Boolean.toString(security.clientCertificate()));
        flag("nonceless", security.nonceless());
        flag("requestUnsigned", security.requestUnsigned());
        flag("responseUnsigned", security.responseUnsigned());
        put("workwxSigned", security.workwxSigned());
    }

    private void effects(Effects effects) {
        flag("readOnly", effects.readOnly());
        flag("idempotent", effects.idempotent());
        put("uncertain", effects.uncertain());
        put("errors", effects.errors().stream().map(OperationValues::error).toList());
        put("echoes", effects.echoes());
        text("rateLimit", effects.rateLimit());
        put("notifies", effects.notifies().stream().map(NotificationRef::id).toList());
        text("settledBy", effects.settledBy());
    }

    private static Map<String, Object> error(ErrorSpec error) {
        Map<String, Object> map = ordered("code", error.code());
        error.status().ifPresent(status -> map.put("status", status));
        error.title().ifPresent(title -> map.put("title", title));
        error.advice().ifPresent(advice -> map.put("advice", advice));
        if (error.uncertain()) {
            map.put("uncertain", true);
        }
        return map;
    }

    private void response(Response response, Protocol protocol) {
        ResponseKind usual = protocol == Protocol.V2 ? ResponseKind.XML : ResponseKind.JSON;
        if (response.kind() != usual) {
            put("responseKind", key(response.kind()));
        }
        text("fragment", response.fragment());
        response.file().ifPresent(kind -> put("file", key(kind)));
        response.download().ifPresent(download -> put("download", download(download)));
    }

    private static Map<String, Object> download(Download download) {
        Map<String, Object> map = ordered("url", download.url());
        download.hashType().ifPresent(field -> map.put("hashType", field));
        download.hashValue().ifPresent(field -> map.put("hashValue", field));
        download.state().ifPresent(field -> map.put("waiting", Map.of(field, download.waiting())));
        return map;
    }

    private static Map<String, Object> pages(Pages pages) {
        Map<String, Object> map = ordered("by", key(pages.by()), "at", pages.at());
        if (pages.by() != PageKind.TOKEN) {
            map.put("first", pages.first());
        }
        pages.size().ifPresent(field -> map.put("size", field));
        map.put("items", pages.items());
        pages.total().ifPresent(field -> map.put("total", field));
        pages.next().ifPresent(field -> map.put("next", field));
        return map;
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return map;
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void flag(String key, boolean value) {
        if (value) {
            values.put(key, "true");
        }
    }

    private void text(String key, Optional<String> text) {
        text.ifPresent(value -> put(key, value));
    }

    private void put(String key, Object value) {
        if (!(value instanceof List<?> list && list.isEmpty())) {
            values.put(key, FlowText.of(value));
        }
    }
}
