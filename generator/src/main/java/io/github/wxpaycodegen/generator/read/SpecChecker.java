package io.github.wxpaycodegen.generator.read;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Protocol;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks across files: duplicates, cycles, and references between operations. */
final class SpecChecker {
    private final Problems problems;

    SpecChecker(Problems problems) {
        this.problems = problems;
    }

    void check(Specs specs) {
        duplicateEndpoints(specs);
        duplicateNotifications(specs);
        cycles(specs);
        new FileChecker(problems, specs).check();
    }

    private void duplicateEndpoints(Specs specs) {
        Map<String, SourceSpan> seen = new HashMap<>();
        for (Endpoint endpoint : specs.endpoints()) {
            SourceSpan first = seen.putIfAbsent(endpoint.uri(), endpoint.span());
            if (first != null) {
                problems.add(
                        Code.DUPLICATE_OPERATION,
                        endpoint.span(),
                        "the operations of `" + endpoint.uri() + "` are in two files",
                        "move them into one file",
                        first);
            }
        }
    }

    private void duplicateNotifications(Specs specs) {
        Map<String, SourceSpan> seen = new HashMap<>();
        for (NotificationSpec notification : specs.notifications()) {
            for (String identity : identities(notification)) {
                SourceSpan first = seen.putIfAbsent(identity, notification.span());
                if (first != null && !first.equals(notification.span())) {
                    problems.add(
                            Code.DUPLICATE_OPERATION,
                            notification.span(),
                            "the notification " + identity + " is in two files",
                            "keep one of them",
                            first);
                }
            }
        }
    }

    private static Set<String> identities(NotificationSpec n) {
        Set<String> identities = new TreeSet<>();
        List<String> events = n.eventTypes().isEmpty() ? List.of("-") : n.eventTypes();
        List<String> originals = n.originalTypes().isEmpty() ? List.of("-") : n.originalTypes();
        if (n.protocol() == Protocol.V2) {
            originals = List.of(n.recognizedBy().stream().sorted().collect(Collectors.joining(",")));
        }
        for (String event : events) {
            for (String original : originals) {
                identities.add(n.protocol() + " " + event + " " + original);
            }
        }
        return identities;
    }

    private void cycles(Specs specs) {
        Map<String, SharedType> byId = new TreeMap<>();
        specs.types().forEach(type -> byId.put(type.id(), type));
        Set<String> done = new HashSet<>();
        for (String id : byId.keySet()) {
            visit(id, byId, new ArrayDeque<>(), done);
        }
    }

    private void visit(String id, Map<String, SharedType> byId, Deque<String> path, Set<String> done) {
        if (path.contains(id)) {
            SharedType type = Objects.requireNonNull(byId.get(id));
            problems.add(
                    Code.CYCLIC_TYPE,
                    type.span(),
                    "the type `" + type.name() + "` contains itself",
                    "break the cycle: remove the inner field, or make it a string that contains a document");
            return;
        }
        if (!done.add(id) || !byId.containsKey(id)) {
            return;
        }
        path.push(id);
        if (byId.get(id).shape() instanceof TypeShape.OfObject object) {
            for (String reference : references(object.shape())) {
                if (path.contains(reference)) {
                    done.remove(reference);
                }
                visit(reference, byId, path, done);
            }
        }
        path.pop();
    }

    private static Set<String> references(ObjectShape shape) {
        Set<String> references = new TreeSet<>();
        for (Field field : shape.fields()) {
            if (field.type() instanceof FieldType.Reference reference) {
                references.add(reference.typeId());
            } else if (field.type() instanceof FieldType.InlineObject inline) {
                references.addAll(references(inline.shape()));
            }
        }
        return references;
    }
}
