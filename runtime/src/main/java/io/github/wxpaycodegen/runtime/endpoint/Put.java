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
 * A URI that is called with the HTTP method PUT. The generated interface of the URI extends this one, and its Javadoc
 * describes the operation.
 *
 * <p>A call accepts the request, or a lambda that sets its fields. Both forms validate the request before anything is
 * sent.
 *
 * @param <Q> the request
 * @param <B> the builder of the request
 * @param <R> the response: a message, or a file in memory
 */
public interface Put<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>, R> extends ApiNode {
    /** Returns the description of the operation for the runtime, never null. Generated code implements this method. */
    TypedOperation<Q, B, R> putOperation();

    /**
     * Calls the operation and waits for its response.
     *
     * @return the verified response, never null
     * @throws WxPayException if there is no verified response that reports success; its outcome says whether the operation took
     *     effect
     */
    default R put(Q request) {
        return context().call(putOperation().operation(), request);
    }

    /**
     * Same as {@link #put(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default R put(Consumer<? super B> request) {
        return put(putOperation().request(request));
    }

    /**
     * Calls the operation without waiting.
     *
     * @return a future of the verified response. It fails with {@link WxPayException}, even for an invalid request;
     *     canceling it aborts the exchange. Steps that depend on it run in the common pool, or on a spare thread if no thread
     *     of the pool is free, so they may block
     */
    default CompletableFuture<R> putAsync(Q request) {
        return context().callAsync(putOperation().operation(), request);
    }

    /**
     * Same as {@link #putAsync(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default CompletableFuture<R> putAsync(Consumer<? super B> request) {
        return putOperation().withRequest(request, made -> putAsync(made));
    }

    /**
     * Same as {@link #put(RequestMessage)}, but also returns the HTTP status, headers and body.
     *
     * @throws WxPayException if there is no verified response that reports success
     */
    default WxPayResponse<R> putResponse(Q request) {
        return context().callResponse(putOperation().operation(), request);
    }

    /**
     * Same as {@link #putResponse(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default WxPayResponse<R> putResponse(Consumer<? super B> request) {
        return putResponse(putOperation().request(request));
    }

    /**
     * Same as {@link #putAsync(RequestMessage)}, but the future has the HTTP status, headers and body as well.
     *
     * @return a future that fails with {@link WxPayException}, even for an invalid request; canceling it aborts the exchange
     */
    default CompletableFuture<WxPayResponse<R>> putResponseAsync(Q request) {
        return context().callResponseAsync(putOperation().operation(), request);
    }

    /**
     * Same as {@link #putResponseAsync(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default CompletableFuture<WxPayResponse<R>> putResponseAsync(Consumer<? super B> request) {
        return putOperation().withRequest(request, made -> putResponseAsync(made));
    }

    /**
     * Same as {@link Put}, for an operation whose request can be empty.
     *
     * @param <Q> the request
     * @param <B> the builder of the request
     * @param <R> the response
     */
    interface RequestOptional<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>, R>
            extends Put<Q, B, R> {
        /** Same as {@link #put(RequestMessage)}, with an empty request. */
        default R put() {
            return put(putOperation().emptyRequest());
        }

        /** Same as {@link #putAsync(RequestMessage)}, with an empty request. */
        default CompletableFuture<R> putAsync() {
            return putAsync(putOperation().emptyRequest());
        }

        /** Same as {@link #putResponse(RequestMessage)}, with an empty request. */
        default WxPayResponse<R> putResponse() {
            return putResponse(putOperation().emptyRequest());
        }

        /** Same as {@link #putResponseAsync(RequestMessage)}, with an empty request. */
        default CompletableFuture<WxPayResponse<R>> putResponseAsync() {
            return putResponseAsync(putOperation().emptyRequest());
        }
    }
}
