package io.github.wxpaycodegen.runtime.endpoint;

import io.github.wxpaycodegen.runtime.ApiNode;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.message.RequestBuilder;
import io.github.wxpaycodegen.runtime.message.RequestMessage;
import io.github.wxpaycodegen.runtime.operation.TypedOperation;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A URI that is called with the HTTP method DELETE. The generated interface of the URI extends this one, and its
 * Javadoc describes the operation.
 *
 * <p>A call accepts the request, or a lambda that sets its fields. Both forms validate the request before anything is
 * sent.
 *
 * @param <Q> the request
 * @param <B> the builder of the request
 * @param <R> the response: a message, or a file in memory
 */
public interface Delete<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>, R> extends ApiNode {
    /** Returns the description of the operation for the runtime, never null. Generated code implements this method. */
    TypedOperation<Q, B, R> deleteOperation();

    /**
     * Calls the operation and waits for its response.
     *
     * @return the verified response, never null
     * @throws WxPayException if there is no verified response that reports success; its outcome says whether the operation took
     *     effect
     */
    default R delete(Q request) {
        return context().call(deleteOperation().operation(), request);
    }

    /**
     * Same as {@link #delete(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default R delete(Consumer<? super B> request) {
        return delete(deleteOperation().request(request));
    }

    /**
     * Calls the operation without waiting.
     *
     * @return a future of the verified response. It fails with {@link WxPayException}, even for an invalid request;
     *     canceling it aborts the exchange. Steps that depend on it run in the common pool, or on a spare thread if no thread
     *     of the pool is free, so they may block
     */
    default CompletableFuture<R> deleteAsync(Q request) {
        return context().callAsync(deleteOperation().operation(), request);
    }

    /**
     * Same as {@link #deleteAsync(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default CompletableFuture<R> deleteAsync(Consumer<? super B> request) {
        return deleteOperation().withRequest(request, made -> deleteAsync(made));
    }

    /**
     * Same as {@link #delete(RequestMessage)}, but also returns the HTTP status, headers and body.
     *
     * @throws WxPayException if there is no verified response that reports success
     */
    default WxPayResponse<R> deleteResponse(Q request) {
        return context().callResponse(deleteOperation().operation(), request);
    }

    /**
     * Same as {@link #deleteResponse(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default WxPayResponse<R> deleteResponse(Consumer<? super B> request) {
        return deleteResponse(deleteOperation().request(request));
    }

    /**
     * Same as {@link #deleteAsync(RequestMessage)}, but the future has the HTTP status, headers and body as well.
     *
     * @return a future that fails with {@link WxPayException}, even for an invalid request; canceling it aborts the exchange
     */
    default CompletableFuture<WxPayResponse<R>> deleteResponseAsync(Q request) {
        return context().callResponseAsync(deleteOperation().operation(), request);
    }

    /**
     * Same as {@link #deleteResponseAsync(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default CompletableFuture<WxPayResponse<R>> deleteResponseAsync(Consumer<? super B> request) {
        return deleteOperation().withRequest(request, made -> deleteResponseAsync(made));
    }

    /**
     * Same as {@link Delete}, for an operation whose request can be empty.
     *
     * @param <Q> the request
     * @param <B> the builder of the request
     * @param <R> the response
     */
    interface RequestOptional<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>, R>
            extends Delete<Q, B, R> {
        /** Same as {@link #delete(RequestMessage)}, with an empty request. */
        default R delete() {
            return delete(deleteOperation().emptyRequest());
        }

        /** Same as {@link #deleteAsync(RequestMessage)}, with an empty request. */
        default CompletableFuture<R> deleteAsync() {
            return deleteAsync(deleteOperation().emptyRequest());
        }

        /** Same as {@link #deleteResponse(RequestMessage)}, with an empty request. */
        default WxPayResponse<R> deleteResponse() {
            return deleteResponse(deleteOperation().emptyRequest());
        }

        /** Same as {@link #deleteResponseAsync(RequestMessage)}, with an empty request. */
        default CompletableFuture<WxPayResponse<R>> deleteResponseAsync() {
            return deleteResponseAsync(deleteOperation().emptyRequest());
        }
    }
}
