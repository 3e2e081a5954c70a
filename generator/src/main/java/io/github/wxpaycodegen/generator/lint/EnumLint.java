package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.EnumShape;
import io.github.wxpaycodegen.generator.model.EnumValue;
import io.github.wxpaycodegen.generator.model.FieldType;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.SharedType.TypeShape;
import io.github.wxpaycodegen.generator.model.Specs;
import io.github.wxpaycodegen.generator.name.JavaNames;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds fields of one name in one product whose enums have no value in common, because probably one of them comes from a
 * shifted row of a table, and values that are only numbers.
 */
final class EnumLint {
    private EnumLint() {}

    static void check(List<DeclaredField> fields, List<Diagnostic> findings) {
        Map<String, DeclaredField> first = new HashMap<>();
        for (DeclaredField declared : fields) {
            if (declared.enumShape().isEmpty()
                    || declared.field().source().constant().isPresent()) {
                continue;
            }
            DeclaredField other = first.putIfAbsent(
                    declared.product() + " " + declared.field().name(), declared);
            if (other != null && Collections.disjoint(values(other), values(declared))) {
                findings.add(new Diagnostic(
                        Code.DISJOINT_ENUMS,
                        declared.field().span(),
                        "the values of `" + declared.field().name()
                                + "` have none in common with those of another field of this name in the product",
                        Optional.of(
                                "if both mean the same, share one enum; a row of the official table may be shifted"),
                        List.of(other.field().span())));
            }
        }
    }

    /** Finds values of which only a number is known, among others that have a name or a title. */
    static void checkNames(Specs specs, List<DeclaredField> fields, List<Diagnostic> findings) {
        for (DeclaredField declared : fields) {
            if (declared.field().type() instanceof FieldType.InlineEnum inline) {
                checkNames(inline.shape(), findings);
            }
        }
        for (SharedType type : specs.types()) {
            if (type.shape() instanceof TypeShape.OfEnum e) {
                checkNames(e.shape(), findings);
            }
        }
    }

    private static void checkNames(EnumShape shape, List<Diagnostic> findings) {
        if (JavaNames.isNameless(shape)) {
            // It has no constants.
            return;
        }
        shape.values().stream()
                .filter(JavaNames::isNameless)
                .forEach(value -> findings.add(Diagnostic.of(
                        Code.NAMELESS_VALUE,
                        value.span(),
                        "the value `" + value.value() + "` becomes the constant `" + JavaNames.constant(value)
                                + "`, which says nothing",
                        "`{value: " + value.value() + ", java: NAME, title: ...}` with the meaning that the official"
                                + " page gives it")));
    }

    private static Set<String> values(DeclaredField declared) {
        return declared.enumShape().orElseThrow().values().stream()
                .map(EnumValue::value)
                .collect(Collectors.toSet());
    }
}
