package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.ObjectShape;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds shared types that nothing refers to, and types that could be a shared type. */
final class TypesLint {
    private TypesLint() {}

    static void check(Specs specs, List<DeclaredField> fields, List<Diagnostic> findings) {
        unused(specs, fields, findings);
        alike(specs, fields, findings);
    }

    private static void unused(Specs specs, List<DeclaredField> fields, List<Diagnostic> findings) {
        Set<String> used = new HashSet<>();
        fields.forEach(declared -> reference(declared.field()).ifPresent(used::add));
        specs.endpoints().stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .forEach(operation -> {
                    operation.request().type().ifPresent(used::add);
                    operation.response().type().ifPresent(used::add);
                });
        specs.notifications().forEach(notification -> {
            notification.bodyType().ifPresent(used::add);
            notification.reply().map(ObjectShape::fields).ifPresent(reply -> uses(reply, used));
        });
        specs.types().stream()
                .filter(type -> !used.contains(type.id()))
                .forEach(type -> findings.add(Diagnostic.of(
                        Code.UNUSED_TYPE,
                        type.span(),
                        "nothing refers to the shared type `" + type.name() + "`",
                        "refer to it, or delete it")));
    }

    private static void uses(List<Field> fields, Set<String> used) {
        for (Field field : fields) {
            reference(field).ifPresent(used::add);
            if (field.type() instanceof FieldType.InlineObject inline) {
                uses(inline.shape().fields(), used);
            }
        }
    }

    private static Optional<String> reference(Field field) {
        return field.type() instanceof FieldType.Reference reference
                ? Optional.of(reference.typeId())
                : Optional.empty();
    }

    /** Compares each type that is declared in place, and each shared type, with the shared types of its product. */
    private static void alike(Specs specs, List<DeclaredField> fields, List<Diagnostic> findings) {
        Map<String, SharedType> byShape = new HashMap<>();
        for (SharedType type : specs.types()) {
            shape(type.shape()).ifPresent(shape -> {
                String key = DeclaredField.product(type.span().file()) + " " + shape;
                SharedType first = byShape.putIfAbsent(key, type);
                if (first != null) {
                    findings.add(find("the shared type `" + type.name() + "`", type.span(), first));
                }
            });
        }
        for (DeclaredField declared : fields) {
            Field field = declared.field();
            if (field.source().constant().isPresent()) {
                continue;
            }
            shape(field.type())
                    .map(shape -> byShape.get(declared.product() + " " + shape))
                    .ifPresent(type -> findings.add(find("`" + field.name() + "`", field.span(), type)));
        }
    }

    private static Diagnostic find(String what, SourceSpan span, SharedType type) {
        return new Diagnostic(
                Code.LOOKS_LIKE_SHARED,
                span,
                what + (type.shape() instanceof TypeShape.OfEnum ? " has the values" : " has the fields")
                        + " of the shared type `" + type.id() + "`",
                Optional.of("refer to it if both mean the same: `type: " + type.id() + "`"),
                List.of(type.span()));
    }

    private static Optional<String> shape(TypeShape shape) {
        if (shape instanceof TypeShape.OfEnum e) {
            return Optional.of(Shapes.of(e.shape()));
        }
        return shape(((TypeShape.OfObject) shape).shape());
    }

    private static Optional<String> shape(FieldType type) {
        if (type instanceof FieldType.InlineEnum inline) {
            return Optional.of(Shapes.of(inline.shape()));
        }
        return type instanceof FieldType.InlineObject inline ? shape(inline.shape()) : Optional.empty();
    }

    /** Objects without fields are alike by chance. */
    private static Optional<String> shape(ObjectShape shape) {
        return shape.fields().isEmpty() ? Optional.empty() : Optional.of(Shapes.of(shape));
    }
}
