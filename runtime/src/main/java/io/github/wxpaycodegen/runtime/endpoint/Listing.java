package io.github.wxpaycodegen.runtime.endpoint;

import io.github.wxpaycodegen.runtime.ApiContext;
import io.github.wxpaycodegen.runtime.ApiNode;
import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.message.RequestBuilder;
import io.github.wxpaycodegen.runtime.message.RequestMessage;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.PagedOperation;
import io.github.wxpaycodegen.runtime.operation.Pages;
import java.util.function.Consumer;

/**
 * A URI whose query returns a list in several pages. The generated interface of the URI extends this one and that of
 * its HTTP method.
 *
 * @param <Q> the request
 * @param <B> the builder of the request
 * @param <R> the response
 * @param <T> an item
 */
public interface Listing<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>, R, T> extends ApiNode {
    /** Returns the description of the list for the runtime, never null. Generated code implements this method. */
    PagedOperation<Q, B, R, T> listOperation();

    /**
     * Lists the items of all pages, with one call for each page.
     *
     * @param request the request of the first page; if it selects a page, the list starts there
     * @return the items; no call is made before the first item is needed
     */
    default Pages<T> list(Q request) {
        ApiContext context = context();
        Operation<Q, R> query = listOperation().query().operation();
        return Pages.of(
                query.info(),
                page -> context.call(query, page),
                page -> context.callAsync(query, page),
                listOperation().fields(),
                request);
    }

    /**
     * Same as {@link #list(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request; the first page is already selected
     * @throws InvalidRequestException if the request is invalid
     */
    default Pages<T> list(Consumer<? super B> request) {
        return list(listOperation().request(request));
    }
}
