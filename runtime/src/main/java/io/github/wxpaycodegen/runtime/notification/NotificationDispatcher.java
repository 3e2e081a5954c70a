package io.github.wxpaycodegen.runtime.notification;

import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.error.InvalidNotificationException;
import io.github.wxpaycodegen.runtime.internal.text.ForeignText;
import io.github.wxpaycodegen.runtime.message.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands notifications to handlers by their type, each once, and makes the reply: success when the handler is done, failure in
 * every other case, so that the gateway sends again what was not handled. Safe for use by many threads.
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
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.runtime.notification");

    private final Notifications notifications;
    private final Map<Class<?>, Step> steps;
    private final Map<Class<?>, ReplyStep> replySteps;
    private final @Nullable Step otherwise;
    private final Deduplication deduplication;
    private final Executor executor;

    private NotificationDispatcher(Builder b) {
        notifications = b.notifications;
        steps = Map.copyOf(b.steps);
        replySteps = Map.copyOf(b.replySteps);
        otherwise = b.otherwise;
        deduplication = b.deduplication;
        executor = b.executor;
    }

    /** A handler, whatever its kind: the stage that it answers is complete when the notification is handled. */
    private interface Step {
        CompletionStage<?> handle(Notification notification) throws Exception;
    }

    /** A handler whose stage results in the reply. */
    private interface ReplyStep {
        CompletionStage<? extends Message> handle(Notification notification) throws Exception;
    }

    /**
     * Reads a notification and has it handled; handlers run in this thread, and asynchronous ones are waited for. Whatever is
     * wrong is in the log and in the reply, and never thrown.
     *
     * @param header as for {@link Notifications#parse(Function, byte[])}
     * @param body the bytes of the request's body, exactly as they came
     */
    public NotificationReply dispatch(Function<String, @Nullable String> header, byte[] body) {
        Notification notification;
        try {
            notification = notifications.parse(header, body);
        } catch (RuntimeException e) {
            return refuse(Notifications.protocol(body), e);
        }
        return handle(notification).join();
    }

    /** Like {@link #dispatch}, without waiting; handlers run on the executor. The future does not fail. */
    public CompletableFuture<NotificationReply> dispatchAsync(Function<String, @Nullable String> header, byte[] body) {
        return notifications
                .parseAsync(header, body)
                .thenComposeAsync(this::handle, executor)
                .exceptionally(failure -> refuse(Notifications.protocol(body), unwrap(failure)));
    }

    private static NotificationReply refuse(Protocol protocol, Throwable failure) {
        if (failure instanceof InvalidNotificationException invalid) {
            LOG.warn("refused what claims to be a notification: {}", invalid.getMessage());
            String message = invalid.httpStatus() == 401 ? "signature not accepted" : "not a valid notification";
            return NotificationReply.failure(protocol, invalid.httpStatus(), message);
        }
        LOG.error("a notification could not be verified", ForeignText.cause(failure));
        return NotificationReply.failure(protocol, 500, "cannot verify now");
    }

    private CompletableFuture<NotificationReply> handle(Notification notification) {
        if (notification instanceof ExpectsReply<?>) {
            return reply(notification);
        }
        Step step = steps.getOrDefault(notification.getClass(), otherwise);
        if (step == null) {
            LOG.warn(
                    "nobody handles {}: it has neither on(...) nor otherwise(...); it is answered with a failure so that it is not lost",
                    notification);
            return failed(notification, 501, "no handler");
        }
        String key = notification.protocol() + ":" + notification.id();
        Deduplication.Claim claim;
        try {
            claim = deduplication.claim(key);
        } catch (RuntimeException e) {
            LOG.error("{} could not be claimed, so it is not handled", notification, e);
            return failed(notification, 500, "try again");
        }
        return switch (claim) {
            case DONE -> {
                LOG.debug("{} has been handled before", notification);
                yield CompletableFuture.completedFuture(NotificationReply.success(notification.protocol()));
            }
            case UNDER_WAY -> failed(notification, 503, "under way");
            case CLAIMED -> run(step, notification, key);
        };
    }

    /** Every delivery has its reply made anew: one that says merely that it was handled would not be the reply. */
    private CompletableFuture<NotificationReply> reply(Notification notification) {
        ReplyStep step = replySteps.get(notification.getClass());
        if (step == null) {
            LOG.warn("nobody replies to {}: add replyTo(...); it is answered with a failure", notification);
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
        return handled.thenApply(reply -> notifications.sign(
                        notification, Objects.requireNonNull(reply, "the handler returned no reply")))
                .exceptionally(failure -> {
                    LOG.error("no reply to {} was made", notification, unwrap(failure));
                    return NotificationReply.failure(notification.protocol(), 500, "not handled");
                });
    }

    private CompletableFuture<NotificationReply> run(Step step, Notification notification, String key) {
        CompletableFuture<?> handled;
        try {
            handled = step.handle(notification).toCompletableFuture();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            handled = CompletableFuture.failedFuture(e);
        } catch (Exception | Error e) {
            handled = CompletableFuture.failedFuture(e);
        }
        return handled.handle((nothing, failure) -> {
            if (failure == null) {
                settle(notification, () -> deduplication.done(key));
                return NotificationReply.success(notification.protocol());
            }
            LOG.error("{} was not handled", notification, unwrap(failure));
            settle(notification, () -> deduplication.release(key));
            return NotificationReply.failure(notification.protocol(), 500, "not handled");
        });
    }

    /** A mark that cannot be set changes nothing about whether the notification was handled. */
    private static void settle(Notification notification, Runnable mark) {
        try {
            mark.run();
        } catch (RuntimeException e) {
            LOG.error("what became of {} could not be noted", notification, e);
        }
    }

    private static CompletableFuture<NotificationReply> failed(Notification notification, int status, String message) {
        return CompletableFuture.completedFuture(NotificationReply.failure(notification.protocol(), status, message));
    }

    private static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Builds a dispatcher. Not safe for use by several threads. */
    public static final class Builder {
        private final Notifications notifications;
        private final Map<Class<?>, Step> steps = new LinkedHashMap<>();
        private final Map<Class<?>, ReplyStep> replySteps = new LinkedHashMap<>();
        private @Nullable Step otherwise;
        private Deduplication deduplication = new InMemoryDeduplication();
        private Executor executor = ForkJoinPool.commonPool();

        Builder(Notifications notifications) {
            this.notifications = notifications;
        }

        /**
         * Handles the notifications of a type.
         *
         * @param type a generated class, or {@link UnknownNotification} for those that have none
         * @throws IllegalArgumentException if the client has no such type, or it has a handler
         */
        public <N extends Notification> Builder on(Class<N> type, NotificationHandler<? super N> handler) {
            return step(type, n -> {
                handler.handle(type.cast(n));
                return CompletableFuture.completedFuture(null);
            });
        }

        /**
         * Handles the notifications of a type without holding a thread; the reply is made when the stage completes.
         *
         * @param type a generated class, or {@link UnknownNotification} for those that have none
         * @throws IllegalArgumentException if the client has no such type, or it has a handler
         */
        public <N extends Notification> Builder onAsync(
                Class<N> type, Function<? super N, ? extends CompletionStage<?>> handler) {
            return step(
                    type, n -> Objects.requireNonNull(handler.apply(type.cast(n)), "the handler answered no stage"));
        }

        /**
         * Replies to the notifications of a type that expects a reply; the client fills in ids and signs it. It is not
         * remembered which of these were handled: the gateway waits for the reply each time, so the handler has to return the
         * same for the same order.
         *
         * @throws IllegalArgumentException if the client has no such type, or it has a handler
         */
        public <R extends Message, N extends Notification & ExpectsReply<R>> Builder replyTo(
                Class<N> type, ReplyHandler<? super N, ? extends R> handler) {
            return replyStep(type, n -> CompletableFuture.completedFuture(handler.reply(type.cast(n))));
        }

        /**
         * Same as {@link #replyTo} without holding a thread; the reply is sent when the stage completes.
         *
         * @throws IllegalArgumentException if the client has no such type, or it has a handler
         */
        public <R extends Message, N extends Notification & ExpectsReply<R>> Builder replyToAsync(
                Class<N> type, Function<? super N, ? extends CompletionStage<? extends R>> handler) {
            return replyStep(
                    type, n -> Objects.requireNonNull(handler.apply(type.cast(n)), "the handler returned no stage"));
        }

        private Builder replyStep(Class<? extends Notification> type, ReplyStep step) {
            requireKnown(type);
            if (replySteps.putIfAbsent(type, step) != null) {
                throw new IllegalArgumentException(type.getName() + " has a handler already");
            }
            return this;
        }

        /**
         * Handles whatever no other handler is for, except notifications that expect a reply. Without this, the gateway is
         * told that it was not handled.
         *
         * @throws IllegalArgumentException if that has a handler
         */
        public Builder otherwise(NotificationHandler<? super Notification> handler) {
            if (otherwise != null) {
                throw new IllegalArgumentException("the rest has a handler already");
            }
            otherwise = n -> {
                handler.handle(n);
                return CompletableFuture.completedFuture(null);
            };
            return this;
        }

        /** What remembers the notifications that were handled; an {@link InMemoryDeduplication} by default. */
        public Builder deduplication(Deduplication value) {
            deduplication = value;
            return this;
        }

        /** Where handlers run that {@link NotificationDispatcher#dispatchAsync} calls; the common pool by default. */
        public Builder executor(Executor value) {
            executor = value;
            return this;
        }

        /** The dispatcher. */
        public NotificationDispatcher build() {
            return new NotificationDispatcher(this);
        }

        private Builder step(Class<? extends Notification> type, Step step) {
            if (ExpectsReply.class.isAssignableFrom(type)) {
                throw new IllegalArgumentException(type.getName() + " expects a reply: use replyTo(...)");
            }
            requireKnown(type);
            if (steps.putIfAbsent(type, step) != null) {
                throw new IllegalArgumentException(type.getName() + " has a handler already");
            }
            return this;
        }

        private void requireKnown(Class<? extends Notification> type) {
            if (type != UnknownNotification.class && !notifications.types().have(type)) {
                throw new IllegalArgumentException(type.getName() + " is not generated with this client; otherwise(...)"
                        + " handles whatever no handler is for");
            }
        }
    }
}
