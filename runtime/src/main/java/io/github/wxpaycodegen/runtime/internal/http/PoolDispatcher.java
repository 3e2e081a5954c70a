package io.github.wxpaycodegen.runtime.internal.http;

import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.nio.AsyncConnectionEndpoint;
import org.apache.hc.core5.concurrent.CallbackContribution;
import org.apache.hc.core5.concurrent.ComplexFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.ConnectionInitiator;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Lets all clients share one event loop, each with its own connections. The user token of an exchange identifies its
 * pool.
 */
final class PoolDispatcher implements AsyncClientConnectionManager {
    /**
     * The time that a connection is idle before it is reused. A second response to the same request that arrives in
     * this time is detected; after the next request was sent, it would be mistaken for its response.
     */
    private static final long QUIET_MILLIS = 20;

    private final LookupQueue lookups;
    private final ScheduledExecutorService timer;

    /**
     * Creates a dispatcher.
     *
     * @param lookups runs tasks that may wait for the address of a host
     * @param timer ends waits for connections
     */
    PoolDispatcher(Executor lookups, ScheduledExecutorService timer) {
        this.lookups = new LookupQueue(lookups);
        this.timer = timer;
    }

    @Override
    public Future<AsyncConnectionEndpoint> lease(
            String id,
            HttpRoute route,
            Object state,
            @Nullable Timeout timeout,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        ConnectionPool pool = (ConnectionPool) state;
        Lease lease = new Lease(pool, route, callback);
        // The pool refuses interrupted threads, although nothing waits here; only the caller should stop waiting.
        boolean interrupted = Thread.interrupted();
        try {
            lease.limit(pool.connections().lease(id, route, null, Timeout.DISABLED, lease.response()), timer);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return lease;
    }

    @Override
    public void release(AsyncConnectionEndpoint endpoint, @Nullable Object state, TimeValue keepAlive) {
        PooledEndpoint pooled = (PooledEndpoint) endpoint;
        Runnable release = () -> {
            if (!pooled.isQuiet()) {
                pooled.close(CloseMode.IMMEDIATE);
            }
            pooled.pool().connections().release(pooled.endpoint(), null, keepAlive);
        };
        if (!pooled.isConnected() || !pooled.isQuiet()) {
            release.run();
            return;
        }
        try {
            timer.schedule(release, QUIET_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The last client was closed.
            release.run();
        }
    }

    @Override
    public Future<AsyncConnectionEndpoint> connect(
            AsyncConnectionEndpoint endpoint,
            ConnectionInitiator initiator,
            @Nullable Timeout timeout,
            @Nullable Object attachment,
            HttpContext context,
            FutureCallback<AsyncConnectionEndpoint> callback) {
        PooledEndpoint pooled = (PooledEndpoint) endpoint;
        ComplexFuture<AsyncConnectionEndpoint> connected = new ComplexFuture<>(callback);
        Runnable connect = () -> {
            if (connected.isDone()) {
                return;
            }
            try {
                connected.setDependency(pooled.pool()
                        .connections()
                        .connect(pooled.endpoint(), initiator, timeout, attachment, context, new FutureCallback<>() {
                            @Override
                            public void completed(AsyncConnectionEndpoint done) {
                                connected.completed(pooled);
                            }

                            @Override
                            public void failed(Exception cause) {
                                connected.failed(cause);
                            }

                            @Override
                            public void cancelled() {
                                connected.cancel();
                            }
                        }));
            } catch (RuntimeException | Error e) {
                connected.failed(RefusedException.byError(e));
            }
        };
        try {
            lookups.execute(pooled.host(), connect);
        } catch (RuntimeException | Error e) {
            // For instance, no thread can be started. The HTTP client would keep the connection if this threw. It
            // releases
            // the connection on the thread of the timer, because this thread may be serving one waiter after the other.
            onTimer(() -> connected.failed(RefusedException.byError(e)));
        }
        return connected;
    }

    private void onTimer(Runnable task) {
        try {
            timer.execute(task);
        } catch (RejectedExecutionException e) {
            // The last client was closed.
            task.run();
        }
    }

    @Override
    public void upgrade(AsyncConnectionEndpoint endpoint, @Nullable Object attachment, HttpContext context) {
        upgrade(endpoint, attachment, context, null);
    }

    @Override
    public void upgrade(
            AsyncConnectionEndpoint endpoint,
            @Nullable Object attachment,
            HttpContext context,
            @Nullable FutureCallback<AsyncConnectionEndpoint> callback) {
        PooledEndpoint pooled = (PooledEndpoint) endpoint;
        pooled.pool()
                .connections()
                .upgrade(
                        pooled.endpoint(),
                        attachment,
                        context,
                        new CallbackContribution<AsyncConnectionEndpoint>(callback) {
                            @Override
                            public void completed(AsyncConnectionEndpoint done) {
                                if (callback != null) {
                                    callback.completed(pooled);
                                }
                            }
                        });
    }

    @Override
    public void close(CloseMode mode) {
        // Clients close their pools themselves.
    }

    @Override
    public void close() {
        close(CloseMode.GRACEFUL);
    }
}
