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
 * @param body what the body carries
 * @param shape the fields of the body; without fields where there is none
 * @param type the shared object that is the body, by its {@link SharedType#id()}; {@code shape} has its fields too
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

    /** Returns all that a caller gives but the path: the fields of the query, of the headers and of the body, in this order. */
    public List<Field> given() {
        List<Field> all = new ArrayList<>(query);
        all.addAll(headers);
        all.addAll(shape.fields());
        return all;
    }
}
