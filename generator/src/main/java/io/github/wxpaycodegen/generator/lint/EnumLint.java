package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.model.EnumValue;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds fields of one name in one product whose enums have no value in common. Probably one of them comes from a
 * shifted row of a table.
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

    private static Set<String> values(DeclaredField declared) {
        return declared.enumShape().orElseThrow().values().stream()
                .map(EnumValue::value)
                .collect(Collectors.toSet());
    }
}
