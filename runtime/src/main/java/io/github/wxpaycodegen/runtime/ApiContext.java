package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.frontend.FrontEnd;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.notification.NotificationTypes;
import io.github.wxpaycodegen.runtime.notification.Notifications;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A client, call options and a way through the chain: what generated API interfaces call through. Immutable. */
public final class ApiContext {
    private final Caller caller;
    private final CallOptions options;
    private final List<String> segments;

    ApiContext(Caller caller, CallOptions options) {
        this(caller, options, List.of());
    }

    private ApiContext(Caller caller, CallOptions options, List<String> segments) {
        this.caller = caller;
        this.options = options;
        this.segments = segments;
    }

    /** The same client with further options. */
    public ApiContext with(Consumer<CallOptions.Builder> change) {
        CallOptions.Builder builder = options.toBuilder();
        change.accept(builder);
        return new ApiContext(caller, builder.build(), segments);
    }

    /**
     * The same client, further on its way: the value of a template segment.
     *
     * @throws InvalidRequestException if the value is empty, {@code .} or {@code ..}, which are no segments of their own
     */
    public ApiContext at(String name, String value) {
        List<String> further = new ArrayList<>(segments);
        further.add(PathTemplate.segment(name, value));
        return new ApiContext(caller, options, List.copyOf(further));
    }

    /** Reads what the gateway sends, by the keys of this client. */
    public Notifications notifications(NotificationTypes types) {
        return new Notifications(caller.notificationKeys(), types);
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
        return Futures.await(caller.call(operation, request, segments, options), operation.id());
    }

    /** Calls an operation; the future fails with {@link WxPayException}, and cancelling it ends the exchange. */
    public <Q extends Message, R> CompletableFuture<R> callAsync(Operation<Q, R> operation, Q request) {
        return Futures.map(caller.call(operation, request, segments, options), WxPayResponse::value);
    }

    /**
     * The URL of an operation that a browser opens; nothing is called.
     *
     * @throws WxPayException if the request cannot be signed
     */
    public <Q extends Message> URI redirect(Operation<Q, URI> operation, Q request) {
        return caller.redirect(operation, request, options);
    }

    /** What the front end needs to let the user pay; nothing is called. */
    public FrontEnd frontEnd() {
        return caller.frontEnd();
    }
}
