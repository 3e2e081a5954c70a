package io.github.wxpaycodegen.runtime.internal.client;

import io.github.wxpaycodegen.runtime.error.ConfigurationException;
import io.github.wxpaycodegen.runtime.frontend.FrontEnd;
import io.github.wxpaycodegen.runtime.internal.call.ClientSettings;
import io.github.wxpaycodegen.runtime.internal.call.ErrorAdvice;
import io.github.wxpaycodegen.runtime.internal.http.ConnectionPools;
import io.github.wxpaycodegen.runtime.internal.notification.NotificationKeys;
import io.github.wxpaycodegen.runtime.message.Fill;
import io.github.wxpaycodegen.runtime.transport.ConnectionStats;
import io.github.wxpaycodegen.runtime.transport.Transport;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The caller of a client, which a reload replaces. Each call ends with the caller that it started with. The transport
 * of a replaced caller is closed after its last call.
 */
public final class ReloadableCaller implements NotificationKeys.Source {
    private final ErrorAdvice advice;
    private final ConnectionPools pools;
    private final Set<Generation> open = new HashSet<>();
    private volatile Generation current;
    private boolean closed;

    /** Creates the caller with its first configuration. */
    public ReloadableCaller(ClientSettings config, ErrorAdvice advice, ConnectionPools pools) {
        this.advice = advice;
        this.pools = pools;
        this.current = new Generation(config);
        open.add(current);
    }

    /** Runs a call with the current caller. */
    public <T> CompletableFuture<T> call(Function<Caller, CompletableFuture<T>> call) {
        Generation generation = begin();
        CompletableFuture<T> result;
        try {
            result = call.apply(generation.caller);
        } catch (RuntimeException | Error e) {
            generation.end();
            throw e;
        }
        result.whenComplete((value, failure) -> generation.end());
        return result;
    }

    private Generation begin() {
        Generation generation = current;
        while (!generation.begin()) {
            generation = current;
        }
        return generation;
    }

    /** Returns the current caller, for uses that make no call. */
    public Caller present() {
        return current.caller;
    }

    /** Returns the connections of the current configuration; null if its transport does not count them. */
    public @Nullable ConnectionStats connectionStats() {
        return current.transport.connectionStats();
    }

    /** Returns a front end that always signs with the current keys. */
    public FrontEnd frontEnd() {
        return new FrontEnd(new ConfiguredSigner(() -> current.config));
    }

    @Override
    public NotificationKeys presentKeys() {
        return current.caller.notificationKeys();
    }

    @Override
    public <T> CompletableFuture<T> read(Function<NotificationKeys, CompletableFuture<T>> reading) {
        return call(caller -> reading.apply(caller.notificationKeys()));
    }

    /** Replaces the configuration for all calls that start from now on. */
    public void reload(ClientSettings config) {
        Generation replaced;
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the client is closed and cannot be reloaded: create another one");
            }
            requireSameIds(current.config, config);
            Generation next = new Generation(config);
            replaced = current;
            open.add(next);
            current = next;
        }
        replaced.retire();
    }

    private static void requireSameIds(ClientSettings before, ClientSettings after) {
        for (Fill fill : Fill.values()) {
            String id = before.id(fill);
            if (!Objects.equals(id, after.id(fill))) {
                throw new ConfigurationException("reload: " + fill.setting() + " must stay " + shown(id) + " (was "
                        + shown(after.id(fill)) + "). The ids of a client cannot change: create"
                        + " another client");
            }
        }
    }

    private static String shown(@Nullable String id) {
        return id == null ? "unset" : id;
    }

    /** Ends the calls in progress, whatever configuration they started with. */
    public void close() {
        List<Generation> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(open);
        }
        // Outside the lock, because callers that wait for a call run their own code when it ends.
        Closing.all(all.stream().<Runnable>map(generation -> generation::close).toList());
    }

    /** Removes a generation, and returns true if it was open. */
    private synchronized boolean forget(Generation generation) {
        return open.remove(generation);
    }

    /** A configuration with its transport and caller, and the number of its calls in progress. */
    private final class Generation {
        private final ClientSettings config;
        private final Transport transport;
        private final Caller caller;
        private int calls;
        private boolean retired;

        Generation(ClientSettings config) {
            CertificateExpiry.warn(config);
            SuspiciousSettings.warn(config);
            this.config = config;
            this.transport = config.transport().apply(pools);
            this.caller = new Caller(config, transport, advice);
        }

        /** Counts a call; returns false, without counting it, once another generation has replaced this one. */
        synchronized boolean begin() {
            if (retired) {
                return false;
            }
            calls++;
            return true;
        }

        void end() {
            boolean last;
            synchronized (this) {
                calls--;
                last = retired && calls == 0;
            }
            if (last) {
                // A call may end on a thread of the transport, and the transport cannot close itself on its own thread.
                CompletableFuture.runAsync(this::close);
            }
        }

        void retire() {
            boolean idle;
            synchronized (this) {
                retired = true;
                idle = calls == 0;
            }
            if (idle) {
                close();
            }
        }

        private void close() {
            if (forget(this)) {
                caller.close();
                transport.close();
            }
        }
    }
}
