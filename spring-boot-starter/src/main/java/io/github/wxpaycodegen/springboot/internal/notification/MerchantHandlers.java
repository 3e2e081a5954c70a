package io.github.wxpaycodegen.springboot.internal.notification;

import io.github.wxpaycodegen.runtime.call.Protocol;
import io.github.wxpaycodegen.runtime.message.Message;
import io.github.wxpaycodegen.runtime.notification.Deduplication;
import io.github.wxpaycodegen.runtime.notification.ExpectsReply;
import io.github.wxpaycodegen.runtime.notification.Notification;
import io.github.wxpaycodegen.runtime.notification.NotificationDispatcher;
import io.github.wxpaycodegen.runtime.notification.NotificationReply;
import io.github.wxpaycodegen.runtime.notification.NotificationType;
import io.github.wxpaycodegen.runtime.notification.Notifications;
import io.github.wxpaycodegen.runtime.notification.UnknownNotification;
import io.github.wxpaycodegen.springboot.internal.setup.WxPaySetupException;
import io.github.wxpaycodegen.springboot.notification.NotificationRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The handlers of the notifications of one merchant. */
final class MerchantHandlers {
    private final Object client;
    private final Notifications notifications;
    private final Deduplication deduplication;
    private final Duration asyncTimeout;
    /** The handlers of each type, in their order. */
    private final Map<Class<? extends Notification>, List<HandlerMethod>> handlers = new LinkedHashMap<>();

    /**
     * Creates the handlers.
     *
     * @param client the client of the merchant
     * @param notifications the reader of its notifications
     * @param asyncTimeout the longest wait for the results of handlers
     * @param all the handlers of all merchants, in their order
     * @throws WxPaySetupException if the client has no such notifications, or two methods reply to one
     */
    MerchantHandlers(
            String merchant,
            Object client,
            Notifications notifications,
            Deduplication deduplication,
            Duration asyncTimeout,
            List<HandlerMethod> all) {
        this.client = client;
        this.notifications = notifications;
        this.deduplication = deduplication;
        this.asyncTimeout = asyncTimeout;
        Set<Class<?>> known = notifications.types().all().stream()
                .map(NotificationType::notificationClass)
                .collect(Collectors.toSet());
        known.add(UnknownNotification.class);
        known.add(Notification.class);
        for (HandlerMethod each : all) {
            if (each.handles(merchant)) {
                add(each, merchant, known);
            }
        }
    }

    private void add(HandlerMethod handler, String merchant, Set<Class<?>> known) {
        Class<? extends Notification> type = handler.signature().notificationType();
        if (!known.contains(type)) {
            throw WxPaySetupException.ofHandler(handler + " handles " + type.getName() + ", which "
                    + client.getClass().getName() + " never receives: it is not generated with this client");
        }
        List<HandlerMethod> sameType = handlers.computeIfAbsent(type, none -> new ArrayList<>());
        if (handler.signature().replyType() != null && !sameType.isEmpty()) {
            throw WxPaySetupException.ofHandler(sameType.get(0) + " and " + handler + " both reply to "
                    + type.getSimpleName() + " for the merchant " + merchant + ", but there can be only one reply");
        }
        sameType.add(handler);
    }

    /** Returns the first handler of v3 notifications whose content is encrypted; empty if there is none. */
    Optional<HandlerMethod> ofEncryptedV3() {
        return notifications.types().all().stream()
                .filter(type -> type.protocol() == Protocol.V3 && !type.isPlain())
                .flatMap(type -> handlers.getOrDefault(type.notificationClass(), List.of()).stream())
                .findFirst();
    }

    /** Returns a handler of notifications that have none of their own, which may be encrypted; empty if there is none. */
    Optional<HandlerMethod> ofOthers() {
        return Stream.of(Notification.class, UnknownNotification.class)
                .flatMap(type -> handlers.getOrDefault(type, List.of()).stream())
                .findFirst();
    }

    /**
     * Verifies and handles a notification.
     *
     * @param executor runs the handlers
     */
    CompletableFuture<NotificationReply> receive(NotificationRequest request, byte[] body, Executor executor) {
        // One for each request, because the handlers have access to the request.
        NotificationDispatcher.Builder dispatcher = notifications
                .dispatcher()
                .deduplication(deduplication)
                .executor(executor)
                .asyncTimeout(asyncTimeout);
        handlers.forEach((type, methods) -> {
            if (ExpectsReply.class.isAssignableFrom(type)) {
                HandlerMethod method = methods.get(0);
                replyTo(dispatcher, type, n -> method.invoke(new Delivery(n, client, request)));
            } else if (type == Notification.class) {
                dispatcher.otherwiseAsync(n -> run(methods, new Delivery(n, client, request), executor));
            } else {
                on(dispatcher, type, n -> run(methods, new Delivery(n, client, request), executor));
            }
        });
        return dispatcher.build().dispatchAsync(request::header, body);
    }

    private static <N extends Notification> void on(
            NotificationDispatcher.Builder dispatcher,
            Class<N> type,
            Function<Notification, CompletionStage<?>> handler) {
        dispatcher.onAsync(type, handler);
    }

    @SuppressWarnings("unchecked") // HandlerSignature has compared the types
    private static <R extends Message, N extends Notification & ExpectsReply<R>> void replyTo(
            NotificationDispatcher.Builder dispatcher,
            Class<? extends Notification> type,
            Function<Notification, CompletionStage<?>> handler) {
        dispatcher.replyToAsync((Class<N>) type, n -> (CompletionStage<R>) handler.apply(n));
    }

    /** Runs the methods one after the other, until one fails. */
    private static CompletionStage<?> run(List<HandlerMethod> methods, Delivery delivery, Executor executor) {
        CompletableFuture<?> all = CompletableFuture.completedFuture(null);
        for (HandlerMethod each : methods) {
            all = all.thenComposeAsync(before -> each.invoke(delivery), executor);
        }
        return all;
    }
}
