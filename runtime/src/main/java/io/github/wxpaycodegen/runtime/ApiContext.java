package io.github.wxpaycodegen.runtime;

import io.github.wxpaycodegen.runtime.error.InvalidRequestException;
import io.github.wxpaycodegen.runtime.error.TransportException;
import io.github.wxpaycodegen.runtime.error.WxPayException;
import io.github.wxpaycodegen.runtime.file.DownloadedFile;
import io.github.wxpaycodegen.runtime.file.SavedFile;
import io.github.wxpaycodegen.runtime.frontend.FrontEnd;
import io.github.wxpaycodegen.runtime.internal.async.Futures;
import io.github.wxpaycodegen.runtime.internal.call.Advice;
import io.github.wxpaycodegen.runtime.internal.call.PathTemplate;
import io.github.wxpaycodegen.runtime.internal.client.ReloadableCaller;
import io.github.wxpaycodegen.runtime.internal.failure.FailureDetails;
import io.github.wxpaycodegen.runtime.internal.failure.Settling;
import io.github.wxpaycodegen.runtime.internal.notification.NotificationsFactory;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.notification.NotificationTypes;
import io.github.wxpaycodegen.runtime.notification.Notifications;
import io.github.wxpaycodegen.runtime.operation.Operation;
import io.github.wxpaycodegen.runtime.operation.WxPayResponse;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A client, call options and a way through the chain: what generated API interfaces call through. Immutable. */
public final class ApiContext {
    private final ReloadableCaller caller;
    private final CallOptions options;
    private final List<String> segments;

    ApiContext(ReloadableCaller caller, CallOptions options) {
        this(caller, options, List.of());
    }

    private ApiContext(ReloadableCaller caller, CallOptions options, List<String> segments) {
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
        return NotificationsFactory.create(Notifications.class, caller, types);
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
        Settling settling = settling(operation, request);
        try {
            return Futures.await(
                    begin(operation, request, settling), operation.info(), () -> Advice.settle(operation, settling));
        } catch (TransportException e) {
            // An interrupt ends the waiting, not the call: that exception does not come from there.
            FailureDetails.settledBy(e, settling);
            throw e;
        }
    }

    /**
     * Calls an operation; the future fails with {@link WxPayException}, and cancelling it ends the exchange. What follows an
     * answer that was waited for runs in the common pool, and so may block.
     */
    public <Q extends Message, R> CompletableFuture<R> callAsync(Operation<Q, R> operation, Q request) {
        return Futures.handOff(
                Futures.map(begin(operation, request, settling(operation, request)), WxPayResponse::value));
    }

    private <Q extends Message, R> CompletableFuture<WxPayResponse<R>> begin(
            Operation<Q, R> operation, Q request, Settling settling) {
        return Futures.recover(
                caller.call(present -> present.call(operation, request, segments, options.settings(), settling)),
                failure -> {
                    if (failure instanceof WxPayException exception) {
                        FailureDetails.settledBy(exception, settling);
                    }
                    return failure;
                });
    }

    private Settling settling(Operation<?, ?> operation, Message request) {
        return new CallSettling(operation, request, segments, caller, options);
    }

    /**
     * Calls an operation that answers a file, or leads to one, and waits until the file is in its place. Where the gateway
     * prepares the file, the operation is called until it is ready; where its link has expired, once more.
     *
     * @throws WxPayException if there is no whole and verified file; the target is as it was before then
     */
    public <Q extends Message> SavedFile download(Operation<Q, ?> operation, Q request, Path target) {
        return Futures.await(
                downloadAsync(operation, request, target), operation.info(), () -> Advice.settle(operation, null));
    }

    /** Like {@link #download}; the future fails with {@link WxPayException}, and cancelling it ends the download. */
    @SuppressWarnings("unchecked") // the operations that answer files are made with this type
    public <Q extends Message> CompletableFuture<SavedFile> downloadAsync(
            Operation<Q, ?> operation, Q request, Path target) {
        if (operation.responseKind() != Operation.ResponseKind.FILE) {
            return Futures.handOff(Futures.recover(
                    caller.call(present -> present.apply(operation, request, segments, options.settings(), target)),
                    failure -> during(operation, failure)));
        }
        return Futures.handOff(Futures.map(
                caller.call(present -> present.save(
                        (Operation<Q, DownloadedFile>) operation, request, segments, options.settings(), target)),
                WxPayResponse::value));
    }

    /** An exception of the waiting for a file, between calls, which says what was called too. */
    private static Throwable during(Operation<?, ?> operation, Throwable failure) {
        if (failure instanceof WxPayException exception) {
            FailureDetails.during(exception, operation.info());
        }
        return failure;
    }

    /** Downloads what links lead to, with the options of this context. */
    public Downloads downloads() {
        return new Downloads(caller, options);
    }

    /** Returns the calls whose requests are written by hand, with the options of this context. */
    public RawCalls raw() {
        return new RawCalls(caller, options);
    }

    /**
     * The URL of an operation that a browser opens; nothing is called.
     *
     * @throws WxPayException if the request cannot be signed
     */
    public <Q extends Message> URI redirect(Operation<Q, URI> operation, Q request) {
        return caller.present().redirect(operation, request, options.settings());
    }

    /** What the front end needs to let the user pay; nothing is called. */
    public FrontEnd frontEnd() {
        return caller.frontEnd();
    }
}
