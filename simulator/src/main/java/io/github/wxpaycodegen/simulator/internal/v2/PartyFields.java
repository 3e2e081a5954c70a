package io.github.wxpaycodegen.simulator.internal.v2;

import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Operation;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields that contain the parties of a call: merchants and apps, sub-merchants and their apps. */
final class PartyFields {
    private PartyFields() {}

    /** Returns the names of such fields in a v2 request: those that the configuration can fill. */
    static Set<String> of(Operation operation) {
        return V2Requests.shapeOf(operation).fields().stream()
                .filter(field -> field.source().fill().isPresent())
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
