package io.github.wxpaycodegen.runtime.internal.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The pools of connections that a group of transports uses together. Two transports share connections only if they trust
 * the same authorities, go through the same proxy, have the same limits, and present no client certificate or the very
 * same one. A pool is closed when the last of its transports leaves it. Safe for use by many threads.
 */
public final class ConnectionPools {
    private final Map<PoolSettings, SharedPool> pools = new HashMap<>();

    /** Opens nothing yet. */
    public ConnectionPools() {
        // Pools are opened when they are first needed.
    }

    /** Returns the pool with these settings, for a transport that calls {@link #leave} in the end. */
    synchronized SharedPool join(EventLoop loop, PoolSettings settings) {
        SharedPool shared = pools.get(settings);
        if (shared == null || shared.loop != loop || shared.hasFailed()) {
            shared = new SharedPool(loop, settings);
            pools.put(settings, shared);
        }
        shared.users++;
        return shared;
    }

    void leave(SharedPool shared) {
        synchronized (this) {
            shared.users--;
            if (shared.users > 0) {
                return;
            }
            pools.remove(shared.settings, shared);
        }
        shared.ready.thenAccept(shared.loop::remove);
    }

    /** A pool on its event loop, and the number of its transports. */
    static final class SharedPool {
        private final EventLoop loop;
        private final PoolSettings settings;
        private final CompletableFuture<ConnectionPool> ready;
        private int users;

        /** Reads certificate authorities and keys off the caller's thread, which must not be late for that. */
        private SharedPool(EventLoop loop, PoolSettings settings) {
            this.loop = loop;
            this.settings = settings;
            this.ready = CompletableFuture.supplyAsync(this::open, loop.connecting());
        }

        private ConnectionPool open() {
            ConnectionPool pool = new ConnectionPool(settings);
            loop.add(pool);
            return pool;
        }

        /** The pool, once it is set up. */
        CompletableFuture<ConnectionPool> ready() {
            return ready;
        }

        boolean hasFailed() {
            return ready.isCompletedExceptionally();
        }
    }
}
