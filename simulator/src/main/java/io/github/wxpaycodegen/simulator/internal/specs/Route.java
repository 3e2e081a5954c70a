package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Operation;
import java.util.Map;
import java.util.Optional;

/**
 * The endpoint of a path.
 *
 * @param template the path of the endpoint: {@code /v3/pay/transactions/id/{transaction_id}}
 * @param pathValues the values of the template segments by name, still percent-encoded
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
}
