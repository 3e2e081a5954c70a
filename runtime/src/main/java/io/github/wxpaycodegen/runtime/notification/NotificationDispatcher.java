package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.error.InvalidNotificationException;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.message.Message;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes each notification once to the handler of its type, and returns the reply. The reply is a success after the
 * handler has completed, and a failure in all other cases, so that the gateway repeats the notification. Thread-safe.
 *
 * <pre>{@code
 * NotificationDispatcher dispatcher = pay.notifications().dispatcher()
 *         .on(TransactionSuccess.class, n -> orders.paid(n.resource().outTradeNo()))
 *         .on(RefundSuccess.class, n -> refunds.done(n.resource().outRefundNo()))
 *         .build();
 * NotificationReply reply = dispatcher.dispatch(request::getHeader, body);
 * }</pre>
 */
public final class NotificationDispatcher {
    /**
     * The longest wait for an asynchronous handler unless configured, five seconds: the gateway waits no longer, according to
     * <a href="https://pay.weixin.qq.com/wiki/doc/apiv3/Practices/chapter1_1_5.shtml">its documentation</a> of 2021-03-09.
     */
    public static final Duration DEFAULT_ASYNC_TIMEOUT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime.notification");

    private final Notifications notifications;
    private final Map<Class<?>, Step> steps;
    private final Map<Class<?>, ReplyStep> replySteps;
    private final @Nullable Step otherwise;
    private final Deduplication deduplication;
    private final Executor executor;
    private final Duration asyncTimeout;

    private NotificationDispatcher(Builder b) {
        notifications = b.notifications;
        steps = Map.copyOf(b.steps);
        replySteps = Map.copyOf(b.replySteps);
        otherwise = b.otherwise;
        deduplication = b.deduplication;
        executor = b.executor;
        asyncTimeout = b.asyncTimeout;
    }

    /** A handler of any kind. The notification is handled when the returned stage completes. */
    private interface Step {
        CompletionStage<?> handle(Notification notification) throws Exception;
    }

    /** A handler whose stage has the reply as its result. */
    private interface ReplyStep {
        CompletionStage<? extends Message> handle(Notification notification) throws Exception;
    }

    /**
     * Parses a notification and runs its handler in this thread; the result of an asynchronous handler is awaited, for at
     * most {@link Builder#asyncTimeout}. Until the reply, the executor is not used, so threads of the executor may call
     * this method. Problems are logged and reported in the reply, never thrown.
     *
     * @param header as for {@link Notifications#parse(Function, byte[])}
     * @param body the bytes of the request's body, exactly as received
     * @return the reply to send
     * @throws NullPointerException if a parameter is null
     */
    public NotificationReply dispatch(Function<String, @Nullable String> header, byte[] body) {
        Objects.requireNonNull(header, "header must not be null");
        Objects.requireNonNull(body, "body must not be null");
        Notification notification;
        try {
            notification = notifications.parse(header, body);
        } catch (RuntimeException e) {
            return refuse(Notifications.protocol(body), e);
        }
        CompletableFuture<Runnable> lastStep = new CompletableFuture<>();
        CompletableFuture<NotificationReply> reply = handle(notification, step -> {
            if (!lastStep.complete(step)) {
                // This thread no longer waits.
                onExecutor(step);
            }
        });
        if (!reply.isDone()) {
            reply.whenComplete((done, failure) -> lastStep.complete(() -> {}));
            try {
                lastStep.orTimeout(asyncTimeout.toMillis(), TimeUnit.MILLISECONDS)
                        .join()
                        .run();
            } catch (CompletionException e) {
                return unfinished(notification, e);
            }
        }
        return reply.exceptionally(failure -> unfinished(notification, failure)).join();
    }

    /** Same as {@link #dispatch}, without waiting. Handlers run on the executor. The future never fails. */
    public CompletableFuture<NotificationReply> dispatchAsync(Function<String, @Nullable String> header, byte[] body) {
        Objects.requireNonNull(header, "header must not be null");
        Objects.requireNonNull(body, "body must not be null");
        return notifications
                .parseAsync(header, body)
                .thenComposeAsync(this::handleInTime, executor)
                .exceptionally(failure -> refuse(Notifications.protocol(body), unwrap(failure)));
    }

    private static NotificationReply refuse(Protocol protocol, Throwable failure) {
        if (failure instanceof InvalidNotificationException invalid) {
            LOG.warn("rejected a message that is not a valid notification: {}", invalid.getMessage());
            String message = invalid.httpStatus() == 401 ? "signature not accepted" : "not a valid notification";
            return NotificationReply.failure(protocol, invalid.httpStatus(), message);
        }
        LOG.error("a notification could not be verified", ForeignText.cause(failure));
        return NotificationReply.failure(protocol, 500, "cannot verify now");
    }

    /**
     * Runs the handler of a notification.
     *
     * @param marking runs the last step after an asynchronous handler, which stores the state and may block. It must run
     *     each task
     */
    private CompletableFuture<NotificationReply> handle(Notification notification, Executor marking) {
        if (notification instanceof ExpectsReply<?>) {
            return reply(notification);
        }
        Step step = steps.getOrDefault(notification.getClass(), otherwise);
        if (step == null) {
            LOG.warn(
                    "{} has no handler: add one, with on(...) or otherwise(...) of the dispatcher, or with"
                            + " @WxPayNotification in Spring Boot. The reply is a failure, so that the gateway repeats the"
                            + " notification",
                    notification);
            return failed(notification, 501, "no handler");
        }
        String key = notification.protocol() + ":" + notification.id();
        Deduplication.Claim claim;
        try {
            claim = Objects.requireNonNull(
                    deduplication.claim(key),
                    () -> deduplication + ".claim(...) returned null: it must return CLAIMED, IN_PROGRESS or DONE");
        } catch (RuntimeException e) {
            LOG.error("{} was not handled, because it could not be claimed", notification, e);
            return failed(notification, 500, "try again");
        }
        return switch (claim) {
            case DONE -> {
                LOG.debug("{} was handled before", notification);
                yield CompletableFuture.completedFuture(NotificationReply.success(notification.protocol()));
            }
            case IN_PROGRESS -> {
                LOG.warn(
                        "{} is being handled already. The reply is a failure, so that the gateway repeats it",
                        notification);
                yield failed(notification, 503, "in progress");
            }
            case CLAIMED -> run(step, notification, key, marking);
        };
    }

    /**
     * Creates the reply for each delivery, because a plain success would not be the reply that the gateway expects.
     */
    private CompletableFuture<NotificationReply> reply(Notification notification) {
        ReplyStep step = replySteps.get(notification.getClass());
        if (step == null) {
            LOG.warn("{} has no handler: add replyTo(...). The reply is a failure", notification);
            return failed(notification, 501, "no handler");
        }
        CompletableFuture<? extends Message> handled;
        try {
            handled = step.handle(notification).toCompletableFuture();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handled = CompletableFuture.failedFuture(e);
        } catch (Exception | Error e) {
            handled = CompletableFuture.failedFuture(e);
        }
        return handled.thenApply(message -> notifications.sign(
                        notification, Objects.requireNonNull(message, "the handler returned no reply")))
                .exceptionally(failure -> {
                    LOG.error("{} has no reply, because its handler failed", notification, unwrap(failure));
                    return NotificationReply.failure(notification.protocol(), 500, "not handled");
                });
    }

    private CompletableFuture<NotificationReply> run(
            Step step, Notification notification, String key, Executor marking) {
        CompletableFuture<?> handled;
        try {
            handled = step.handle(notification).toCompletableFuture();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handled = CompletableFuture.failedFuture(e);
        } catch (Exception | Error e) {
            handled = CompletableFuture.failedFuture(e);
        }
        // The thread on which the stage completes may be one that must not block, such as an event loop.
        return handled.isDone()
                ? handled.handle((nothing, failure) -> settled(notification, key, failure))
                : handled.handleAsync((nothing, failure) -> settled(notification, key, failure), marking);
    }

    private NotificationReply settled(Notification notification, String key, @Nullable Throwable failure) {
        if (failure == null) {
            settle(notification, () -> deduplication.done(key));
            return NotificationReply.success(notification.protocol());
        }
        LOG.error("{} was not handled", notification, unwrap(failure));
        settle(notification, () -> deduplication.release(key));
        return NotificationReply.failure(notification.protocol(), 500, "not handled");
    }

    /** Handles a notification, and replies even if its handler takes too long. */
    private CompletableFuture<NotificationReply> handleInTime(Notification notification) {
        CompletableFuture<NotificationReply> reply = handle(notification, this::onExecutor);
        if (reply.isDone()) {
            return reply;
        }
        // Not on the timer of all futures, which the caller must not block with what it does with the reply, and not on
        // the executor, whose threads may all be busy with handlers that take too long.
        return inTime(reply)
                .exceptionallyCompose(failure -> CompletableFuture.supplyAsync(
                        () -> unfinished(notification, failure), NotificationDispatcher::onNewThread))
                // No thread can be started. A reply on this one is better than none.
                .exceptionally(failure -> unfinished(notification, failure));
    }

    private static void onNewThread(Runnable task) {
        Thread thread = new Thread(task, "wxpay-late-reply");
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs a task in any case: without its mark, a notification would remain claimed. */
    private void onExecutor(Runnable task) {
        try {
            executor.execute(task);
        } catch (RuntimeException | Error closed) {
            try {
                onNewThread(task);
            } catch (OutOfMemoryError noThread) {
                task.run();
            }
        }
    }

    /**
     * Returns the reply, which fails if the handler takes too long. The handler is not stopped: the claim remains until it
     * has finished, and what it did decides on the reply to the next delivery.
     */
    private CompletableFuture<NotificationReply> inTime(CompletableFuture<NotificationReply> reply) {
        return reply.isDone() ? reply : reply.copy().orTimeout(asyncTimeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private NotificationReply unfinished(Notification notification, Throwable failure) {
        if (!(unwrap(failure) instanceof TimeoutException)) {
            LOG.error("{} has no reply", notification, unwrap(failure));
            return NotificationReply.failure(notification.protocol(), 500, "not handled");
        }
        LOG.warn(
                "{} is still being handled after {}. The reply is a failure, so that the gateway repeats the"
                        + " notification",
                notification,
                asyncTimeout);
        return NotificationReply.failure(notification.protocol(), 500, "not handled in time");
    }

    /**
     * Marks the state of a notification. A failure of the mark does not change whether the notification was handled. An
     * interrupted thread could not reach a database, and the claim would remain.
     */
    private static void settle(Notification notification, Runnable mark) {
        boolean interrupted = Thread.interrupted();
        try {
            mark.run();
        } catch (RuntimeException | Error e) {
            LOG.error("the state of {} could not be stored", notification, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static CompletableFuture<NotificationReply> failed(Notification notification, int status, String message) {
        return CompletableFuture.completedFuture(NotificationReply.failure(notification.protocol(), status, message));
    }

    private static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Builder of a dispatcher. Not thread-safe. */
    public static final class Builder {
        private final Notifications notifications;
        private final Map<Class<?>, Step> steps = new LinkedHashMap<>();
        private final Map<Class<?>, ReplyStep> replySteps = new LinkedHashMap<>();
        private @Nullable Step otherwise;
        private Deduplication deduplication = new InMemoryDeduplication();
        private Executor executor = ForkJoinPool.commonPool();
        private Duration asyncTimeout = DEFAULT_ASYNC_TIMEOUT;

        Builder(Notifications notifications) {
            this.notifications = notifications;
        }

        /**
         * Adds the handler of a type.
         *
         * @param type a generated class, or {@link UnknownNotification} for notifications without one
         * @throws IllegalArgumentException if the client has no such type, or the type has a handler
         */
        public <N extends Notification> Builder on(Class<N> type, NotificationHandler<? super N> handler) {
            return step(type, n -> {
                handler.handle(type.cast(n));
                return CompletableFuture.completedFuture(null);
            });
        }

        /**
         * Adds the asynchronous handler of a type, which does not block a thread. The reply is sent when the stage
         * completes.
         *
         * @param type a generated class, or {@link UnknownNotification} for notifications without one
         * @throws IllegalArgumentException if the client has no such type, or the type has a handler
         */
        public <N extends Notification> Builder onAsync(
                Class<N> type, Function<? super N, ? extends CompletionStage<?>> handler) {
            return step(
                    type, n -> Objects.requireNonNull(handler.apply(type.cast(n)), "the handler returned no stage"));
        }

        /**
         * Adds the handler of a type that expects a reply. The client adds ids to the reply and signs it. These
         * notifications are not deduplicated, because the gateway expects the reply to each delivery. So the handler
         * must return the same reply for the same order.
         *
         * @throws IllegalArgumentException if the client has no such type, or the type has a handler
         */
        public <R extends Message, N extends Notification & ExpectsReply<R>> Builder replyTo(
                Class<N> type, ReplyHandler<? super N, ? extends R> handler) {
            return replyStep(type, n -> CompletableFuture.completedFuture(handler.reply(type.cast(n))));
        }

        /**
         * Same as {@link #replyTo} for an asynchronous handler, which does not block a thread. The reply is sent when
         * the stage completes.
         *
         * @throws IllegalArgumentException if the client has no such type, or the type has a handler
         */
        public <R extends Message, N extends Notification & ExpectsReply<R>> Builder replyToAsync(
                Class<N> type, Function<? super N, ? extends CompletionStage<? extends R>> handler) {
            return replyStep(
                    type, n -> Objects.requireNonNull(handler.apply(type.cast(n)), "the handler returned no stage"));
        }

        private Builder replyStep(Class<? extends Notification> type, ReplyStep step) {
            requireKnown(type);
            if (replySteps.putIfAbsent(type, step) != null) {
                throw new IllegalArgumentException(type.getName() + " already has a handler");
            }
            return this;
        }

        /**
         * Adds the handler of all notifications without another handler, except those that expect a reply. Without it,
         * the reply to them is a failure.
         *
         * @throws IllegalArgumentException if there is such a handler
         */
        public Builder otherwise(NotificationHandler<? super Notification> handler) {
            return setOtherwise(n -> {
                handler.handle(n);
                return CompletableFuture.completedFuture(null);
            });
        }

        /**
         * Same as {@link #otherwise} for an asynchronous handler, which does not block a thread. The reply is sent when
         * the stage completes.
         *
         * @throws IllegalArgumentException if there is such a handler
         */
        public Builder otherwiseAsync(Function<? super Notification, ? extends CompletionStage<?>> handler) {
            return setOtherwise(n -> Objects.requireNonNull(handler.apply(n), "the handler returned no stage"));
        }

        private Builder setOtherwise(Step step) {
            if (otherwise != null) {
                throw new IllegalArgumentException("otherwise(...) already has a handler");
            }
            otherwise = step;
            return this;
        }

        /** Sets the store of handled notifications; an {@link InMemoryDeduplication} by default. */
        public Builder deduplication(Deduplication value) {
            deduplication = Objects.requireNonNull(value, "deduplication");
            return this;
        }

        /**
         * Sets the executor on which {@link NotificationDispatcher#dispatchAsync} runs handlers; the common pool by
         * default. It also runs the calls of the {@link #deduplication} that follow the stage of an asynchronous handler,
         * which may complete on a thread that must not block.
         */
        public Builder executor(Executor value) {
            executor = Objects.requireNonNull(value, "executor");
            return this;
        }

        /**
         * Sets how long the stage of an asynchronous handler is waited for; {@link #DEFAULT_ASYNC_TIMEOUT} by default.
         * Then the reply is a failure, so that the gateway repeats the notification. The handler is not stopped: while it
         * runs, the process does not handle further deliveries, and after it has succeeded, the reply to them is a success.
         * This requires a {@link #deduplication}; handlers of {@code replyTo} run for each delivery. Another server handles
         * the notification once the claim has expired, so the timeout must be shorter than the claim's. A stage that never
         * ends keeps its notification from being handled: give it a timeout of its own.
         *
         * @param value from a millisecond to a day, after which the gateway repeats nothing
         * @throws IllegalArgumentException if it is shorter or longer
         */
        public Builder asyncTimeout(Duration value) {
            Objects.requireNonNull(value, "asyncTimeout");
            if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("the timeout of asynchronous handlers must be from "
                        + Duration.ofMillis(1) + " to " + Duration.ofDays(1) + " (was " + value + ")");
            }
            asyncTimeout = value;
            return this;
        }

        /** Builds the dispatcher. */
        public NotificationDispatcher build() {
            return new NotificationDispatcher(this);
        }

        private Builder step(Class<? extends Notification> type, Step step) {
            if (ExpectsReply.class.isAssignableFrom(type)) {
                throw new IllegalArgumentException(type.getName() + " expects a reply: use replyTo(...)");
            }
            requireKnown(type);
            if (steps.putIfAbsent(type, step) != null) {
                throw new IllegalArgumentException(type.getName() + " already has a handler");
            }
            return this;
        }

        private void requireKnown(Class<? extends Notification> type) {
            if (type != UnknownNotification.class && !notifications.types().have(type)) {
                throw new IllegalArgumentException(type.getName() + " is not generated with this client; otherwise(...)"
                        + " handles notifications without a handler");
            }
        }
    }
}
