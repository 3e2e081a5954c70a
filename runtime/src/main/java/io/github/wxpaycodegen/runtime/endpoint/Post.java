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
 * A URI that is called with the HTTP method POST. The generated interface of the URI extends this one, and its Javadoc
 * describes the operation.
 *
 * <p>A call accepts the request, or a lambda that sets its fields. Both forms validate the request before anything is
 * sent.
 *
 * @param <Q> the request
 * @param <B> the builder of the request
 * @param <R> the response: a message, or a file in memory
 */
public interface Post<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>, R> extends ApiNode {
    /** Returns the description of the operation for the runtime, never null. Generated code implements this method. */
    TypedOperation<Q, B, R> postOperation();

    /**
     * Calls the operation and waits for its response.
     *
     * @return the verified response, never null
     * @throws WxPayException if there is no verified response that reports success; its outcome says whether the operation took
     *     effect
     */
    default R post(Q request) {
        return context().call(postOperation().operation(), request);
    }

    /**
     * Same as {@link #post(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default R post(Consumer<? super B> request) {
        return post(postOperation().request(request));
    }

    /**
     * Calls the operation without waiting.
     *
     * @return a future of the verified response. It fails with {@link WxPayException}, even for an invalid request;
     *     canceling it aborts the exchange. Steps that depend on it run in the common pool, or on a spare thread if no thread
     *     of the pool is free, so they may block
     */
    default CompletableFuture<R> postAsync(Q request) {
        return context().callAsync(postOperation().operation(), request);
    }

    /**
     * Same as {@link #postAsync(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default CompletableFuture<R> postAsync(Consumer<? super B> request) {
        return postOperation().withRequest(request, made -> postAsync(made));
    }

    /**
     * Same as {@link #post(RequestMessage)}, but also returns the HTTP status, headers and body.
     *
     * @throws WxPayException if there is no verified response that reports success
     */
    default WxPayResponse<R> postResponse(Q request) {
        return context().callResponse(postOperation().operation(), request);
    }

    /**
     * Same as {@link #postResponse(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default WxPayResponse<R> postResponse(Consumer<? super B> request) {
        return postResponse(postOperation().request(request));
    }

    /**
     * Same as {@link #postAsync(RequestMessage)}, but the future has the HTTP status, headers and body as well.
     *
     * @return a future that fails with {@link WxPayException}, even for an invalid request; canceling it aborts the exchange
     */
    default CompletableFuture<WxPayResponse<R>> postResponseAsync(Q request) {
        return context().callResponseAsync(postOperation().operation(), request);
    }

    /**
     * Same as {@link #postResponseAsync(RequestMessage)}, configured by a lambda.
     *
     * @param request sets the fields of a new request
     */
    default CompletableFuture<WxPayResponse<R>> postResponseAsync(Consumer<? super B> request) {
        return postOperation().withRequest(request, made -> postResponseAsync(made));
    }

    /**
     * Same as {@link Post}, for an operation whose request can be empty.
     *
     * @param <Q> the request
     * @param <B> the builder of the request
     * @param <R> the response
     */
    interface RequestOptional<Q extends RequestMessage, B extends RequestBuilder<?, ? extends Q>, R>
            extends Post<Q, B, R> {
        /** Same as {@link #post(RequestMessage)}, with an empty request. */
        default R post() {
            return post(postOperation().emptyRequest());
        }

        /** Same as {@link #postAsync(RequestMessage)}, with an empty request. */
        default CompletableFuture<R> postAsync() {
            return postAsync(postOperation().emptyRequest());
        }

        /** Same as {@link #postResponse(RequestMessage)}, with an empty request. */
        default WxPayResponse<R> postResponse() {
            return postResponse(postOperation().emptyRequest());
        }

        /** Same as {@link #postResponseAsync(RequestMessage)}, with an empty request. */
        default CompletableFuture<WxPayResponse<R>> postResponseAsync() {
            return postResponseAsync(postOperation().emptyRequest());
        }
    }
}
