package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.simulator.internal.gateway.RequestReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The result of validating a v3 request, to which the checks add their findings. */
final class V3ValidationResult {
    private final Map<String, String> path = new LinkedHashMap<>();
    private final Map<String, String> query = new LinkedHashMap<>();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Set<String> undeclaredInQuery = new LinkedHashSet<>();
    private final Set<String> undeclaredInBody = new LinkedHashSet<>();
    private final List<V3Violation> violations = new ArrayList<>();
    private Optional<V3Error> error = Optional.empty();
    private Optional<V3Error> foreign = Optional.empty();

    /** Returns the values of the template segments. */
    Map<String, String> path() {
        return path;
    }

    Map<String, String> query() {
        return query;
    }

    /** Returns the fields of the body. */
    Map<String, String> fields() {
        return fields;
    }

    /** Returns the query parameters that the spec does not declare. */
    Set<String> undeclaredInQuery() {
        return undeclaredInQuery;
    }

    /** Returns the paths of the members of the body that the spec does not declare. */
    Set<String> undeclaredInBody() {
        return undeclaredInBody;
    }

    /** Returns all fields of the request by their path. */
    Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>(query);
        all.putAll(path);
        all.putAll(fields);
        return all;
    }

    /**
     * Returns the declared fields by their path. An undeclared query parameter may have the name of a template segment or
     * of a member of the body.
     */
    Map<String, String> declared() {
        Map<String, String> declared = new LinkedHashMap<>(query);
        declared.keySet().removeAll(undeclaredInQuery);
        declared.putAll(path);
        fields.forEach((name, value) -> {
            if (undeclaredInBody.stream().noneMatch(undeclared -> isWithin(undeclared, name))) {
                declared.put(name, value);
            }
        });
        return declared;
    }

    private static boolean isWithin(String outer, String name) {
        return name.equals(outer) || name.startsWith(outer + ".") || name.startsWith(outer + "[");
    }

    void add(V3Violation violation) {
        violations.add(violation);
    }

    /**
     * Rejects the request because a field contains another account id than the signature. Only the first such field
     * counts.
     *
     * @param idName the name of the account id in the header {@code Authorization}
     */
    void addForeign(String idName, String location, String field, String value) {
        V3Violation violation =
                new V3Violation(location, field, value, "is not the " + idName + " of the header Authorization");
        String message = "http header中的" + idName + "与post payload中的" + idName + "不匹配";
        foreign = foreign.or(() -> Optional.of(V3Error.paramError(message, violation.detail())));
    }

    /** Rejects the request for a reason other than its fields. */
    V3ValidationResult refuse(V3Error reason) {
        error = Optional.of(reason);
        return this;
    }

    /** Returns true if the request is rejected for a reason other than its fields. */
    boolean isRefused() {
        return error.isPresent();
    }

    /** Returns why the request is rejected, with the details of the first violation; empty if it is valid. */
    Optional<V3Error> error() {
        return error.or(() -> foreign).or(() -> violations.stream()
                .findFirst()
                .map(first -> V3Error.paramError(
                        "参数错误: "
                                + String.join(
                                        "; ",
                                        violations.stream()
                                                .map(V3Violation::text)
                                                .toList()),
                        first.detail())));
    }

    RequestReport report(Map<String, String> responseFields) {
        Set<String> undeclared = new LinkedHashSet<>(undeclaredInQuery);
        undeclared.addAll(undeclaredInBody);
        return new RequestReport(
                path,
                query,
                fields,
                Set.copyOf(undeclared),
                error().map(V3Error::text),
                Optional.empty(),
                responseFields);
    }
}
