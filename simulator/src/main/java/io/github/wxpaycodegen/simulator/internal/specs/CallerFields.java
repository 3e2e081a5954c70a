package io.github.wxpaycodegen.simulator.internal.specs;

import io.github.wxpaycodegen.generator.model.Endpoint;
import io.github.wxpaycodegen.generator.model.Field;
import io.github.wxpaycodegen.generator.model.Operation;
import io.github.wxpaycodegen.generator.model.Root;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields that contain the id of the calling account. The specs declare most of them: the client fills them with it. They
 * cannot declare the alternatives of an operation that merchants call with {@code mchid} and institutions with {@code
 * sp_mchid}, so a v3 field of the request itself counts by its name and its title, too. The official pages say of both that
 * each applies to one of the two modes, in which it is the caller.
 */
public final class CallerFields {
    private static final Set<String> NAMES = Set.of("mchid", "sp_mchid");

    /** The titles of the caller's own id. Other titles, such as 目标商户号, are those of other merchants. */
    private static final Set<String> TITLES = Set.of("商户号", "直连商户号", "服务商户号", "服务商商户号", "机构商户号");

    /** Fields of operations that an acquiring bank or a channel may call, about the orders of a service provider. */
    private static final Set<String> OTHER_CALLERS = Set.of("acquiring_bank_id", "channel_id");

    private CallerFields() {}

    /** Returns true if a field of an operation below a root contains the id of the calling account, as its spec declares. */
    public static boolean contain(Root root, Field field) {
        return field.source().fill().filter(root.callerKey()::equals).isPresent();
    }

    /**
     * Returns the names of the fields in the path, the query and the top level of the body that contain the id of the calling
     * account by their titles.
     */
    public static Set<String> byTitle(Root root, Operation operation) {
        if (root != Root.V3 || fields(operation).map(Field::name).anyMatch(OTHER_CALLERS::contains)) {
            return Set.of();
        }
        return fields(operation)
                .filter(field -> NAMES.contains(field.name()))
                .filter(field -> field.docs().title().filter(TITLES::contains).isPresent())
                .filter(field -> field.source().fill().isEmpty())
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the names of declared fields among the fields of a request. */
    public static List<String> of(Root root, List<Field> fields) {
        return fields.stream()
                .filter(field -> contain(root, field))
                .map(Field::name)
                .toList();
    }

    /** Returns the names of declared fields in all requests below a root. */
    public static Set<String> of(List<Endpoint> endpoints, Root root) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.root() == root)
                .flatMap(endpoint -> endpoint.operations().stream())
                .flatMap(CallerFields::fields)
                .filter(field -> contain(root, field))
                .map(Field::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<Field> fields(Operation operation) {
        return Stream.of(operation.request().path(), operation.request().given())
                .flatMap(Collection::stream);
    }
}
