package io.github.wxpaycodegen.reference.build;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.reference.page.Entry;
import io.github.wxpaycodegen.reference.text.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries of all operations and notifications, and the links between them in both directions. */
final class Entries {
    private final Language language;
    private final Map<String, List<Entry>> byUri = new HashMap<>();
    private final Map<NotificationRef, Entry> notifications = new HashMap<>();
    private final Map<NotificationRef, List<Entry>> causes = new HashMap<>();
    private final Map<String, List<Entry>> settles = new HashMap<>();
    private final Map<String, List<Entry>> replaces = new HashMap<>();

    Entries(Specs specs, Language language) {
        this.language = language;
        for (NotificationSpec notification : specs.notifications()) {
            notifications.put(reference(notification), of(notification));
        }
        for (Endpoint endpoint : specs.endpoints()) {
            for (Operation operation : endpoint.operations()) {
                add(endpoint, operation);
            }
        }
    }

    private void add(Endpoint endpoint, Operation operation) {
        Entry entry = of(endpoint, operation);
        add(byUri, endpoint.uri(), entry);
        operation.effects().notifies().forEach(each -> add(causes, each, entry));
        operation.effects().settledBy().ifPresent(uri -> add(settles, uri, entry));
        operation.lifecycle().replacedBy().ifPresent(uri -> add(replaces, uri, entry));
    }

    private static <K> void add(Map<K, List<Entry>> lists, K key, Entry entry) {
        lists.computeIfAbsent(key, each -> new ArrayList<>()).add(entry);
    }

    Entry of(Endpoint endpoint, Operation operation) {
        String remark = operation.lifecycle().closed()
                ? language.of("已下线", "closed")
                : operation.lifecycle().isDeprecated() ? language.of("已弃用", "deprecated") : "";
        return new Entry(
                Paths.of(endpoint, operation),
                operation.method().name(),
                endpoint.wirePath(),
                operation.title(),
                remark);
    }

    Entry of(NotificationSpec notification) {
        return new Entry(Paths.of(notification), "", notification.id(), notification.title(), "");
    }

    private static NotificationRef reference(NotificationSpec notification) {
        return new NotificationRef(notification.protocol(), notification.id());
    }

    /** Returns the operations of a URI. */
    List<Entry> ofUri(String uri) {
        return byUri.getOrDefault(uri, List.of());
    }

    /** Returns a notification; empty if it was not selected. */
    Optional<Entry> notification(NotificationRef reference) {
        return Optional.ofNullable(notifications.get(reference));
    }

    /** Returns the operations that cause a notification. */
    List<Entry> causes(NotificationSpec notification) {
        return withdrawnLast(causes.getOrDefault(reference(notification), List.of()));
    }

    /** Returns the operations whose outcome the query of a URI tells. */
    List<Entry> settledBy(String uri) {
        return withdrawnLast(settles.getOrDefault(uri, List.of()));
    }

    /** Returns the operations that those of a URI replace. */
    List<Entry> replacedBy(String uri) {
        return replaces.getOrDefault(uri, List.of());
    }

    private static List<Entry> withdrawnLast(List<Entry> entries) {
        return entries.stream().sorted(Comparator.comparing(Entry::isWithdrawn)).toList();
    }
}
