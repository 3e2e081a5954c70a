package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Settlement;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Checks that the caller of a write can run the query that settles an unknown outcome. A caller without a response has
 * the fields of the request, but no numbers that a response would contain.
 */
final class SettlementLint {
    private final Map<String, Operation> queries = new TreeMap<>();
    private final Map<String, SharedType> types = new HashMap<>();
    private final List<Diagnostic> findings;

    private SettlementLint(Specs specs, List<Diagnostic> findings) {
        this.findings = findings;
        specs.types().forEach(type -> types.put(type.id(), type));
        for (Endpoint endpoint : specs.endpoints()) {
            endpoint.operations().stream()
                    .filter(operation -> operation.effects().readOnly())
                    .forEach(operation -> queries.put(endpoint.uri(), operation));
        }
    }

    static void check(Specs specs, List<Diagnostic> findings) {
        SettlementLint lint = new SettlementLint(specs, findings);
        for (Endpoint endpoint : specs.endpoints()) {
            endpoint.operations().stream()
                    .filter(operation -> !operation.effects().readOnly())
                    .forEach(operation -> lint.check(endpoint, operation));
        }
    }

    private void check(Endpoint endpoint, Operation write) {
        if (write.effects().settledBy().isEmpty()) {
            couldBeSettled(endpoint, write);
            return;
        }
        String uri = write.effects().settledBy().get();
        Operation query = queries.get(uri);
        if (query == null) {
            find(settledBy(write), "`settledBy: " + uri + "` is not a query", "name an operation that is `readOnly`");
            return;
        }
        List<List<String>> lacks = lacks(write, query);
        if (!lacks.isEmpty()) {
            find(
                    settledBy(write),
                    "`settledBy: " + uri + "` needs `" + missing(lacks)
                            + "`, which the caller does not have before a response",
                    "name the query by the merchant's own number");
        }
    }

    private List<List<String>> lacks(Operation write, Operation query) {
        return Settlement.of(write, query, id -> Objects.requireNonNull(types.get(id), id))
                .lacks();
    }

    private static String missing(List<List<String>> lacks) {
        return lacks.stream()
                .map(alternatives -> String.join("` or `", alternatives))
                .collect(Collectors.joining("`, `"));
    }

    /**
     * Finds a write that identifies an object by the merchant's own number, with a sibling query that accepts that
     * number.
     */
    private void couldBeSettled(Endpoint endpoint, Operation write) {
        Set<String> held = new HashSet<>();
        write.request().path().forEach(field -> held.add(field.name()));
        write.request().given().forEach(field -> held.add(field.name()));
        String product = DeclaredField.product(endpoint.span().file());
        for (Map.Entry<String, Operation> entry : queries.entrySet()) {
            String uri = entry.getKey();
            Operation query = entry.getValue();
            boolean byOwnNumber = query.request().path().stream()
                    .map(Field::name)
                    .anyMatch(name -> name.startsWith("out_") && held.contains(name));
            if (byOwnNumber
                    && DeclaredField.product(query.span().file()).equals(product)
                    && lacks(write, query).isEmpty()) {
                find(
                        write.span(),
                        "`" + uri + "` could find out whether `" + endpoint.uri() + "` took effect",
                        "`settledBy: " + uri + "`");
                return;
            }
        }
    }

    private static SourceSpan settledBy(Operation write) {
        return write.effects().settledBySpan().orElse(write.span());
    }

    private void find(SourceSpan span, String message, String help) {
        findings.add(Diagnostic.of(Code.NOT_SETTLED, span, message, help));
    }
}
