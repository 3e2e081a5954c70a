package io.github.wxpaycodegen.runtime.operation;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.message.RequestBuilder;
import io.github.wxpaycodegen.runtime.message.RequestMessage;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A query of a generated client that returns a list in several pages.
 *
 * @param <Q> the request
 * @param <B> the builder of the request
 * @param <R> the response
 * @param <T> an item
 * @param query the query
 * @param first selects the first page in a new request
 * @param fields the fields that lead to further pages
 */
public record PagedOperation<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>, R, T>(
        TypedOperation<Q, B, R> query, Consumer<? super B> first, PageFields<Q, R, T> fields) {
    /**
     * Returns the request of the first page.
     *
     * @param others sets the other fields
     * @throws InvalidRequestException if the request is invalid
     */
    public Q request(Consumer<? super B> others) {
        Objects.requireNonNull(others, "request");
        return query.request(builder -> {
            first.accept(builder);
            others.accept(builder);
        });
    }
}
