package io.github.wxpaycodegen.springboot.internal.notification;

import io.github.wxpaycodegen.runtime.WxPayConfig;
import io.github.wxpaycodegen.runtime.notification.Deduplication;
import io.github.wxpaycodegen.runtime.notification.NotificationReply;
import io.github.wxpaycodegen.springboot.WxPayMerchants;
import io.github.wxpaycodegen.springboot.notification.NotificationRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Receives the notifications of all merchants, for a web framework. Until all beans are there, and if there is nothing
 * to serve, no request is one for this endpoint.
 */
public final class NotificationEndpoint implements SmartInitializingSingleton {
    private final @Nullable String configuredPath;
    private final ConfigurableListableBeanFactory beans;
    private final Supplier<WxPayMerchants<?>> merchants;
    private final UnaryOperator<String> prefixes;
    private final Supplier<Deduplication> deduplication;
    private final Duration asyncTimeout;
    private volatile @Nullable Served served;

    /**
     * Creates an endpoint.
     *
     * @param configuredPath the path; null to serve the default path if there is a handler
     * @param prefixes returns the prefix of a merchant's properties
     * @param asyncTimeout the longest wait for the results of asynchronous handlers
     */
    public NotificationEndpoint(
            @Nullable String configuredPath,
            ConfigurableListableBeanFactory beans,
            Supplier<WxPayMerchants<?>> merchants,
            UnaryOperator<String> prefixes,
            Supplier<Deduplication> deduplication,
            Duration asyncTimeout) {
        this.configuredPath = configuredPath;
        this.beans = beans;
        this.merchants = merchants;
        this.prefixes = prefixes;
        this.deduplication = deduplication;
        this.asyncTimeout = asyncTimeout;
    }

    /** The path, and the handlers by merchant. */
    private record Served(NotificationPath path, Map<String, MerchantHandlers> merchants) {}

    /** A request whose path is that of notifications. */
    public static final class Target {
        private final String merchant;
        private final @Nullable MerchantHandlers handlers;

        private Target(String merchant, @Nullable MerchantHandlers handlers) {
            this.merchant = merchant;
            this.handlers = handlers;
        }

        /** Returns false if there is no such merchant. */
        public boolean exists() {
            return handlers != null;
        }

        /**
         * Verifies and handles a notification. Handlers run in this thread, unless something has to be waited for. The
         * future never fails.
         *
         * @param header looks up a header, ignoring case
         * @param body the bytes of the body, at most one more than a notification may have
         * @param afterwards runs handlers that have to wait
         */
        public CompletableFuture<NotificationReply> receive(
                Function<String, @Nullable String> header, byte[] body, Executor afterwards) {
            try (CallerFirstExecutor executor = new CallerFirstExecutor(afterwards)) {
                return Objects.requireNonNull(handlers, "there is no merchant " + merchant)
                        .receive(new NotificationRequest(merchant, header, body), body, executor);
            }
        }
    }

    @Override
    public void afterSingletonsInstantiated() {
        HandlerScanner scanner = new HandlerScanner(beans);
        if (configuredPath == null && !scanner.findsAny()) {
            return;
        }
        NotificationPath path =
                new NotificationPath(configuredPath == null ? NotificationPath.DEFAULT : configuredPath);
        WxPayMerchants<?> all = merchants.get();
        Deduplication store = deduplication.get();
        Map<String, MerchantHandlers> byName = new LinkedHashMap<>();
        List<HandlerMethod> handlers = null;
        for (String name : all.names()) {
            Object client = all.get(name);
            if (handlers == null) {
                handlers = scanner.find(client.getClass(), all.names());
            }
            Deduplication own = new MerchantDeduplication(account(name, all.config(name)), store);
            MerchantHandlers its =
                    new MerchantHandlers(name, client, all.notifications(name), own, asyncTimeout, handlers);
            NotificationKeyCheck.check(
                    name, prefixes.apply(name), all.config(name).keys(), its);
            byName.put(name, its);
        }
        served = new Served(path, byName);
    }

    /**
     * Returns the account that notifications are for. It does not depend on the names of merchants or on their number, which
     * may differ between the versions of an application that share a store.
     */
    private static String account(String name, WxPayConfig config) {
        String brandId = config.brandId();
        return Objects.requireNonNullElse(config.mchid(), brandId == null ? name : brandId);
    }

    /**
     * Returns the target of a request; null if its path is not that of notifications.
     *
     * @param path the decoded path, without the context path
     */
    public @Nullable Target target(String path) {
        Served present = served;
        String merchant = present == null ? null : present.path().merchantIn(path);
        if (present == null || merchant == null) {
            return null;
        }
        Map<String, MerchantHandlers> all = present.merchants();
        if (merchant.isEmpty() && all.size() == 1) {
            Map.Entry<String, MerchantHandlers> single =
                    all.entrySet().iterator().next();
            return new Target(single.getKey(), single.getValue());
        }
        return new Target(merchant, all.get(merchant));
    }

    /** Returns true if a request is a notification, at least by its method and its path. */
    public boolean matches(@Nullable String method, String path) {
        return "POST".equals(method) && target(path) != null;
    }
}
