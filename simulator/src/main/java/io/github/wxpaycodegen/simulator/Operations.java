package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.BodyKind;
import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.HttpMethod;
import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.generator.spec.Protocol;
import io.github.wxpaycodegen.generator.spec.ResponseKind;
import io.github.wxpaycodegen.generator.spec.Specs;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The v2 operations of the specs, by the path on the wire. */
final class Operations {
    private final Map<String, Endpoint> byPath = new HashMap<>();
    private final Types types;

    Operations(Specs specs) {
        types = new Types(specs.types());
        for (Endpoint endpoint : specs.endpoints()) {
            if (endpoint.protocol() == Protocol.V2) {
                byPath.put(endpoint.wirePath(), endpoint);
            }
        }
    }

    Types types() {
        return types;
    }

    /** Whether the specs have an endpoint at the path. */
    boolean has(String path) {
        return byPath.containsKey(path);
    }

    /** The operation of a method at a path. */
    Optional<Operation> find(String path, String method) {
        return Optional.ofNullable(byPath.get(path)).stream()
                .flatMap(endpoint -> endpoint.operations().stream())
                .filter(operation -> operation.method().name().equals(method))
                .findFirst();
    }

    /** Whether the simulator can play the operation: a POST of flat XML, answered in flat XML. */
    boolean isPlayed(Operation operation) {
        return operation.method() == HttpMethod.POST
                && operation.body() == BodyKind.XML
                && operation.responseKind() == ResponseKind.XML
                && Stream.concat(operation.request().fields().stream(), operation.response().fields().stream())
                        .allMatch(types::isFlat);
    }
}
