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
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The context in which generated API interfaces make their calls: a client, its call options and the path so far.
 * Immutable.
 */
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

    /** Returns this context with further call options. */
    public ApiContext with(Consumer<CallOptions.Builder> change) {
        CallOptions.Builder builder = options.toBuilder();
        change.accept(builder);
        return new ApiContext(caller, builder.build(), segments);
    }

    /**
     * Returns this context with the value of one more template segment of the path.
     *
     * @param name the name of the segment, for messages
     * @throws InvalidRequestException if the value is empty, {@code .} or {@code ..}, which are not segments of their
     *     own
     */
    public ApiContext at(String name, String value) {
        List<String> further = new ArrayList<>(segments);
        further.add(PathTemplate.segment(name, value));
        return new ApiContext(caller, options, List.copyOf(further));
    }

    /** Returns the reader of notifications, which verifies and decrypts them with the keys of this client. */
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

    /** Same as {@link #call}, but returns the whole response. */
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
     * Calls an operation. The future fails with {@link WxPayException}, and canceling it cancels the call. Steps that
     * depend on the future run in the common pool, or on a spare thread if no thread of the pool is free, so they may block.
     */
    public <Q extends Message, R> CompletableFuture<R> callAsync(Operation<Q, R> operation, Q request) {
        return Futures.handOff(
                Futures.map(begin(operation, request, settling(operation, request)), WxPayResponse::value));
    }

    /** Same as {@link #callAsync}, but with the whole response. */
    public <Q extends Message, R> CompletableFuture<WxPayResponse<R>> callResponseAsync(
            Operation<Q, R> operation, Q request) {
        return Futures.handOff(begin(operation, request, settling(operation, request)));
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
        Objects.requireNonNull(request, "request");
        return new CallSettling(operation, request, segments, caller, options);
    }

    /**
     * Calls an operation that returns a file or a link to one, and waits until the file is at the target. If the
     * gateway prepares the file first, the operation is called until the file is ready. If the link has expired, the
     * operation is called once more.
     *
     * @throws WxPayException if no complete and verified file was received; the target is then unchanged. A file that
     *     was being moved to the target when the time was over may still appear there, complete and verified
     */
    public <Q extends Message> SavedFile download(Operation<Q, ?> operation, Q request, Path target) {
        return Futures.await(
                downloadAsync(operation, request, target), operation.info(), () -> Advice.settle(operation, null));
    }

    /** Same as {@link #download}; the future fails with {@link WxPayException}, and canceling it ends the download. */
    @SuppressWarnings("unchecked") // generated operations that return files have this type
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

    /** Adds the operation to an exception of the wait between two calls. */
    private static Throwable during(Operation<?, ?> operation, Throwable failure) {
        if (failure instanceof WxPayException exception) {
            FailureDetails.during(exception, operation.info());
        }
        return failure;
    }

    /** Returns the downloader of the files that responses link to, with the options of this context. */
    public Downloads downloads() {
        return new Downloads(caller, options);
    }

    /** Returns the calls whose requests are written by hand, with the options of this context. */
    public RawCalls raw() {
        return new RawCalls(caller, options);
    }

    /**
     * Returns the URL of an operation that a browser opens. Nothing is sent.
     *
     * @throws WxPayException if the request cannot be signed
     */
    public <Q extends Message> URI redirect(Operation<Q, URI> operation, Q request) {
        try {
            return caller.present().redirect(operation, request, options.settings());
        } catch (WxPayException e) {
            FailureDetails.during(e, operation.info());
            throw e;
        }
    }

    /** Returns the factory of the parameters with which a front end lets the user pay. Nothing is sent. */
    public FrontEnd frontEnd() {
        return caller.frontEnd();
    }
}
