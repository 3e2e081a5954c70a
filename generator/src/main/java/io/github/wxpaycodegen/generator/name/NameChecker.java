package io.github.wxpaycodegen.generator.name;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.NotificationSpec;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds names that are not valid in Java, and different names that become the same Java name. Names that differ only in
 * case count as the same.
 */
public final class NameChecker {
    private final List<Diagnostic> found = new ArrayList<>();
    private final Set<String> sharedEnums;

    private NameChecker(Specs specs) {
        sharedEnums = specs.types().stream()
                .filter(type -> type.shape() instanceof TypeShape.OfEnum)
                .map(SharedType::id)
                .collect(Collectors.toSet());
    }

    /** Returns all errors of names, sorted. */
    public static List<Diagnostic> check(Specs specs) {
        NameChecker checker = new NameChecker(specs);
        specs.endpoints().forEach(checker::endpoint);
        checker.places(specs);
        specs.types().forEach(checker::type);
        checker.notifications(specs);
        return checker.found.stream().sorted().toList();
    }

    private void endpoint(Endpoint endpoint) {
        endpoint.javaName().ifPresent(name -> override(name, endpoint.span()));
        for (Operation operation : endpoint.operations()) {
            operation.javaName().ifPresent(name -> override(name, operation.span()));
            // A shared object is checked once, where it is declared.
            if (operation.request().type().isEmpty()) {
                object(new ObjectShape(operation.request().given(), List.of()));
            }
            if (operation.response().type().isEmpty()) {
                object(operation.response().shape());
            }
        }
    }

    /** Checks that the steps of each place become methods with different names. */
    private void places(Specs specs) {
        Map<String, Endpoint> endpoints = new HashMap<>();
        for (Endpoint endpoint : specs.endpoints()) {
            Endpoint first = endpoints.putIfAbsent(endpoint.chain(), endpoint);
            // Two files with one URI are reported elsewhere, as that.
            if (first != null && !first.uri().equals(endpoint.uri())) {
                clash(endpoint.uri(), first.uri(), endpoint.chain(), endpoint.span(), first.span());
            }
        }
        Map<String, Place> byMethod = new HashMap<>();
        specs.endpoints().forEach(endpoint -> places(endpoint, endpoints, byMethod));
    }

    private void places(Endpoint endpoint, Map<String, Endpoint> endpoints, Map<String, Place> byMethod) {
        for (String segment : endpoint.chain().split("/")) {
            if (!JavaNames.isPossible(segment)) {
                impossible(segment, endpoint.span());
            }
        }
        String path = "";
        for (String step : EndpointNames.steps(endpoint.chain())) {
            String parent = path;
            path = path + "/" + step;
            String last = path.substring(path.lastIndexOf('/') + 1);
            String name = JavaNames.segment(Optional.ofNullable(endpoints.get(path.substring(1)))
                    .flatMap(Endpoint::javaName)
                    .orElse(last));
            String parameter = EndpointNames.isTemplate(last) ? "(String)" : "()";
            Place first = byMethod.putIfAbsent(
                    parent + "/" + (name + parameter).toLowerCase(Locale.ROOT), new Place(path, endpoint.span()));
            if (first != null && !first.path().equals(path)) {
                found.add(new Diagnostic(
                        Code.NAME_CLASH,
                        endpoint.span(),
                        "`" + path.substring(1) + "` and `" + first.path().substring(1)
                                + "` both become the Java name `" + name + "`",
                        Optional.of("give one of them another name: `java: name` for a last segment, `javaPath` for"
                                + " others"),
                        List.of(first.span())));
                return;
            }
        }
    }

    private record Place(String path, SourceSpan span) {}

    private void notifications(Specs specs) {
        Map<String, NotificationSpec> seen = new HashMap<>();
        for (NotificationSpec notification : specs.notifications()) {
            notification.javaName().ifPresent(name -> override(name, notification.span()));
            if (notification.javaName().isEmpty() && !JavaNames.isPossible(notification.id())) {
                impossible(notification.id(), notification.span());
            }
            if (notification.bodyType().isEmpty()) {
                object(notification.body());
            }
            notification.reply().ifPresent(this::object);
            String name = notification.javaName().orElseGet(() -> JavaNames.notification(notification.id()));
            String place = (notification.folder() + "/" + name).toLowerCase(Locale.ROOT);
            NotificationSpec first = seen.putIfAbsent(place, notification);
            if (first != null) {
                clash(notification.id(), first.id(), name, notification.span(), first.span());
            }
        }
    }

    private void type(SharedType type) {
        reserved(type.name(), type.span());
        if (type.shape() instanceof TypeShape.OfEnum e) {
            enumeration(e.shape());
        } else if (type.shape() instanceof TypeShape.OfObject o) {
            object(o.shape());
        }
    }

    private void object(ObjectShape shape) {
        Map<String, Field> seen = new HashMap<>();
        Map<String, Field> nested = new HashMap<>();
        for (Field field : shape.fields()) {
            field.javaName().ifPresent(name -> fieldName(name, field.span()));
            if (field.javaName().isEmpty() && !JavaNames.isPossible(JavaNames.withoutIndex(field.name()))) {
                impossible(field.name(), field.span());
            }
            String name = field.javaName().orElse(JavaNames.member(field.name()));
            member(name, field, seen);
            if (isEnum(field)) {
                member(JavaNames.wireValue(name, field.list() || field.indexed()), field, seen);
            }
            if (field.list() || field.indexed()) {
                member(JavaNames.adder(field), field, seen);
            }
            if (field.type() instanceof FieldType.InlineObject inline) {
                nested(inline.javaName(), field, nested);
                object(inline.shape());
            } else if (field.type() instanceof FieldType.InlineEnum inline) {
                nested(inline.javaName(), field, nested);
                enumeration(inline.shape());
            }
        }
    }

    private void member(String name, Field field, Map<String, Field> seen) {
        Field first = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), field);
        if (first != null) {
            clash(field.name(), first.name(), name, field.span(), first.span());
        }
    }

    private boolean isEnum(Field field) {
        return field.type() instanceof FieldType.InlineEnum
                || (field.type() instanceof FieldType.Reference reference && sharedEnums.contains(reference.typeId()));
    }

    /** An enum or object that is declared in place becomes a class nested in the message's class. */
    private void nested(Optional<String> typeName, Field field, Map<String, Field> seen) {
        if (typeName.filter(name -> !JavaNames.isJavaType(name)).isPresent()) {
            found.add(Diagnostic.of(
                    Code.NAME_IMPOSSIBLE,
                    field.span(),
                    "`typeName: " + typeName.get() + "` is not a valid Java name",
                    "use letters, digits and _"));
            return;
        }
        typeName.ifPresent(name -> reserved(name, field.span()));
        String name = typeName.orElseGet(() -> JavaNames.nestedType(field));
        Field first = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), field);
        if (first != null) {
            found.add(new Diagnostic(
                    Code.NAME_CLASH,
                    field.span(),
                    "the types of `" + field.name() + "` and `" + first.name() + "` both become the Java name `" + name
                            + "`",
                    Optional.of("give one of them another name: `typeName: Name`, or declare the type once, as a shared"
                            + " one"),
                    List.of(first.span())));
        }
    }

    private void reserved(String name, SourceSpan span) {
        if (JavaNames.isReservedType(name)) {
            found.add(Diagnostic.of(
                    Code.NAME_IMPOSSIBLE,
                    span,
                    "a type cannot be named `" + name + "`, because emitted code uses this name",
                    "choose another name, such as `Pay" + name + "`"));
        }
    }

    private void enumeration(EnumShape shape) {
        Map<String, EnumValue> seen = new HashMap<>();
        for (EnumValue value : shape.values()) {
            value.javaName().ifPresent(name -> override(name, value.span()));
            if (value.javaName().isEmpty() && !JavaNames.isPossibleConstant(value.value())) {
                impossible(value.value(), value.span());
                continue;
            }
            String name = JavaNames.constant(value);
            EnumValue first = seen.putIfAbsent(name, value);
            if (first != null) {
                clash(value.value(), first.value(), name, value.span(), first.span());
            }
        }
    }

    private void override(String name, SourceSpan span) {
        if (!JavaNames.isJava(name)) {
            found.add(Diagnostic.of(
                    Code.NAME_IMPOSSIBLE,
                    span,
                    "`java: " + name + "` is not a valid Java name",
                    "use letters, digits and _"));
        }
    }

    private void fieldName(String name, SourceSpan span) {
        override(name, span);
        if (JavaNames.isReservedMember(name)) {
            found.add(Diagnostic.of(
                    Code.NAME_IMPOSSIBLE,
                    span,
                    "`java: " + name + "` is the name of another method of every message",
                    "choose another name, such as `" + name + "_`"));
        }
    }

    private void impossible(String name, SourceSpan span) {
        found.add(Diagnostic.of(
                Code.NAME_IMPOSSIBLE,
                span,
                "`" + name + "` cannot be converted to a Java name",
                "give the Java name: `java: name`"));
    }

    private void clash(String name, String firstName, String java, SourceSpan span, SourceSpan first) {
        found.add(new Diagnostic(
                Code.NAME_CLASH,
                span,
                "`" + name + "` and `" + firstName + "` both become the Java name `" + java + "`",
                Optional.of("give one of them another name: `java: name`"),
                List.of(first)));
    }
}
