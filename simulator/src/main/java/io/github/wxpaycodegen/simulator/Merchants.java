package io.github.wxpaycodegen.simulator;

import io.github.wxpaycodegen.generator.spec.Endpoint;
import io.github.wxpaycodegen.generator.spec.Field;
import io.github.wxpaycodegen.generator.spec.FillKey;
import io.github.wxpaycodegen.generator.spec.Operation;
import io.github.wxpaycodegen.generator.spec.Protocol;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields in which a message names the merchant who calls: those that the specs fill with its number. */
final class Merchants {
    private Merchants() {}

    /** Returns whether the field names the merchant who calls. */
    static boolean isNamedBy(Field field) {
        return field.fill().filter(FillKey.MCHID::equals).isPresent();
    }

    /** Returns the names of such fields in a v2 request; none where the operation has no such field. */
    static List<String> fieldsOf(Operation operation) {
        return V2Requests.shapeOf(operation).fields().stream()
                .filter(Merchants::isNamedBy)
                .map(Field::name)
                .toList();
    }

    /** Returns the names of such fields in all requests of a protocol. */
    static Set<String> fieldsOf(List<Endpoint> endpoints, Protocol protocol) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.protocol() == protocol)
                .flatMap(endpoint -> endpoint.operations().stream())
                .flatMap(operation -> Stream.of(operation.pathParams(), operation.requestFields()))
                .flatMap(Collection::stream)
                .filter(Merchants::isNamedBy)
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
