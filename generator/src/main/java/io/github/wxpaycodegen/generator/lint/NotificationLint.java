package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.FieldType.Scalar;
import io.github.wxpaycodegen.generator.model.NotificationRef;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.HashMap;
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
 * notification follows. A field of the same name must have the same type and depth in both, and names must not differ
 * only in underscores.
 */
final class NotificationLint {
    private static final int DEEPEST = 6;

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
        for (Endpoint endpoint : specs.endpoints()) {
            for (Operation operation : endpoint.operations()) {
                Optional<Operation> query = operation.effects().settledBy().map(lint.queries::get);
                operation.effects().notifies().stream()
                        .map(lint.notifications::get)
                        .forEach(notification -> query.ifPresent(q -> lint.compare(notification, q)));
            }
        }
    }

    private void compare(NotificationSpec notification, Operation query) {
        Map<String, Entry> inBody = new LinkedHashMap<>();
        Map<String, Entry> asked = new LinkedHashMap<>();
        collect("", notification.body().fields(), inBody, 0);
        collect("", query.response().shape().fields(), asked, 0);
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
            all.put(path, new Entry(type(field) + (field.list() ? "[]" : ""), field.span()));
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

    private @Nullable TypeShape shared(Field field) {
        return field.type() instanceof FieldType.Reference reference
                ? Objects.requireNonNull(types.get(reference.typeId())).shape()
                : null;
    }

    private record Entry(String type, SourceSpan span) {}
}
