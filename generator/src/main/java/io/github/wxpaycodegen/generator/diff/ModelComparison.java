package io.github.wxpaycodegen.generator.diff;

import io.github.wxpaycodegen.generator.model.Documentation;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compares what two sets of specs say about operations, notifications and shared types. */
final class ModelComparison {
    private final List<Change> changes = new ArrayList<>();
    private final Specs before;
    private final Specs after;
    private final FieldComparison fields;
    private final ErrorComparison errors;

    private ModelComparison(Specs before, Specs after) {
        this.before = before;
        this.after = after;
        this.fields = new FieldComparison(before, after);
        this.errors = new ErrorComparison(before.errors(), after.errors());
    }

    static List<Change> compare(Specs before, Specs after) {
        ModelComparison comparison = new ModelComparison(before, after);
        comparison.endpoints();
        comparison.notifications();
        comparison.types();
        comparison.changes.addAll(comparison.errors.compareShared());
        return comparison.changes;
    }

    private void endpoints() {
        for (Protocol protocol : Protocol.values()) {
            both(
                    operations(before, protocol),
                    operations(after, protocol),
                    "the operation",
                    (old, now, notes) -> operation(protocol, old, now, notes));
        }
    }

    private static Map<String, Entry<Operation>> operations(Specs specs, Protocol protocol) {
        Map<String, Entry<Operation>> operations = new TreeMap<>();
        specs.endpoints().stream()
                .filter(endpoint -> endpoint.protocol() == protocol)
                .forEach(endpoint -> endpoint.operations()
                        .forEach(operation -> operations.put(
                                operation.method() + " " + endpoint.uri(),
                                new Entry<>(SpecDiff.subject(endpoint.span().file()), operation))));
        return operations;
    }

    private void operation(Protocol protocol, Operation old, Operation now, Notes notes) {
        documentation(old.documentation(), now.documentation(), notes);
        notes.changed(Impact.DOCUMENTATION, "the lifecycle", old.lifecycle(), now.lifecycle());
        notes.changed(Impact.WIRE, "the hosts", old.hosts(), now.hosts());
        notes.changed(Impact.WIRE, "the authentication", old.security(), now.security());
        notes.changed(
                Impact.WIRE,
                "the kind of the request body",
                old.request().body(),
                now.request().body());
        notes.changed(
                Impact.WIRE,
                "the kind of the response",
                old.response().kind(),
                now.response().kind());
        notes.changed(
                Impact.WIRE,
                "the fragment",
                old.response().fragment(),
                now.response().fragment());
        notes.gained(
                "the link to a file", old.response().download(), now.response().download());
        notes.gained("the paging", old.pages(), now.pages());
        notes.changed(
                Impact.DOCUMENTATION,
                "the content of the file",
                old.response().file(),
                now.response().file());
        effects(old, now, notes);
        errors.compare(protocol, old.effects(), now.effects(), notes);
        fields.compare("path", old.request().path(), now.request().path(), true, notes);
        fields.compare("query", old.request().query(), now.request().query(), true, notes);
        fields.compare("headers", old.request().headers(), now.request().headers(), true, notes);
        fields.compareMessages(
                "request",
                old.request().type(),
                old.request().shape(),
                now.request().type(),
                now.request().shape(),
                true,
                notes);
        fields.compareMessages(
                "response",
                old.response().type(),
                old.response().shape(),
                now.response().type(),
                now.response().shape(),
                false,
                notes);
        fields.compare(
                "errorFields", old.response().errorFields(), now.response().errorFields(), false, notes);
    }

    private static void effects(Operation old, Operation now, Notes notes) {
        notes.switched("is a query", old.effects().readOnly(), now.effects().readOnly());
        notes.switched(
                "may be repeated", old.effects().idempotent(), now.effects().idempotent());
        notes.changed(
                Impact.DOCUMENTATION,
                "the rate limit",
                old.effects().rateLimit(),
                now.effects().rateLimit());
        notes.changed(
                Impact.DOCUMENTATION,
                "the notifications that follow",
                Set.copyOf(old.effects().notifies()),
                Set.copyOf(now.effects().notifies()));
        notes.gained(
                "the query that settles it",
                old.effects().settledBy(),
                now.effects().settledBy());
        Set<String> stricter = new LinkedHashSet<>(now.effects().echoes());
        stricter.removeAll(new HashSet<>(old.effects().echoes()));
        stricter.forEach(name ->
                notes.add(Impact.WIRE, "a response with another `" + name + "` than the request is rejected now"));
        Set<String> looser = new LinkedHashSet<>(old.effects().echoes());
        looser.removeAll(new HashSet<>(now.effects().echoes()));
        looser.forEach(name ->
                notes.add(Impact.WIRE, "a response with another `" + name + "` than the request is accepted now"));
    }

    private void notifications() {
        both(notifications(before), notifications(after), "the notification", this::notification);
    }

    private static Map<String, Entry<NotificationSpec>> notifications(Specs specs) {
        Map<String, Entry<NotificationSpec>> notifications = new TreeMap<>();
        specs.notifications()
                .forEach(each -> notifications.put(each.protocol() + " " + each.id(), new Entry<>(each.path(), each)));
        return notifications;
    }

    private void notification(NotificationSpec old, NotificationSpec now, Notes notes) {
        documentation(old.documentation(), now.documentation(), notes);
        notes.changed(Impact.WIRE, "the event types", Set.copyOf(old.eventTypes()), Set.copyOf(now.eventTypes()));
        notes.changed(
                Impact.WIRE, "the original types", Set.copyOf(old.originalTypes()), Set.copyOf(now.originalTypes()));
        notes.changed(
                Impact.WIRE,
                "what it is recognized by",
                Set.copyOf(old.recognizedBy()),
                Set.copyOf(now.recognizedBy()));
        notes.changed(Impact.WIRE, "whether it is encrypted", old.plain(), now.plain());
        notes.changed(
                Impact.WIRE,
                "whether it has a reply",
                old.reply().isPresent(),
                now.reply().isPresent());
        fields.compareMessages("content", old.bodyType(), old.body(), now.bodyType(), now.body(), false, notes);
        if (old.reply().isPresent() && now.reply().isPresent()) {
            fields.compareShapes("reply", old.reply().get(), now.reply().get(), true, notes);
        }
    }

    private void types() {
        both(types(before), types(after), "the shared type", this::type);
    }

    private static Map<String, Entry<SharedType>> types(Specs specs) {
        Map<String, Entry<SharedType>> types = new TreeMap<>();
        specs.types()
                .forEach(type -> types.put(
                        type.id(), new Entry<>(SpecDiff.subject(type.span().file()), type)));
        return types;
    }

    private void type(SharedType old, SharedType now, Notes notes) {
        notes.changed(Impact.DOCUMENTATION, "the title", old.title(), now.title());
        notes.changed(Impact.DOCUMENTATION, "the description", old.description(), now.description());
        notes.changed(Impact.DOCUMENTATION, "the deprecation", old.deprecated(), now.deprecated());
        boolean sent = fields.isSent(now.id());
        if (old.shape() instanceof TypeShape.OfEnum o && now.shape() instanceof TypeShape.OfEnum n) {
            fields.compareEnums(now.name(), o.shape(), n.shape(), sent, notes);
        } else if (old.shape() instanceof TypeShape.OfObject o && now.shape() instanceof TypeShape.OfObject n) {
            fields.compareShapes(now.name(), o.shape(), n.shape(), sent, notes);
        } else {
            notes.add(Impact.WIRE, "`" + now.name() + "` is an enum in one version and an object in the other");
        }
    }

    private static void documentation(Documentation old, Documentation now, Notes notes) {
        notes.changed(Impact.DOCUMENTATION, "the title", old.title(), now.title());
        notes.changed(Impact.DOCUMENTATION, "the description", old.description(), now.description());
        notes.changed(Impact.DOCUMENTATION, "the official pages", old.pages(), now.pages());
        notes.changed(Impact.DOCUMENTATION, "the product", old.product(), now.product());
        notes.changed(Impact.DOCUMENTATION, "the roles", old.roles(), now.roles());
        notes.changed(Impact.DOCUMENTATION, "the date of the official page", old.updated(), now.updated());
    }

    private <T> void both(Map<String, Entry<T>> old, Map<String, Entry<T>> now, String what, Comparer<T> comparer) {
        Stream.concat(old.keySet().stream(), now.keySet().stream()).distinct().forEach(key -> {
            Entry<T> first = old.get(key);
            Entry<T> second = now.get(key);
            if (first == null && second != null) {
                changes.add(new Change(second.subject(), Impact.ADDITIVE, what + " `" + key + "` is new"));
            } else if (second == null && first != null) {
                changes.add(new Change(first.subject(), Impact.WIRE, what + " `" + key + "` is gone"));
            } else if (first != null && second != null) {
                comparer.compare(
                        first.value(),
                        second.value(),
                        new Notes((impact, text) ->
                                changes.add(new Change(second.subject(), impact, key + ": " + text))));
            }
        });
    }

    private record Entry<T>(String subject, T value) {}

    /** Compares two versions of one thing. */
    private interface Comparer<T> {
        void compare(T old, T now, Notes notes);
    }
}
