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
 * A URI that is called with the HTTP method PATCH. The generated interface of the URI extends this one, and its Javadoc
 * describes the operation.
 *
 * <p>A call accepts the request, or a lambda that sets its fields. Both forms validate the request before anything is
 * sent.
 *
 * @param <Q> the request
 * @param <B> the builder of the request
 * @param <R> the response: a message, or a file in memory
 */
public interface Patch<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>, R> extends ApiNode {
    /** Returns the description of the operation for the runtime, never null. Generated code implements this method. */
    TypedOperation<Q, B, R> patchOperation();

    /**
     * Calls the operation and waits for its response.
     *
     * @return the verified response, never null
     * @throws WxPayException if there is no verified response that reports success; its outcome says whether the operation took
     *     effect
     */
    default R patch(Q request) {
        return context().call(patchOperation().operation(), request);
    }

    /**
     * Same as {@link #patch(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default R patch(Consumer<? super B> request) {
        return patch(patchOperation().request(request));
    }

    /**
     * Calls the operation without waiting.
     *
     * @return a future of the verified response. It fails with {@link WxPayException}, even for an invalid request;
     *     canceling it aborts the exchange. Steps that depend on it run in the common pool, or on a spare thread if no thread
     *     of the pool is free, so they may block
     */
    default CompletableFuture<R> patchAsync(Q request) {
        return context().callAsync(patchOperation().operation(), request);
    }

    /**
     * Same as {@link #patchAsync(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default CompletableFuture<R> patchAsync(Consumer<? super B> request) {
        return patchOperation().withRequest(request, made -> patchAsync(made));
    }

    /**
     * Same as {@link #patch(RequestMessage)}, but also returns the HTTP status, headers and body.
     *
     * @throws WxPayException if there is no verified response that reports success
     */
    default WxPayResponse<R> patchResponse(Q request) {
        return context().callResponse(patchOperation().operation(), request);
    }

    /**
     * Same as {@link #patchResponse(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default WxPayResponse<R> patchResponse(Consumer<? super B> request) {
        return patchResponse(patchOperation().request(request));
    }

    /**
     * Same as {@link #patchAsync(RequestMessage)}, but the future has the HTTP status, headers and body as well.
     *
     * @return a future that fails with {@link WxPayException}, even for an invalid request; canceling it aborts the exchange
     */
    default CompletableFuture<WxPayResponse<R>> patchResponseAsync(Q request) {
        return context().callResponseAsync(patchOperation().operation(), request);
    }

    /**
     * Same as {@link #patchResponseAsync(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default CompletableFuture<WxPayResponse<R>> patchResponseAsync(Consumer<? super B> request) {
        return patchOperation().withRequest(request, made -> patchResponseAsync(made));
    }

    /**
     * Same as {@link Patch}, for an operation whose request can be empty.
     *
     * @param <Q> the request
     * @param <B> the builder of the request
     * @param <R> the response
     */
    interface RequestOptional<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>, R>
            extends Patch<Q, B, R> {
        /** Same as {@link #patch(RequestMessage)}, with an empty request. */
        default R patch() {
            return patch(patchOperation().emptyRequest());
        }

        /** Same as {@link #patchAsync(RequestMessage)}, with an empty request. */
        default CompletableFuture<R> patchAsync() {
            return patchAsync(patchOperation().emptyRequest());
        }

        /** Same as {@link #patchResponse(RequestMessage)}, with an empty request. */
        default WxPayResponse<R> patchResponse() {
            return patchResponse(patchOperation().emptyRequest());
        }

        /** Same as {@link #patchResponseAsync(RequestMessage)}, with an empty request. */
        default CompletableFuture<WxPayResponse<R>> patchResponseAsync() {
            return patchResponseAsync(patchOperation().emptyRequest());
        }
    }
}
