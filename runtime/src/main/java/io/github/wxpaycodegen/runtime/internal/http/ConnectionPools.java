package io.github.wxpaycodegen.runtime.internal.http;

import io.github.wxpaycodegen.runtime.transport.ConnectionStats;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The connection pools that a group of transports shares. Two transports share connections only if they trust the same
 * authorities, use the same proxy, have the same limits, and present no client certificate or the same one. A pool is
 * closed when its last transport leaves it. Thread-safe.
 */
public final class ConnectionPools {
    private final Map<PoolSettings, SharedPool> pools = new HashMap<>();

    /** Creates a group without pools. */
    public ConnectionPools() {
        // Pools are created when they are first needed.
    }

    /** Returns the pool with these settings. The transport must call {@link #leave} at its end. */
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

    /** Returns true if no transport uses a pool. */
    synchronized boolean isEmpty() {
        return pools.isEmpty();
    }

    /** Returns the numbers of connections of all pools, by state. */
    public ConnectionStats stats() {
        List<SharedPool> present;
        synchronized (this) {
            present = List.copyOf(pools.values());
        }
        // Outside the lock, because calls need it.
        return present.stream().map(SharedPool::stats).reduce(ConnectionStats.NONE, ConnectionStats::plus);
    }

    /** A pool on its event loop, with the number of its transports. */
    static final class SharedPool {
        private final EventLoop loop;
        private final PoolSettings settings;
        private final CompletableFuture<ConnectionPool> ready;
        private int users;

        /**
         * Creates the pool on another thread, so that reading certificate authorities and keys does not delay the
         * caller.
         */
        private SharedPool(EventLoop loop, PoolSettings settings) {
            this.loop = loop;
            this.settings = settings;
            this.ready = CompletableFuture.supplyAsync(this::open, loop.settingUp());
        }

        private ConnectionPool open() {
            ConnectionPool pool = new ConnectionPool(settings);
            loop.add(pool);
            return pool;
        }

        /** Returns a future of the pool. */
        CompletableFuture<ConnectionPool> ready() {
            return ready;
        }

        boolean hasFailed() {
            return ready.isCompletedExceptionally();
        }

        ConnectionStats stats() {
            return ready.isDone() && !hasFailed() ? ready.join().stats() : ConnectionStats.NONE;
        }
    }
}
