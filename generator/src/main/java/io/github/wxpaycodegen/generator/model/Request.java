package io.github.wxpaycodegen.generator.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Request of an operation.
 *
 * @param path the fields of the template segments, by name
 * @param query the fields of the query
 * @param headers the fields that are headers
 * @param body the kind of body
 * @param shape the fields of the body; none if there is no body
 * @param type the shared object that is the body, by its {@link SharedType#id()}; {@code shape} contains its fields too
 */
public record Request(
        List<Field> path,
        List<Field> query,
        List<Field> headers,
        BodyKind body,
        ObjectShape shape,
        Optional<String> type) {
    public Request {
        path = List.copyOf(path);
        query = List.copyOf(query);
        headers = List.copyOf(headers);
    }

    /**
     * Returns all fields except those of the path: the fields of the query, the headers and the body, in this order.
     */
    public List<Field> given() {
        List<Field> all = new ArrayList<>(query);
        all.addAll(headers);
        all.addAll(shape.fields());
        return all;
    }
}
