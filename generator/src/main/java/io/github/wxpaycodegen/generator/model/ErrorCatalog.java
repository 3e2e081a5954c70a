package io.github.wxpaycodegen.generator.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
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

    /**
     * Returns these errors, changed and extended by those of a project. An error that this catalog calls uncertain stays so:
     * whoever repeats a payment after it may pay twice.
     */
    public ErrorCatalog extendedBy(ErrorCatalog own) {
        return new ErrorCatalog(
                merged(v2, own.v2, ErrorSpec::code, ErrorCatalog::changed),
                merged(v3, own.v3, ErrorSpec::code, ErrorCatalog::changed),
                merged(requestIds, own.requestIds, ErrorCatalog::identity, (old, now) -> now));
    }

    private static ErrorSpec changed(ErrorSpec old, ErrorSpec now) {
        return new ErrorSpec(
                now.span(),
                now.code(),
                now.status().isPresent() ? now.status() : old.status(),
                now.title().or(old::title),
                now.advice().or(old::advice),
                old.uncertain() || now.uncertain());
    }

    private static String identity(RequestIdError error) {
        return error.number() + " " + error.product().orElse("");
    }

    private static <T> List<T> merged(
            List<T> some, List<T> others, Function<T, String> identity, BinaryOperator<T> change) {
        Map<String, T> byIdentity = new LinkedHashMap<>();
        Stream.concat(some.stream(), others.stream())
                .forEach(each -> byIdentity.merge(identity.apply(each), each, change));
        return List.copyOf(byIdentity.values());
    }

    private static <T> List<T> concat(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
