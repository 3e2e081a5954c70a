package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.generator.spec.Root;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields in which a message names the account that calls: those that the specs fill with its number. */
final class CallerFields {
    private CallerFields() {}

    /** Returns whether a field of an operation below a root names the account that calls. */
    static boolean contain(Root root, Field field) {
        return field.fill().filter(root.callerKey()::equals).isPresent();
    }

    /** Returns the names of such fields in a v2 request; none where the operation has no such field. */
    static List<String> of(Operation operation) {
        return V2Requests.shapeOf(operation).fields().stream()
                .filter(field -> contain(Root.V2, field))
                .map(Field::name)
                .toList();
    }

    /** Returns the names of such fields in all requests below a root. */
    static Set<String> of(List<Endpoint> endpoints, Root root) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.root() == root)
                .flatMap(endpoint -> endpoint.operations().stream())
                .flatMap(operation -> Stream.of(operation.pathParams(), operation.requestFields()))
                .flatMap(Collection::stream)
                .filter(field -> contain(root, field))
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
