package io.github.wxpaycodegen.simulator.internal.v3;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.FieldGroup;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.simulator.internal.http.Form;
import io.github.wxpaycodegen.simulator.internal.http.RequestHead;
import io.github.wxpaycodegen.simulator.internal.values.FieldGroupRules;
import io.github.wxpaycodegen.simulator.internal.values.Flattened;
import io.github.wxpaycodegen.simulator.internal.values.LimitRules;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Validates path, query and header fields. */
final class V3ParameterRules {
    private final V3TextRules textRules;
    private final V3ValidationResult result;

    V3ParameterRules(V3TextRules textRules, V3ValidationResult result) {
        this.textRules = textRules;
        this.result = result;
    }

    /** Validates the values of template segments, which are still encoded. */
    void checkPath(Operation operation, Map<String, String> segments) {
        segments.forEach((name, encoded) -> {
            try {
                result.path().put(name, Form.decode(encoded));
            } catch (IllegalArgumentException e) {
                result.add(new V3Violation("path", name, encoded, "is not percent-encoded UTF-8"));
            }
        });
        for (Field field : operation.request().path()) {
            String value = result.path().get(field.name());
            if (value != null) {
                check("path", field, field.name(), value);
            }
        }
    }

    /** Validates the raw query. */
    void checkQuery(Operation operation, String query) {
        try {
            checkQuery(operation, Form.read(query));
        } catch (IllegalArgumentException e) {
            result.add(new V3Violation("query", "query", query, "is not a percent-encoded form"));
        }
    }

    private void checkQuery(Operation operation, Map<String, List<String>> given) {
        for (Field field : operation.request().query()) {
            List<String> values = given.getOrDefault(field.name(), List.of());
            if (values.isEmpty() && field.required()) {
                result.add(V3Violation.missing("query", field.name()));
            } else if (values.size() > 1 && !field.list()) {
                result.add(new V3Violation("query", field.name(), values.get(1), "is given twice"));
            } else {
                checkQueryValues(field, values);
            }
        }
        given.forEach((name, values) -> addUndeclared(operation, name, values));
        // Without a body, groups consist of query fields.
        if (operation.request().shape().fields().isEmpty()) {
            for (FieldGroup group : operation.request().shape().groups()) {
                FieldGroupRules.problem(group, given::containsKey)
                        .ifPresent(problem -> result.add(
                                V3Violation.ofGroup("query", group.names().get(0), problem.text())));
            }
        }
    }

    private void checkQueryValues(Field field, List<String> values) {
        LimitRules.countProblem(field, values.size())
                .ifPresent(problem -> result.add(new V3Violation("query", field.name(), "", problem)));
        for (int i = 0; i < values.size(); i++) {
            String name = field.list() ? Flattened.element(field.name(), i) : field.name();
            check("query", field, name, values.get(i));
            result.query().put(name, textRules.plaintext(field, values.get(i)).orElse(values.get(i)));
        }
    }

    private void addUndeclared(Operation operation, String name, List<String> values) {
        if (operation.request().query().stream().noneMatch(field -> field.name().equals(name))) {
            result.undeclaredInQuery().add(name);
            result.query().put(name, values.get(0));
        }
    }

    /** Validates the header fields that the spec declares. */
    void checkHeaders(Operation operation, RequestHead head) {
        for (Field field : operation.request().headers()) {
            List<String> values = head.headers().getOrDefault(field.name().toLowerCase(Locale.ROOT), List.of());
            if (values.isEmpty() && field.required()) {
                result.add(V3Violation.missing("header", field.name()));
            } else if (!values.isEmpty()) {
                check("header", field, field.name(), values.get(0));
            }
        }
    }

    private void check(String location, Field field, String name, String value) {
        if (textRules.isForeign(field, name, value)) {
            result.addForeign(textRules.callerIdName(), location, name, value);
        }
        textRules
                .problem(field, value)
                .ifPresent(problem -> result.add(new V3Violation(location, name, value, problem)));
    }
}
