package io.github.wxpaycodegen.generator.lint;

import io.github.wxpaycodegen.generator.diagnostic.Code;
import io.github.wxpaycodegen.generator.diagnostic.Diagnostic;
import io.github.wxpaycodegen.generator.diagnostic.SourceSpan;
import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.ResponseKind;
import io.github.wxpaycodegen.generator.model.Settlement;
import io.github.wxpaycodegen.generator.model.SharedType;
import io.github.wxpaycodegen.generator.model.Specs;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return settlement(write, query).lacks();
    }

    private Settlement settlement(Operation write, Operation query) {
        return Settlement.of(write, query, id -> Objects.requireNonNull(types.get(id), id));
    }

    private static String missing(List<List<String>> lacks) {
        return lacks.stream()
                .map(alternatives -> String.join("` or `", alternatives))
                .collect(Collectors.joining("`, `"));
    }

    /** Finds a write whose request has all that a query of the same object needs. */
    private void couldBeSettled(Endpoint endpoint, Operation write) {
        if (write.response().kind() == ResponseKind.REDIRECT) {
            return; // The client only builds the URL: it has no response to lose.
        }
        String product = DeclaredField.product(endpoint.span().file());
        queries.entrySet().stream()
                .filter(query -> product.equals(
                        DeclaredField.product(query.getValue().span().file())))
                .filter(query -> query.getValue().pages().isEmpty())
                .filter(query -> isOfSameObject(endpoint.uri(), write, query.getKey(), query.getValue()))
                .filter(query -> lacks(write, query.getValue()).isEmpty())
                .map(Map.Entry::getKey)
                .max(Comparator.comparing((String uri) -> endpoint.uri().startsWith(uri))
                        .thenComparing(String::length))
                .ifPresent(uri -> find(
                        write.span(),
                        "`" + uri + "` could find out whether `" + endpoint.uri() + "` took effect",
                        "`settledBy: " + uri + "`"));
    }

    private boolean isOfSameObject(String uri, Operation write, String queryUri, Operation query) {
        if (uri.equals(queryUri) || (uri.startsWith(queryUri + "/") && isLiteral(uri.substring(queryUri.length())))) {
            return true;
        }
        if (isLiteral(uri) && isLiteral(queryUri)) {
            return folder(uri).equals(folder(queryUri)) && asksByNumber(write, query);
        }
        List<Field> identifiers = query.request().path().stream()
                .filter(field -> field.source().fill().isEmpty() && isHeld(write, field))
                .toList();
        return identifiers.stream().anyMatch(field -> field.name().startsWith("out_"))
                || (!identifiers.isEmpty()
                        && lastLiterals(uri)
                                .contains(collection(
                                        queryUri,
                                        identifiers.get(identifiers.size() - 1).name())));
    }

    /** Returns true if the query names a thing, and not only the merchant. */
    private boolean asksByNumber(Operation write, Operation query) {
        return settlement(write, query).needs().stream()
                .flatMap(List::stream)
                .anyMatch(name -> query.request().given().stream()
                        .anyMatch(field -> field.name().equals(name)
                                && field.source().fill().isEmpty()));
    }

    private static boolean isHeld(Operation write, Field field) {
        return Stream.concat(write.request().path().stream(), write.request().given().stream())
                .anyMatch(held -> held.name().equals(field.name()));
    }

    private static boolean isLiteral(String path) {
        return !path.contains("{");
    }

    private static String folder(String uri) {
        return uri.substring(0, uri.lastIndexOf('/'));
    }

    /** Returns the last two literal segments: of an action, the collection that it is in and the verb. */
    private static List<String> lastLiterals(String uri) {
        List<String> literals =
                Stream.of(uri.split("/")).filter(SettlementLint::isLiteral).toList();
        return literals.subList(Math.max(0, literals.size() - 2), literals.size());
    }

    /** Returns the literal before a template, or the previous one if that literal only announces the template. */
    private static String collection(String uri, String template) {
        List<String> before = Stream.of(
                        uri.substring(0, uri.indexOf("{" + template + "}")).split("/"))
                .filter(SettlementLint::isLiteral)
                .toList();
        String last = before.get(before.size() - 1);
        boolean announces =
                before.size() > 1 && (template.endsWith(last.replace('-', '_')) || last.equals(template + "s"));
        return announces ? before.get(before.size() - 2) : last;
    }

    private static SourceSpan settledBy(Operation write) {
        return write.effects().settledBySpan().orElse(write.span());
    }

    private void find(SourceSpan span, String message, String help) {
        findings.add(Diagnostic.of(Code.NOT_SETTLED, span, message, help));
    }
}
