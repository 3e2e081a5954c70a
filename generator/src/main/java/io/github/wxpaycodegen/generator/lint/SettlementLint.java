package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.FieldGroup;
import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.generator.spec.Specs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks that the query that settles an unknown outcome can be made with what the caller of the write holds: a caller who
 * heard nothing has the fields of the request, and no number that a response would have given.
 */
final class SettlementLint {
    private final Map<String, Operation> queries = new TreeMap<>();
    private final List<Diagnostic> findings;

    private SettlementLint(Specs specs, List<Diagnostic> findings) {
        this.findings = findings;
        for (Endpoint endpoint : specs.endpoints()) {
            endpoint.operations().stream()
                    .filter(Operation::readOnly)
                    .forEach(operation -> queries.put(endpoint.uri(), operation));
        }
    }

    static void check(Specs specs, List<Diagnostic> findings) {
        SettlementLint lint = new SettlementLint(specs, findings);
        for (Endpoint endpoint : specs.endpoints()) {
            endpoint.operations().stream()
                    .filter(operation -> !operation.readOnly())
                    .forEach(operation -> lint.check(endpoint, operation));
        }
    }

    private void check(Endpoint endpoint, Operation write) {
        Set<String> held = new HashSet<>();
        write.pathParams().forEach(field -> held.add(field.name()));
        write.requestFields().forEach(field -> held.add(field.name()));
        if (write.settledBy().isEmpty()) {
            couldBeSettled(endpoint, write, held);
            return;
        }
        String uri = write.settledBy().get();
        Operation query = queries.get(uri);
        if (query == null) {
            find(
                    Code.NOT_SETTLED,
                    write,
                    "`settledBy: " + uri + "` is not a query",
                    "name an operation that is `readOnly`");
            return;
        }
        List<String> missing = missing(query, held);
        if (!missing.isEmpty()) {
            find(
                    Code.NOT_SETTLED,
                    write,
                    "`settledBy: " + uri + "` needs `" + String.join("`, `", missing)
                            + "`, which the caller does not have before a response",
                    "name the query by the merchant's own number");
        }
    }

    /** Returns the fields that a query needs and that neither the caller nor the configuration has. */
    private static List<String> missing(Operation query, Set<String> held) {
        List<String> missing = new ArrayList<>();
        query.pathParams().stream()
                .map(Field::name)
                .filter(name -> !held.contains(name))
                .forEach(missing::add);
        query.requestFields().stream()
                .filter(Field::required)
                .filter(field -> field.fill().isEmpty()
                        && field.constant().isEmpty()
                        && !field.name().equals("sign_type"))
                .map(Field::name)
                .filter(name -> !held.contains(name))
                .forEach(missing::add);
        for (FieldGroup group : query.request().groups()) {
            if (group.names().stream().noneMatch(held::contains)) {
                missing.add(String.join("` or `", group.names()));
            }
        }
        return missing;
    }

    /** A write that names a thing by the merchant's own number, and a query beside it that takes that number. */
    private void couldBeSettled(Endpoint endpoint, Operation write, Set<String> held) {
        String product = DeclaredField.product(endpoint.span().file());
        for (Map.Entry<String, Operation> entry : queries.entrySet()) {
            String uri = entry.getKey();
            Operation query = entry.getValue();
            boolean byOwnNumber = query.pathParams().stream()
                    .map(Field::name)
                    .anyMatch(name -> name.startsWith("out_") && held.contains(name));
            if (byOwnNumber
                    && DeclaredField.product(query.span().file()).equals(product)
                    && missing(query, held).isEmpty()) {
                find(
                        Code.NOT_SETTLED,
                        write,
                        "`" + uri + "` could tell whether `" + endpoint.uri() + "` took effect",
                        "`settledBy: " + uri + "`");
                return;
            }
        }
    }

    private void find(Code code, Operation write, String message, String help) {
        findings.add(Diagnostic.of(code, write.span(), message, help));
    }
}
