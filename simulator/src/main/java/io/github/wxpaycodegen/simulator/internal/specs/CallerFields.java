package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Root;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields that contain the id of the calling account: the specs declare that the client fills them with it. */
public final class CallerFields {
    private CallerFields() {}

    /** Returns true if a field of an operation below a root contains the id of the calling account. */
    public static boolean contain(Root root, Field field) {
        return field.source().fill().filter(root.callerKey()::equals).isPresent();
    }

    /** Returns the names of such fields among the fields of a request. */
    public static List<String> of(Root root, List<Field> fields) {
        return fields.stream()
                .filter(field -> contain(root, field))
                .map(Field::name)
                .toList();
    }

    /** Returns the names of such fields in all requests below a root. */
    public static Set<String> of(List<Endpoint> endpoints, Root root) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.root() == root)
                .flatMap(endpoint -> endpoint.operations().stream())
                .flatMap(operation -> Stream.of(
                        operation.request().path(), operation.request().given()))
                .flatMap(Collection::stream)
                .filter(field -> contain(root, field))
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
