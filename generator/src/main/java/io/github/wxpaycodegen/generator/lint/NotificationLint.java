package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.model.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a notification with the query of the same object: the query that settles the operation which the
 * notification follows. A field of the same name must have the same type, values, unit, format, encryption and depth in
 * both, and names must not differ only in underscores.
 */
final class NotificationLint {
    private static final int DEEPEST = 6;
    private static final String FEN = Unit.FEN.key();
    private static final String CENT = Unit.CENT.key();

    private final Map<String, SharedType> types = new HashMap<>();
    private final Map<String, Operation> queries = new HashMap<>();
    private final Map<NotificationRef, NotificationSpec> notifications = new HashMap<>();
    private final List<Diagnostic> findings;

    private NotificationLint(Specs specs, List<Diagnostic> findings) {
        this.findings = findings;
        specs.types().forEach(type -> types.put(type.id(), type));
        specs.notifications().forEach(n -> notifications.put(new NotificationRef(n.protocol(), n.id()), n));
        for (Endpoint endpoint : specs.endpoints()) {
            endpoint.operations().stream()
                    .filter(operation -> operation.effects().readOnly())
                    .forEach(operation -> queries.put(endpoint.uri(), operation));
        }
    }

    static void check(Specs specs, List<Diagnostic> findings) {
        NotificationLint lint = new NotificationLint(specs, findings);
        Map<NotificationSpec, Set<Operation>> queries = new LinkedHashMap<>();
        for (Endpoint endpoint : specs.endpoints()) {
            for (Operation operation : endpoint.operations()) {
                Optional<Operation> query = operation.effects().settledBy().map(lint.queries::get);
                operation.effects().notifies().stream()
                        .map(lint.notifications::get)
                        .forEach(notification -> query.ifPresent(q -> queries.computeIfAbsent(
                                        notification, n -> Collections.newSetFromMap(new IdentityHashMap<>()))
                                .add(q)));
            }
        }
        queries.forEach(lint::compare);
    }

    private void compare(NotificationSpec notification, Set<Operation> queries) {
        Map<String, Entry> inBody = new LinkedHashMap<>();
        collect("", notification.body().fields(), inBody, 0);
        List<Map<String, Entry>> all = new ArrayList<>();
        for (Operation query : queries) {
            Map<String, Entry> asked = new LinkedHashMap<>();
            collect("", query.response().shape().fields(), asked, 0);
            compare(notification, inBody, asked);
            all.add(asked);
        }
        inBody.forEach((path, entry) -> {
            List<Entry> others = all.stream()
                    .flatMap(asked -> Optional.ofNullable(asked.get(path)).stream())
                    .filter(other -> other.type().equals(entry.type()))
                    .toList();
            if (!others.isEmpty()) {
                details(notification, path, entry, others);
            }
        });
    }

    private void compare(NotificationSpec notification, Map<String, Entry> inBody, Map<String, Entry> asked) {
        Map<String, String> names = new HashMap<>();
        asked.keySet().forEach(path -> names.put(squeezed(path), path));
        inBody.forEach((path, entry) -> {
            Entry other = asked.get(path);
            if (other != null) {
                if (!other.type().equals(entry.type())) {
                    find(
                            notification,
                            path,
                            entry,
                            other,
                            "is " + entry.type() + ", but " + other.type() + " in the query of the same object");
                }
            } else if (names.containsKey(squeezed(path))) {
                String name = names.get(squeezed(path));
                find(
                        notification,
                        path,
                        entry,
                        Objects.requireNonNull(asked.get(name)),
                        "is spelled `" + name + "` in the query of the same object");
            }
        });
        placed(notification, inBody, asked);
    }

    /**
     * Reports other values, units, formats and encryption of a field that has the same type in both. A notification that
     * several products share has the values of all their queries, and the smallest unit of a currency for fen.
     */
    private void details(NotificationSpec notification, String path, Entry entry, List<Entry> others) {
        List<String> known =
                others.stream().flatMap(other -> other.values().stream()).toList();
        List<String> more = without(entry.values(), known);
        if (!more.isEmpty()) {
            find(notification, path, entry, others.get(0), "has " + quoted(more) + ", which no query has");
        }
        for (Entry other : others) {
            List<String> fewer = without(other.values(), entry.values());
            if (!fewer.isEmpty()) {
                find(notification, path, entry, other, "lacks " + quoted(fewer) + ", which the query has");
            }
            entry.traits().forEach((trait, value) -> {
                String there = Objects.requireNonNull(other.traits().get(trait));
                boolean anyCurrency = value.equals(CENT)
                        && others.stream().anyMatch(o -> CENT.equals(o.traits().get(trait)));
                if (!there.equals(value) && !(anyCurrency && there.equals(FEN))) {
                    find(
                            notification,
                            path,
                            entry,
                            other,
                            "has the " + trait + " " + value + ", but " + there + " in the query of the same object");
                }
            });
        }
    }

    private static String quoted(List<String> values) {
        return "`" + String.join("`, `", values) + "`";
    }

    private static List<String> without(List<String> values, List<String> others) {
        return values.stream().filter(value -> !others.contains(value)).toList();
    }

    /** Reports objects and lists with the same name at another depth, which usually come from shifted rows. */
    private void placed(NotificationSpec notification, Map<String, Entry> inBody, Map<String, Entry> asked) {
        inBody.forEach((path, entry) -> {
            if (asked.containsKey(path) || !Set.of("object", "object[]").contains(entry.type())) {
                return;
            }
            asked.forEach((place, other) -> {
                if (last(place).equals(last(path)) && other.type().equals(entry.type()) && !inBody.containsKey(place)) {
                    find(notification, path, entry, other, "is at `" + place + "` in the query of the same object");
                }
            });
        });
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String squeezed(String path) {
        return path.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private void find(NotificationSpec notification, String path, Entry entry, Entry other, String what) {
        findings.add(new Diagnostic(
                Code.NOTIFICATION_DIFFERS,
                entry.span(),
                "`" + path + "` of the notification " + notification.id() + " " + what,
                Optional.of("use one shared type for both"),
                List.of(other.span())));
    }

    private void collect(String at, List<Field> fields, Map<String, Entry> all, int depth) {
        for (Field field : fields) {
            if (field.indexed() && field.type() instanceof FieldType.InlineObject inline) {
                collect(at, inline.shape().fields(), all, depth);
                continue;
            }
            String path = at + field.name();
            all.put(
                    path,
                    new Entry(type(field) + (field.list() ? "[]" : ""), values(field), traits(field), field.span()));
            List<Field> children = children(field);
            if (depth < DEEPEST) {
                collect(path + ".", children, all, depth + 1);
            }
        }
    }

    private List<Field> children(Field field) {
        if (field.type() instanceof FieldType.InlineObject inline) {
            return inline.shape().fields();
        }
        return shared(field) instanceof TypeShape.OfObject object
                ? object.shape().fields()
                : List.of();
    }

    private String type(Field field) {
        if (field.type() instanceof Scalar scalar) {
            return scalar.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        boolean object = field.type() instanceof FieldType.InlineObject || shared(field) instanceof TypeShape.OfObject;
        return object ? "object" : "an enum";
    }

    private List<String> values(Field field) {
        if (field.type() instanceof FieldType.InlineEnum inline) {
            return values(inline.shape());
        }
        return shared(field) instanceof TypeShape.OfEnum shared ? values(shared.shape()) : List.of();
    }

    private static List<String> values(EnumShape shape) {
        return shape.values().stream().map(EnumValue::value).toList();
    }

    private static Map<String, String> traits(Field field) {
        Map<String, String> traits = new LinkedHashMap<>();
        traits.put("unit", field.docs().meaning().unit().map(Unit::key).orElse("none"));
        traits.put("format", trait(field.docs().meaning().format()));
        traits.put("encryption", trait(field.wire().encrypted()));
        return traits;
    }

    private static String trait(Optional<? extends Enum<?>> value) {
        return value.map(v -> v.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("none");
    }

    private @Nullable TypeShape shared(Field field) {
        return field.type() instanceof FieldType.Reference reference
                ? Objects.requireNonNull(types.get(reference.typeId())).shape()
                : null;
    }

    /**
     * A field at its place.
     *
     * @param values of its enum; empty if it has none
     * @param traits unit, format and encryption
     */
    private record Entry(String type, List<String> values, Map<String, String> traits, SourceSpan span) {}
}
