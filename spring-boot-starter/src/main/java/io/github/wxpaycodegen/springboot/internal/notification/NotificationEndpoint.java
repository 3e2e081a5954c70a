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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Receives the notifications of all merchants, for a web framework. Until all beans are there, and if there is nothing
 * to serve, no request is one for this endpoint.
 */
public final class NotificationEndpoint implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.wxpaycodegen.springboot.notification");

    /** The replies of an application to a request that it does not know. */
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

    private static final long WARNING_INTERVAL = Duration.ofMinutes(1).toNanos();

    private final @Nullable String configuredPath;
    private final ConfigurableListableBeanFactory beans;
    private final Supplier<WxPayMerchants<?>> merchants;
    private final UnaryOperator<String> prefixes;
    private final Supplier<Deduplication> deduplication;
    private final Duration asyncTimeout;
    private final Function<Set<String>, @Nullable String> primary;
    private final AtomicLong nextWarning = new AtomicLong(System.nanoTime());
    private volatile @Nullable Served served;

    /**
     * Creates an endpoint.
     *
     * @param configuredPath the path; null to serve the default path if there is a handler
     * @param prefixes returns the prefix of a merchant's properties
     * @param asyncTimeout the longest wait for the results of asynchronous handlers
     * @param primary returns which of several merchants has the path without a name; null for none
     */
    public NotificationEndpoint(
            @Nullable String configuredPath,
            ConfigurableListableBeanFactory beans,
            Supplier<WxPayMerchants<?>> merchants,
            UnaryOperator<String> prefixes,
            Supplier<Deduplication> deduplication,
            Duration asyncTimeout,
            Function<Set<String>, @Nullable String> primary) {
        this.configuredPath = configuredPath;
        this.beans = beans;
        this.merchants = merchants;
        this.prefixes = prefixes;
        this.deduplication = deduplication;
        this.asyncTimeout = asyncTimeout;
        this.primary = primary;
    }

    /**
     * The handlers by the path of their merchant.
     *
     * @param path the path of the primary merchant, and the parent of the paths of all
     */
    private record Served(
            NotificationPath path,
            Map<String, MerchantHandlers> merchants,
            @Nullable String primary) {
        @Nullable
        Target target(String requested) {
            String name = path.merchantIn(requested);
            String merchant = name != null && name.isEmpty() ? primary : name;
            MerchantHandlers handlers = merchant == null ? null : merchants.get(merchant);
            return merchant == null || handlers == null ? null : new Target(requested, merchant, handlers);
        }
    }

    /** The merchant of a notification. */
    public static final class Target {
        private final String path;
        private final String merchant;
        private final MerchantHandlers handlers;

        private Target(String path, String merchant, MerchantHandlers handlers) {
            this.path = path;
            this.merchant = merchant;
            this.handlers = handlers;
        }

        /** Returns the path, one of a few: that of notifications, alone or with the name of a merchant. */
        public String path() {
            return path;
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
                return handlers.receive(new NotificationRequest(merchant, header, body), body, executor);
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
        String ofPath = byName.size() == 1 ? byName.keySet().iterator().next() : primary.apply(byName.keySet());
        served = new Served(path, byName, ofPath);
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
     * Returns the target of a request; null if it is not a notification, at least by its method and its path. The application
     * handles all other requests below the path.
     *
     * @param path returns the decoded path, without the context path
     */
    public @Nullable Target target(@Nullable String method, Supplier<String> path) {
        // Most requests of an application are none: they cost no more than this.
        Served present = served;
        return present == null || !"POST".equals(method) ? null : present.target(path.get());
    }

    /** Returns true if a request has a target. */
    public boolean matches(@Nullable String method, Supplier<String> path) {
        return target(method, path) != null;
    }

    /**
     * Logs a request to a path of notifications that has no merchant, and that the application refused. It may be a
     * notification whose merchant was renamed, or no longer has the path alone.
     *
     * @param path returns the decoded path, without the context path
     * @param status the status of the reply
     */
    public void warnIfLost(@Nullable String method, Supplier<String> path, int status) {
        Served present = served;
        if (present == null || !"POST".equals(method) || !REFUSED.contains(status)) {
            return;
        }
        String requested = path.get();
        String name = present.path().merchantIn(requested);
        if (name == null || present.target(requested) != null) {
            return;
        }
        long now = System.nanoTime();
        long due = nextWarning.get();
        if (now - due < 0 || !nextWarning.compareAndSet(due, now + WARNING_INTERVAL)) {
            return;
        }
        if (name.isEmpty()) {
            LOG.warn(
                    "POST {} got the status {}: there are several merchants, {}, and wxpay.primary names none of them. Add"
                            + " the name of a merchant to the notify_url, or set wxpay.primary",
                    requested,
                    status,
                    present.merchants().keySet());
        } else {
            LOG.warn(
                    "POST {} got the status {}: if this is a notify_url, it must end with the name of a merchant, one of {}",
                    present.path().value() + "/" + printable(name),
                    status,
                    present.merchants().keySet());
        }
    }

    /** Anybody can send a path. */
    private static String printable(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._~-]", "?");
        return plain.length() <= 64 ? plain : plain.substring(0, 64) + "...";
    }
}
