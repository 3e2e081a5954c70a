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
 * A URI that is called with the HTTP method GET. The generated interface of the URI extends this one, and its Javadoc
 * describes the operation.
 *
 * <p>A call accepts the request, or a lambda that sets its fields. Both forms validate the request before anything is
 * sent.
 *
 * @param <Q> the request
 * @param <B> the builder of the request
 * @param <R> the response: a message, or a file in memory
 */
public interface Get<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>, R> extends ApiNode {
    /** Returns the description of the operation for the runtime, never null. Generated code implements this method. */
    TypedOperation<Q, B, R> getOperation();

    /**
     * Calls the operation and waits for its response.
     *
     * @return the verified response, never null
     * @throws WxPayException if there is no verified response that reports success; its outcome says whether the operation took
     *     effect
     */
    default R get(Q request) {
        return context().call(getOperation().operation(), request);
    }

    /**
     * Same as {@link #get(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default R get(Consumer<? super B> request) {
        return get(getOperation().request(request));
    }

    /**
     * Calls the operation without waiting.
     *
     * @return a future of the verified response. It fails with {@link WxPayException}, even for an invalid request;
     *     canceling it aborts the exchange. Steps that depend on it run in the common pool, or on a spare thread if no thread
     *     of the pool is free, so they may block
     */
    default CompletableFuture<R> getAsync(Q request) {
        return context().callAsync(getOperation().operation(), request);
    }

    /**
     * Same as {@link #getAsync(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default CompletableFuture<R> getAsync(Consumer<? super B> request) {
        return getOperation().withRequest(request, made -> getAsync(made));
    }

    /**
     * Same as {@link #get(RequestMessage)}, but also returns the HTTP status, headers and body.
     *
     * @throws WxPayException if there is no verified response that reports success
     */
    default WxPayResponse<R> getResponse(Q request) {
        return context().callResponse(getOperation().operation(), request);
    }

    /**
     * Same as {@link #getResponse(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default WxPayResponse<R> getResponse(Consumer<? super B> request) {
        return getResponse(getOperation().request(request));
    }

    /**
     * Same as {@link #getAsync(RequestMessage)}, but the future has the HTTP status, headers and body as well.
     *
     * @return a future that fails with {@link WxPayException}, even for an invalid request; canceling it aborts the exchange
     */
    default CompletableFuture<WxPayResponse<R>> getResponseAsync(Q request) {
        return context().callResponseAsync(getOperation().operation(), request);
    }

    /**
     * Same as {@link #getResponseAsync(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default CompletableFuture<WxPayResponse<R>> getResponseAsync(Consumer<? super B> request) {
        return getOperation().withRequest(request, made -> getResponseAsync(made));
    }

    /**
     * Same as {@link Get}, for an operation whose request can be empty.
     *
     * @param <Q> the request
     * @param <B> the builder of the request
     * @param <R> the response
     */
    interface RequestOptional<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>, R>
            extends Get<Q, B, R> {
        /** Same as {@link #get(RequestMessage)}, with an empty request. */
        default R get() {
            return get(getOperation().emptyRequest());
        }

        /** Same as {@link #getAsync(RequestMessage)}, with an empty request. */
        default CompletableFuture<R> getAsync() {
            return getAsync(getOperation().emptyRequest());
        }

        /** Same as {@link #getResponse(RequestMessage)}, with an empty request. */
        default WxPayResponse<R> getResponse() {
            return getResponse(getOperation().emptyRequest());
        }

        /** Same as {@link #getResponseAsync(RequestMessage)}, with an empty request. */
        default CompletableFuture<WxPayResponse<R>> getResponseAsync() {
            return getResponseAsync(getOperation().emptyRequest());
        }
    }
}
