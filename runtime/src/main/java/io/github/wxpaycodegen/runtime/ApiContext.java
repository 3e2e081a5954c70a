package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.message.Message;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A client together with call options: what generated API interfaces call through. Immutable. */
public final class ApiContext {
    private final V2Caller caller;
    private final CallOptions options;

    ApiContext(V2Caller caller, CallOptions options) {
        this.caller = caller;
        this.options = options;
    }

    /** The same client with further options. */
    public ApiContext with(Consumer<CallOptions.Builder> change) {
        CallOptions.Builder builder = options.toBuilder();
        change.accept(builder);
        return new ApiContext(caller, builder.build());
    }

    /**
     * Calls an operation and waits for its response.
     *
     * @throws WxPayException if there is no verified response that reports success
     */
    public <Q extends Message, R> R call(Operation<Q, R> operation, Q request) {
        return callResponse(operation, request).value();
    }

    /** Like {@link #call}, with the response as a whole. */
    public <Q extends Message, R> WxPayResponse<R> callResponse(Operation<Q, R> operation, Q request) {
        return Futures.await(caller.call(operation, request, options), operation.id());
    }

    /** Calls an operation; the future fails with {@link WxPayException}, and cancelling it ends the exchange. */
    public <Q extends Message, R> CompletableFuture<R> callAsync(Operation<Q, R> operation, Q request) {
        return Futures.map(caller.call(operation, request, options), WxPayResponse::value);
    }
}
