package io.github.wxpaycodegen.runtime.internal.http;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.core5.concurrent.BasicFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * A request for a connection of a pool. It ends once: with a connection, with a failure, when the pool's wait is over, or
 * because its call ended. It is withdrawn from the pool then, and a connection that arrives later goes back.
 */
final class Lease extends BasicFuture<AsyncConnectionEndpoint> {
    private final ConnectionPool pool;
    private final HttpRoute route;
    private volatile @Nullable Future<?> request;
    private volatile @Nullable Future<?> limit;

    /**
     * Creates a lease.
     *
     * @param callback is notified of the end
     */
    Lease(ConnectionPool pool, HttpRoute route, FutureCallback<AsyncConnectionEndpoint> callback) {
        super(callback);
        this.pool = pool;
        this.route = route;
    }

    /** Returns the callback for the pool. */
    FutureCallback<AsyncConnectionEndpoint> response() {
        return new FutureCallback<>() {
            @Override
            public void completed(AsyncConnectionEndpoint endpoint) {
                if (!Lease.this.completed(new PooledEndpoint(pool, route, endpoint))) {
                    pool.connections().release(endpoint, null, TimeValue.ZERO_MILLISECONDS);
                }
            }

            @Override
            public void failed(Exception cause) {
                Lease.this.failed(cause);
            }

            @Override
            public void cancelled() {
                cancel();
            }
        };
    }

    /**
     * Ends the lease after the pool's wait, unless it ends before. The pool itself checks timeouts only when a connection is
     * returned.
     *
     * @param requested the request that the pool responds to; it may have responded already
     */
    void limit(Future<?> requested, ScheduledExecutorService timer) {
        request = requested;
        if (!isDone()) {
            try {
                limit = timer.schedule(
                        () -> failed(pool.full()), pool.connectionWait().toMillis(), TimeUnit.MILLISECONDS);
            } catch (RuntimeException | Error e) {
                // For instance, the last client was closed.
                failed(RefusedException.byError(e));
            }
        }
        if (isDone()) {
            // It may have ended before it had its request and its limit.
            withdraw();
        }
    }

    @Override
    public boolean completed(AsyncConnectionEndpoint endpoint) {
        try {
            return super.completed(endpoint);
        } finally {
            withdraw();
        }
    }

    @Override
    public boolean failed(Exception cause) {
        try {
            return super.failed(cause);
        } finally {
            withdraw();
        }
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        try {
            return super.cancel(mayInterrupt);
        } finally {
            withdraw();
        }
    }

    /**
     * Cancels the request, so that the pool passes it over, and drops it when it looks at its queue next. If it stayed in
     * the queue, it would get a connection and return it within the pool's callback, as would the next one, and so on:
     * thousands of them overflow the stack.
     */
    private void withdraw() {
        Future<?> ended = request;
        if (ended != null) {
            ended.cancel(true);
        }
        Future<?> unnecessary = limit;
        if (unnecessary != null) {
            unnecessary.cancel(false);
        }
    }
}
