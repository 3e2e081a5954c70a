package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Operation;
import java.util.Map;
import java.util.Optional;

/**
 * Where a path leads.
 *
 * @param template the path of the endpoint: {@code /v3/pay/transactions/id/{transaction_id}}
 * @param pathValues what stands in place of the template segments, still percent-encoded
 */
public record Route(Endpoint endpoint, String template, Map<String, String> pathValues) {
    /** The operation of an HTTP method. */
    public Optional<Operation> operation(String method) {
        return endpoint.operations().stream()
                .filter(operation -> operation.method().name().equals(method))
                .findFirst();
    }
}
