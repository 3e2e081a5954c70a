package io.github.wxpaycodegen.generator.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * The errors that operations share.
 *
 * @param v2 the codes of v2, in the order of the spec
 * @param v3 the codes of v3, in the order of the spec
 * @param requestIds the errors that the number at the end of a v3 Request-ID identifies
 */
public record ErrorCatalog(List<ErrorSpec> v2, List<ErrorSpec> v3, List<RequestIdError> requestIds) {
    /** A catalog without entries. */
    public static final ErrorCatalog EMPTY = new ErrorCatalog(List.of(), List.of(), List.of());

    public ErrorCatalog {
        v2 = List.copyOf(v2);
        v3 = List.copyOf(v3);
        requestIds = List.copyOf(requestIds);
    }

    /** Returns the errors of this and of another catalog. */
    public ErrorCatalog and(ErrorCatalog other) {
        return new ErrorCatalog(concat(v2, other.v2), concat(v3, other.v3), concat(requestIds, other.requestIds));
    }

    private static <T> List<T> concat(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
