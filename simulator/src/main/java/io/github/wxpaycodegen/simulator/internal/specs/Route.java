package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.simulator.internal.http.Form;
import java.util.Map;
import java.util.Optional;

/**
 * The endpoint of a path.
 *
 * @param template the path of the endpoint: {@code /v3/pay/transactions/id/{transaction_id}}
 * @param pathValues the values of the template segments by name, still percent-encoded; a value within braces is a template
 */
public record Route(Endpoint endpoint, String template, Map<String, String> pathValues) {
    /** The reason of a 404, which the gateway does not give. */
    public static final String UNKNOWN =
            "no spec describes this path; Simulator.builder().addSpecs(directory) adds specs of your own";

    /** Returns the operation of an HTTP method; empty if there is none. */
    public Optional<Operation> operation(String method) {
        return endpoint.operations().stream()
                .filter(operation -> operation.method().name().equals(method))
                .findFirst();
    }

    /** Returns the path; a segment that may have any value is that of the template. */
    public String path() {
        String path = template;
        for (Map.Entry<String, String> each : pathValues.entrySet()) {
            if (!isTemplate(each.getValue())) {
                path = path.replace("{" + each.getKey() + "}", each.getValue());
            }
        }
        return path;
    }

    /** Returns true if the path of a request is this one, in which templates stand for any value. */
    public boolean includes(Route request) {
        return template.equals(request.template)
                && pathValues.entrySet().stream()
                        .allMatch(each -> isTemplate(each.getValue())
                                || decoded(each.getValue())
                                        .equals(decoded(request.pathValues.getOrDefault(each.getKey(), ""))));
    }

    /** Returns how many segments may have any value. */
    public int templates() {
        return (int) pathValues.values().stream().filter(Route::isTemplate).count();
    }

    static boolean isTemplate(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    /** Clients encode more characters than they must, and tests none. */
    private static String decoded(String value) {
        try {
            return value.contains("%") ? Form.decode(value) : value;
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
